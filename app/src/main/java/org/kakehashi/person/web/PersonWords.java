package org.kakehashi.person.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonNames;
import org.kakehashi.person.Sensitive;

/// A person as a form has it and as one reads it from there.
public final class PersonWords {
    private PersonWords() {}

    static Map<String, String> typed(Person.Details details) {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, "familyOwn", details.names().own().family());
        put(typed, "givenOwn", details.names().own().given());
        put(typed, "familyKana", details.names().kana().family());
        put(typed, "givenKana", details.names().kana().given());
        put(typed, "familyLatin", details.names().latin().family());
        put(typed, "givenLatin", details.names().latin().given());
        typed.put("order", details.names().order().code());
        typed.put("category", details.category().code());
        typed.put("purpose", details.purpose().code());
        put(typed, "mail", details.mail());
        put(typed, "phone", details.phone());
        put(typed, "language", details.language());
        put(typed, "consentOn", details.consentOn());
        return typed;
    }

    static Person.Details details(Map<String, String> typed, Map<String, String> problems) {
        PersonNames names =
                new PersonNames(
                        script(typed, "Own"),
                        script(typed, "Kana"),
                        script(typed, "Latin"),
                        Coded.find(NameOrder.class, typed.get("order"))
                                .orElse(NameOrder.FAMILY_FIRST));
        if (!names.known()) {
            problems.put("familyLatin", "person.problem.name");
        }
        String language = typed.getOrDefault("language", "");
        return new Person.Details(
                Coded.find(Person.Category.class, typed.get("category"))
                        .orElse(Person.Category.UNKNOWN),
                names,
                text(typed, "mail"),
                text(typed, "phone"),
                language.equals("ja") || language.equals("en") ? language : null,
                Coded.find(Person.Purpose.class, typed.get("purpose"))
                        .orElse(Person.Purpose.EXCHANGE),
                day(typed, "consentOn", problems));
    }

    static Sensitive sensitive(Map<String, String> typed, Map<String, String> problems) {
        String nationality = text(typed, "nationality");
        String code =
                nationality == null
                        ? null
                        : Countries.find(nationality).map(Country::code).orElse(null);
        if (nationality != null && code == null) {
            problems.put("nationality", "person.problem.nationality");
        }
        return new Sensitive(
                day(typed, "birth", problems),
                code,
                text(typed, "gender"),
                text(typed, "residence"),
                day(typed, "residenceUntil", problems));
    }

    private static PersonNames.Script script(Map<String, String> typed, String script) {
        return new PersonNames.Script(typed.get("family" + script), typed.get("given" + script));
    }

    private static @Nullable LocalDate day(
            Map<String, String> typed, String name, Map<String, String> problems) {
        String text = text(typed, name);
        if (text == null) {
            return null;
        }
        DateReading reading = DateReader.read(text);
        DateText date =
                reading.dates().size() == 1 ? reading.dates().getFirst().date() : DateText.NONE;
        if (date.precision() != DateText.Precision.DAY) {
            problems.put(name, "person.problem.date");
            return null;
        }
        return date.date();
    }

    private static @Nullable String text(Map<String, String> typed, String name) {
        String text = typed.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static void put(Map<String, String> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, value.toString());
        }
    }

    /// The name of a person in the reader's language, or that they were erased.
    public static String label(Person person) {
        if (person.erased()) {
            return t("person.erased.name", "number", person.number());
        }
        return person.names().label(org.kakehashi.ui.Text.locale());
    }

    public static String country(String code) {
        return new Country(code).name(org.kakehashi.ui.Text.locale());
    }
}
