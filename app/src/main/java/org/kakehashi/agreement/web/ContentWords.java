package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// The content of an agreement as label and text, for comparing versions.
@Component
class ContentWords {
    private final Kinds kinds;
    private final Units units;
    private final Organizations organizations;

    ContentWords(Kinds kinds, Units units, Organizations organizations) {
        this.kinds = kinds;
        this.units = units;
        this.organizations = organizations;
    }

    /// Only what is there: an absent label is nothing.
    Map<String, String> of(AgreementContent content) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("titleJa", content.title().ja());
        all.put("titleEn", content.title().en());
        all.put("partner", parties(content));
        all.put("unit", joined(content.homeUnits(), this::unit));
        all.put("level", coded("level", content.level()));
        all.put("kind", joined(content.kinds(), code -> t(kinds.name(code))));
        all.put("proposed", yes(content.proposed()));
        term(all, content.term());
        ending(all, content.ending());
        all.put("annexes", joined(content.annexes(), this::annex));
        all.put("signatures", joined(content.signatures(), ContentWords::signature));
        all.put("visibility", coded("visibility", content.visibility()));
        all.put("languages", joined(content.textLanguages(), Words::language));
        all.put("notesJa", content.notes().ja());
        all.put("notesEn", content.notes().en());
        Map<String, String> said = new LinkedHashMap<>();
        all.forEach((field, text) -> {
            if (text != null && !text.isBlank()) {
                said.put(t("agreement." + field), text);
            }
        });
        return said;
    }

    private static void term(Map<String, @Nullable String> all, Term term) {
        all.put("term", coded("term", term.kind()));
        all.put("start", date(term.start()));
        all.put("end", date(term.end()));
        all.put("renewal", coded("renewal", term.renewal().mode()));
        all.put("renewalYears", number(term.renewal().years()));
        all.put("noticeMonths", number(term.renewal().noticeMonths()));
        all.put("pending", yes(term.renewal().pending()));
    }

    private static void ending(Map<String, @Nullable String> all, @Nullable Ending ending) {
        if (ending != null) {
            all.put("endedOn", date(ending.on()));
            all.put("endedReason", Words.word("reason", ending.reason()));
            all.put("endedNote", t(ending.note()));
        }
    }

    private @Nullable String parties(AgreementContent content) {
        Map<UUID, OrganizationRef> known =
                organizations.find(
                        content.parties().stream()
                                .map(Party::organization)
                                .filter(Objects::nonNull)
                                .toList());
        return joined(content.parties(), party -> party(party, known));
    }

    private static String party(Party party, Map<UUID, OrganizationRef> known) {
        OrganizationRef ref = party.organization() == null ? null : known.get(party.organization());
        String name = ref == null ? party.written() : ref.label(Text.locale());
        String faculty =
                party.partnerUnitWritten() == null ? "" : ", " + party.partnerUnitWritten();
        return name + faculty + (party.country() == null ? "" : " (" + party.country() + ")");
    }

    private String unit(HomeUnit unit) {
        String name =
                unit.unit() == null
                        ? unit.written()
                        : units.find(unit.unit()).map(one -> t(one.name())).orElse(unit.written());
        return name + " (" + Words.word("role", unit.role()) + ")";
    }

    private String annex(Annex annex) {
        return String.join(
                ", ",
                List.of(
                                t(kinds.name(annex.kind())),
                                t(annex.title()),
                                labelled("quotaIn", number(annex.quotaIn())),
                                labelled("quotaOut", number(annex.quotaOut())),
                                labelled("waiver", coded("waiver", annex.tuitionWaiver())),
                                labelled("start", date(annex.start())),
                                labelled("end", date(annex.end())))
                        .stream()
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static String signature(Signature signature) {
        return String.join(
                ", ",
                java.util.stream.Stream.of(
                                Words.word("side", signature.side()),
                                signature.who(),
                                signature.role(),
                                date(signature.on()),
                                signature.place())
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
    }

    private static String labelled(String field, @Nullable String text) {
        return text == null ? "" : t("agreement." + field) + " " + text;
    }

    private static @Nullable String coded(String group, Coded value) {
        return value.code().equals("unknown") ? null : Words.word(group, value);
    }

    private static @Nullable String date(DateText date) {
        return date.isKnown() ? Words.date(date) : date.written();
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String yes(boolean value) {
        return value ? t("agreement.yes") : null;
    }

    private static <T> @Nullable String joined(List<T> values, Function<T, String> words) {
        return values.isEmpty()
                ? null
                : values.stream().map(words).collect(Collectors.joining("; "));
    }
}
