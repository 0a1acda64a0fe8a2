package org.kakehashi.interchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Property;
import org.kakehashi.interchange.internal.Wishes;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.TextFolding;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.resolver.Kind;
import org.kakehashi.ui.Messages;

/// Types, properties and organizations as programs are told of them, in one language.
final class Vocabulary {
    private static final Locale[] LANGUAGES = {Locale.JAPANESE, Locale.ENGLISH};

    private static final Map<String, String> COUNTRIES = new ConcurrentHashMap<>();

    private Vocabulary() {}

    /// A category; all are narrower than the one of every organization.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Type(
            String id, String name, @Nullable String description, @Nullable List<Type> broader) {}

    /// Something with an identifier and words for it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(String id, String name, @Nullable String description, @Nullable String lang) {}

    static Type anything(Locale locale) {
        return new Type(Wishes.ANYTHING, Messages.text(locale, "interchange.type.any"), null, null);
    }

    static Type type(String id, Locale locale) {
        return id.equals(Wishes.ANYTHING)
                ? anything(locale)
                : new Type(
                        id,
                        Messages.text(locale, "organization.type." + id),
                        null,
                        List.of(anything(locale)));
    }

    static List<Type> types(Locale locale) {
        List<Type> all = new ArrayList<>(List.of(anything(locale)));
        for (Kind kind : Kind.values()) {
            all.add(type(kind.name().toLowerCase(Locale.ROOT), locale));
        }
        return all;
    }

    /// Types whose name in any language, or identifier, begins so; all for nothing.
    static Stream<Type> types(String prefix, Locale locale) {
        return types(locale).stream()
                .filter(type ->
                        begins(prefix, type.id(), language -> type(type.id(), language).name()));
    }

    static Named property(Property property, Locale locale) {
        return new Named(
                property.id(),
                Messages.text(locale, property.label()),
                Messages.text(locale, property.label() + ".text"),
                null);
    }

    static Stream<Named> properties(String prefix, Locale locale) {
        return Property.all().stream()
                .filter(property ->
                        begins(
                                prefix,
                                property.id(),
                                language -> Messages.text(language, property.label())))
                .map(property -> property(property, locale));
    }

    private static boolean begins(String prefix, String id, Function<Locale, String> name) {
        String wanted = folded(prefix);
        return folded(id).startsWith(wanted)
                || Stream.of(LANGUAGES)
                        .map(name)
                        .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split(" "))))
                        .anyMatch(word -> folded(word).startsWith(wanted));
    }

    private static String folded(String text) {
        return TextFolding.tidy(text).toLowerCase(Locale.ROOT);
    }

    static String name(Organization organization, Locale locale) {
        return organization.ref().label(locale);
    }

    /// Place, the name in the other language, and that it ended: what tells namesakes apart.
    static String description(Organization organization, Locale locale) {
        OrganizationRef ref = organization.ref();
        List<String> parts = new ArrayList<>();
        if (ref.status() != OrganizationRef.Status.ACTIVE) {
            parts.add(Messages.text(locale, "organization.status." + ref.status().code()));
        }
        if (ref.city() != null) {
            parts.add(ref.city());
        }
        if (ref.country() != null) {
            parts.add(country(ref.country(), locale));
        }
        String other =
                ref.label(locale.getLanguage().equals("ja") ? Locale.ENGLISH : Locale.JAPANESE);
        if (!other.equals(ref.label(locale))) {
            parts.add(other);
        }
        return String.join(" · ", parts);
    }

    /// Asking CLDR for every candidate would cost more than finding it.
    private static String country(Country country, Locale locale) {
        return COUNTRIES.computeIfAbsent(
                locale.getLanguage() + country.code(), any -> country.name(locale));
    }

    static @Nullable String language(Organization organization, Locale locale) {
        return organization.ref().labelLanguage(locale);
    }
}
