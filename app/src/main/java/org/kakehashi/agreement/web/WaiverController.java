package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Waivers;
import org.kakehashi.kernel.Coded;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which waiver of fees applies to this student? Answered with the clause.
@Controller
public class WaiverController {
    /// What the page shows.
    ///
    /// @param answers null: nobody has asked yet
    public record Asked(
            Map<String, String> typed,
            Map<String, String> problems,
            List<Choice> directions,
            List<Choice> levels,
            @Nullable String partner,
            @Nullable List<Waivers.Answer> answers) {
        public @Nullable String value(String name) {
            return typed.get(name);
        }

        public List<Problem> shown() {
            return problems.entrySet().stream()
                    .map(one -> new Problem(t(one.getValue()), "#" + one.getKey(), null))
                    .toList();
        }
    }

    private final Waivers waivers;
    private final Organizations organizations;
    private final PartnerReading partners;
    private final Access access;
    private final Clock clock;
    private final Templates templates;

    WaiverController(
            Waivers waivers,
            Organizations organizations,
            PartnerReading partners,
            Access access,
            Clock clock,
            Templates templates) {
        this.waivers = waivers;
        this.organizations = organizations;
        this.partners = partners;
        this.access = access;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/agreements/waiver")
    JteModel ask(@RequestParam Map<String, String> given) {
        access.require("agreement.read");
        Map<String, String> typed = new LinkedHashMap<>(given);
        typed.putIfAbsent("from", LocalDate.now(clock).toString());
        Map<String, String> problems = new LinkedHashMap<>();
        if (!given.containsKey("direction")) {
            name(typed);
            return templates.agreementWaiver(page(typed, Map.of(), null, null));
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        typed.forEach((name, value) -> values.put(name, List.of(value)));
        Party party = partners.read(new AgreementForm(null, "", values, Map.of()), "partner");
        if (party.organization() == null) {
            problems.put("partner", "agreement.waiver.problem.partner");
        }
        LocalDate from = TypedDate.read(typed.getOrDefault("from", "")).date().date();
        if (from == null) {
            problems.put("from", "agreement.problem.date");
        }
        String field = typed.getOrDefault("field", "").strip();
        if (!field.isEmpty() && !Condition.ISCED.matcher(field).matches()) {
            problems.put("field", "agreement.problem.isced");
        }
        if (!problems.isEmpty() || party.organization() == null || from == null) {
            return templates.agreementWaiver(page(typed, problems, null, null));
        }
        String level = typed.getOrDefault("level", "");
        var student =
                new Waivers.Student(
                        party.organization(),
                        Coded.find(Condition.Direction.class, typed.get("direction"))
                                .orElse(Condition.Direction.INBOUND),
                        from,
                        level.matches("[1-8]") ? Integer.valueOf(level) : null,
                        field.isEmpty() ? null : field);
        String name =
                organizations
                        .find(student.partner())
                        .map(ref -> ref.label(Text.locale()))
                        .orElse("");
        typed.put("partner", student.partner().toString());
        typed.put("partnerText", name);
        return templates.agreementWaiver(page(typed, problems, name, waivers.of(student)));
    }

    /// A link from a partner's page names it by its id.
    private void name(Map<String, String> typed) {
        String partner = typed.getOrDefault("partner", "");
        if (partner.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            organizations
                    .find(UUID.fromString(partner))
                    .ifPresent(ref -> typed.put("partnerText", ref.label(Text.locale())));
        }
    }

    private static Asked page(
            Map<String, String> typed,
            Map<String, String> problems,
            @Nullable String partner,
            @Nullable List<Waivers.Answer> answers) {
        String direction = typed.getOrDefault("direction", "inbound");
        String level = typed.getOrDefault("level", "");
        return new Asked(
                typed,
                problems,
                Arrays.stream(Condition.Direction.values())
                        .map(one ->
                                new Choice(one.code(), Words.word("direction", one))
                                        .chosenIf(direction))
                        .toList(),
                Stream.of("6", "7", "8")
                        .map(one -> new Choice(one, t("agreement.eqf." + one)).chosenIf(level))
                        .toList(),
                partner,
                answers);
    }
}
