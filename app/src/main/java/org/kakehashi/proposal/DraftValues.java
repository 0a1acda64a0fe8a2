package org.kakehashi.proposal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Installation;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.ProposalContent.Conditions;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// What a template or a clause may ask of a proposal. What nobody knows is left out, and so is
/// named when a template asks for it.
@Component
class DraftValues {
    private final Organizations organizations;
    private final Units units;
    private final Installation installation;

    DraftValues(Organizations organizations, Units units, Installation installation) {
        this.organizations = organizations;
        this.units = units;
        this.installation = installation;
    }

    TemplateValues of(Proposal proposal) {
        return TemplateValues.of(fields(proposal));
    }

    Map<String, String> fields(Proposal proposal) {
        Map<String, String> fields = new HashMap<>();
        fields.put("number", proposal.number());
        UUID partner = proposal.content().partner().organization();
        OrganizationRef known = partner == null ? null : organizations.get(partner);
        put(fields, "title", ProposalSubject.title(proposal, known));
        if (known != null) {
            put(
                    fields,
                    "partner",
                    new Bilingual(known.label(Locale.JAPANESE), known.label(Locale.ENGLISH)));
        }
        installation.owner().ifPresent(owner -> put(fields, "university", owner.name()));
        List<Unit> ours =
                proposal.content().aim().units().stream()
                        .map(units::find)
                        .flatMap(java.util.Optional::stream)
                        .toList();
        if (!ours.isEmpty()) {
            put(
                    fields,
                    "units",
                    new Bilingual(names(ours, Locale.JAPANESE), names(ours, Locale.ENGLISH)));
            put(fields, "unit", ours.getFirst().name());
        }
        put(fields, "responsible", proposal.content().aim().responsible());
        conditions(fields, proposal.content().conditions());
        return fields;
    }

    private static void conditions(Map<String, String> fields, Conditions conditions) {
        number(fields, "years", conditions.years());
        number(fields, "notice_months", conditions.noticeMonths());
        number(fields, "places_in", conditions.placesIn());
        number(fields, "places_out", conditions.placesOut());
        day(fields, "start", conditions.start());
        day(fields, "end", conditions.end());
        if (!conditions.languages().isEmpty()) {
            put(
                    fields,
                    "languages",
                    new Bilingual(
                            languages(conditions.languages(), Locale.JAPANESE),
                            languages(conditions.languages(), Locale.ENGLISH)));
        }
        String binding = conditions.binding();
        if (binding != null) {
            put(
                    fields,
                    "binding",
                    new Bilingual(
                            Locale.of(binding).getDisplayLanguage(Locale.JAPANESE),
                            Locale.of(binding).getDisplayLanguage(Locale.ENGLISH)));
        }
    }

    private static String languages(List<String> codes, Locale reader) {
        return codes.stream()
                .map(code -> Locale.of(code).getDisplayLanguage(reader))
                .collect(Collectors.joining(Messages.text(reader, "proposal.and")));
    }

    private static String names(List<Unit> all, Locale locale) {
        return all.stream()
                .map(one -> one.name().in(locale))
                .collect(Collectors.joining(Messages.text(locale, "proposal.and")));
    }

    /// `x` in the language of the reader, `x_ja` and `x_en`.
    private static void put(Map<String, String> fields, String name, Bilingual text) {
        if (text.parity() == Bilingual.Parity.NONE) {
            return;
        }
        fields.put(name, Text.t(text));
        fields.put(name + "_ja", text.in(Locale.JAPANESE));
        fields.put(name + "_en", text.in(Locale.ENGLISH));
    }

    private static void put(Map<String, String> fields, String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, text);
        }
    }

    private static void number(Map<String, String> fields, String name, @Nullable Integer number) {
        if (number != null) {
            fields.put(name, Objects.toString(number));
        }
    }

    private static void day(Map<String, String> fields, String name, @Nullable LocalDate day) {
        if (day != null) {
            fields.put(name, Dates.day(day));
        }
    }
}
