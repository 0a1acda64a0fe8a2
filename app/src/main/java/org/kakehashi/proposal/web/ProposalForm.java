package org.kakehashi.proposal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Term.RenewalMode;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.proposal.ProposalContent;
import org.kakehashi.proposal.ProposalContent.Aim;
import org.kakehashi.proposal.ProposalContent.Answer;
import org.kakehashi.proposal.ProposalContent.Beside;
import org.kakehashi.proposal.ProposalContent.Conditions;
import org.kakehashi.proposal.ProposalContent.Degrees;
import org.kakehashi.proposal.ProposalContent.Partner;
import org.kakehashi.proposal.ProposalContent.Purpose;
import org.kakehashi.proposal.ProposalContent.TermKind;
import org.kakehashi.proposal.RuleFinding.Step;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// One page of the form as typed, read into what a proposal says. Everything may be left empty;
/// only what cannot be understood is a problem.
final class ProposalForm {
    private static final int LONGEST = 8_000;

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();

    ProposalForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    Map<String, String> problems() {
        return problems;
    }

    ProposalContent read(Step step, ProposalContent before) {
        return switch (step) {
            case PARTNER -> before.with(partner());
            case BESIDE -> before.with(beside());
            case AIM -> before.with(aim());
            case CONDITIONS -> before.with(conditions());
        };
    }

    private Partner partner() {
        UUID partner = id("partner");
        if (partner == null) {
            problems.put("partner", "proposal.problem.partner");
        }
        return new Partner(
                partner,
                text("partnerUnit"),
                coded(Degrees.class, "degrees", Degrees.UNKNOWN),
                text("contact"));
    }

    private Beside beside() {
        return new Beside(id("replaces"), text("besideReason"), id("related"));
    }

    private Aim aim() {
        Set<UUID> units = new LinkedHashSet<>();
        UUID responsible = id("unit");
        if (responsible != null) {
            units.add(responsible);
        }
        for (String one : all("units")) {
            uuid(one).ifPresent(units::add);
        }
        return new Aim(
                coded(AgreementContent.Level.class, "level", AgreementContent.Level.UNKNOWN),
                all("kinds"),
                all("purposes").stream()
                        .flatMap(code -> Coded.find(Purpose.class, code).stream())
                        .collect(Collectors.toSet()),
                new Bilingual(text("titleJa"), text("titleEn")),
                new Bilingual(text("reasonJa"), text("reasonEn")),
                List.copyOf(units),
                text("responsible"),
                text("caretaker"));
    }

    private Conditions conditions() {
        Conditions read =
                new Conditions(
                        coded(TermKind.class, "term", TermKind.UNKNOWN),
                        number("years", 99),
                        day("start"),
                        day("end"),
                        coded(RenewalMode.class, "renewal", RenewalMode.UNKNOWN),
                        number("notice", 60),
                        all("languages"),
                        text("binding"),
                        number("placesIn", 9_999),
                        number("placesOut", 9_999),
                        number("expectedIn", 9_999),
                        number("expectedOut", 9_999),
                        text("expectation"),
                        coded(Answer.class, "burden", Answer.UNKNOWN),
                        text("burdenNote"),
                        coded(Answer.class, "students", Answer.UNKNOWN),
                        day("safetyOn"),
                        text("safetyNote"));
        LocalDate start = read.start();
        LocalDate end = read.end();
        if (read.term() == TermKind.UNTIL && start != null && end != null && end.isBefore(start)) {
            problems.put("end", "proposal.problem.endBeforeStart");
        }
        return read;
    }

    private String one(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private List<String> all(String name) {
        return typed.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && one.length() < 100)
                .distinct()
                .toList();
    }

    private @Nullable String text(String name) {
        String text = one(name);
        if (text.length() > LONGEST) {
            problems.put(name, "proposal.problem.long");
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable UUID id(String name) {
        return uuid(one(name)).orElse(null);
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private <E extends Enum<E> & Coded> E coded(Class<E> type, String name, E otherwise) {
        return Coded.find(type, one(name)).orElse(otherwise);
    }

    private @Nullable Integer number(String name, int most) {
        String text = java.text.Normalizer.normalize(one(name), java.text.Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
            problems.put(name, "proposal.problem.number");
            return null;
        }
        return Integer.valueOf(text);
    }

    private @Nullable LocalDate day(String name) {
        return one(name).isEmpty() ? null : day(one(name), name, problems);
    }

    static @Nullable LocalDate day(String text, String name, Map<String, String> problems) {
        DateReading reading = DateReader.read(text);
        DateText date =
                reading.dates().size() == 1 ? reading.dates().getFirst().date() : DateText.NONE;
        if (date.precision() != DateText.Precision.DAY) {
            problems.put(name, "proposal.problem.date");
            return null;
        }
        return date.date();
    }

    /// What is there, as the form shows it.
    static MultiValueMap<String, String> filled(ProposalContent content) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        Partner partner = content.partner();
        put(typed, "partner", partner.organization());
        put(typed, "partnerUnit", partner.unit());
        put(typed, "degrees", partner.degrees().code());
        put(typed, "contact", partner.contact());
        put(typed, "replaces", content.beside().replaces());
        put(typed, "besideReason", content.beside().reason());
        put(typed, "related", content.beside().related());
        Aim aim = content.aim();
        put(typed, "level", aim.level().code());
        typed.put("kinds", new ArrayList<>(aim.kinds()));
        typed.put("purposes", new ArrayList<>(aim.purposes().stream().map(Coded::code).toList()));
        put(typed, "titleJa", aim.title().ja());
        put(typed, "titleEn", aim.title().en());
        put(typed, "reasonJa", aim.reason().ja());
        put(typed, "reasonEn", aim.reason().en());
        if (!aim.units().isEmpty()) {
            put(typed, "unit", aim.units().getFirst());
        }
        typed.put(
                "units",
                new ArrayList<>(aim.units().stream().skip(1).map(UUID::toString).toList()));
        put(typed, "responsible", aim.responsible());
        put(typed, "caretaker", aim.caretaker());
        conditions(typed, content.conditions());
        return typed;
    }

    private static void conditions(MultiValueMap<String, String> typed, Conditions conditions) {
        put(typed, "term", conditions.term().code());
        put(typed, "years", conditions.years());
        put(typed, "start", conditions.start());
        put(typed, "end", conditions.end());
        put(typed, "renewal", conditions.renewal().code());
        put(typed, "notice", conditions.noticeMonths());
        typed.put("languages", new ArrayList<>(conditions.languages()));
        put(typed, "binding", conditions.binding());
        put(typed, "placesIn", conditions.placesIn());
        put(typed, "placesOut", conditions.placesOut());
        put(typed, "expectedIn", conditions.expectedIn());
        put(typed, "expectedOut", conditions.expectedOut());
        put(typed, "expectation", conditions.expectation());
        put(typed, "burden", conditions.burden().code());
        put(typed, "burdenNote", conditions.burdenNote());
        put(typed, "students", conditions.studentsTravel().code());
        put(typed, "safetyOn", conditions.safetyVisitOn());
        put(typed, "safetyNote", conditions.safetyNote());
    }

    private static void put(
            MultiValueMap<String, String> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.set(name, value.toString());
        }
    }
}
