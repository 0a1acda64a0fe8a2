package org.kakehashi.interchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.Organization;
import org.kakehashi.ui.Messages;

/// What a preview shows; without a record, that there is none.
public record PreviewPage(
        @Nullable Organization organization,
        String name,
        @Nullable String language,
        String description,
        List<String> types,
        List<Fact> facts,
        boolean demonstration) {
    /// A line of the preview.
    public record Fact(String label, String value) {}

    static PreviewPage of(
            @Nullable Organization organization, Locale locale, boolean demonstration) {
        if (organization == null) {
            return new PreviewPage(null, "", null, "", List.of(), List.of(), demonstration);
        }
        return new PreviewPage(
                organization,
                Vocabulary.name(organization, locale),
                Vocabulary.language(organization, locale),
                Vocabulary.description(organization, locale),
                organization.types().stream()
                        .map(type -> Vocabulary.type(type, locale).name())
                        .toList(),
                facts(organization, locale),
                demonstration);
    }

    private static List<Fact> facts(Organization organization, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "ror", "https://ror.org/" + organization.ref().rorId(), locale);
        add(facts, "established", organization.established(), locale);
        add(facts, "website", organization.website(), locale);
        organization
                .externalIds()
                .forEach((scheme, ids) -> {
                    if (!ids.isEmpty() && Messages.has("interchange.property." + scheme)) {
                        add(facts, scheme, ids.getFirst(), locale);
                    }
                });
        return facts;
    }

    private static void add(
            List<Fact> facts, String property, @Nullable Object value, Locale locale) {
        if (value != null) {
            facts.add(
                    new Fact(
                            Messages.text(locale, "interchange.property." + property),
                            value.toString()));
        }
    }
}
