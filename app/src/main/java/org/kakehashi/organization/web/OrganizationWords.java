package org.kakehashi.organization.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// OrganizationWords of organizations for templates, in the reader's language. Names of countries
/// are kept: asking CLDR for two hundred of them on every page would cost more than the page.
public final class OrganizationWords {
    /// In the order they are offered.
    public static final List<String> TYPES =
            List.of(
                    "education",
                    "facility",
                    "government",
                    "healthcare",
                    "company",
                    "nonprofit",
                    "funder",
                    "archive",
                    "other");

    private static final Map<Locale, List<Choice>> COUNTRIES = new ConcurrentHashMap<>();
    private static final Map<String, String> COUNTRY_NAMES = new ConcurrentHashMap<>();

    private OrganizationWords() {}

    public static List<Choice> countries() {
        return COUNTRIES.computeIfAbsent(
                Text.locale(),
                locale ->
                        Country.all(locale).stream()
                                .map(country -> new Choice(country.code(), country.name(locale)))
                                .toList());
    }

    public static List<Choice> types() {
        return TYPES.stream().map(type -> new Choice(type, type(type))).toList();
    }

    public static String type(String type) {
        return Text.t("organization.type." + type);
    }

    public static String country(@Nullable Country country) {
        return country == null
                ? ""
                : COUNTRY_NAMES.computeIfAbsent(
                        Text.locale().getLanguage() + country.code(),
                        any -> country.name(Text.locale()));
    }

    /// Country and city in one line, as far as known.
    public static String place(OrganizationRef organization) {
        String country = country(organization.country());
        String city = organization.city() == null ? "" : organization.city();
        String between = country.isEmpty() || city.isEmpty() ? "" : Text.japanese() ? " " : ", ";
        return Text.japanese() ? country + between + city : city + between + country;
    }

    public static String label(OrganizationRef organization) {
        return organization.label(Text.locale());
    }

    public static @Nullable String lang(OrganizationRef organization) {
        return organization.labelLanguage(Text.locale());
    }

    /// The name in the other language, or the registered one; null if it is the label itself.
    public static @Nullable String other(OrganizationRef organization) {
        Locale other = Text.japanese() ? Locale.ENGLISH : Locale.JAPANESE;
        String name = organization.label(other);
        return name.equals(label(organization)) ? null : name;
    }

    public static @Nullable String otherLang(OrganizationRef organization) {
        return organization.labelLanguage(Text.japanese() ? Locale.ENGLISH : Locale.JAPANESE);
    }

    /// The name of a language, or a word for "not stated".
    public static String language(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return Text.t("organization.language.none");
        }
        String name = Locale.of(code).getDisplayLanguage(Text.locale());
        return name.isEmpty() ? code : name;
    }

    public static Tone tone(OrganizationRef.Status status) {
        return switch (status) {
            case ACTIVE -> Tone.GOOD;
            case INACTIVE -> Tone.ATTENTION;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
