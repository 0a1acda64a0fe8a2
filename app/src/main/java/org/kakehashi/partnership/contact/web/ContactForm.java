package org.kakehashi.partnership.contact.web;

import static org.kakehashi.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.partnership.contact.Consent;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.ui.view.Choice;

/// The form of a contact.
///
/// @param id null for a new one
public record ContactForm(@Nullable UUID id, Typed typed, List<Choice> units) {
    private static final String MAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    public String action() {
        return id == null ? "/contacts/new" : "/contacts/" + id + "/edit";
    }

    public String back() {
        return id == null ? "/contacts" : "/contacts/" + id;
    }

    public List<Choice> hows() {
        return Arrays.stream(Consent.How.values())
                .map(one ->
                        new Choice(one.code(), t("partnership.contact.how." + one.code()))
                                .chosenIf(typed.value("how")))
                .toList();
    }

    public List<Choice> chosenUnits() {
        return units.stream().map(one -> one.chosenIf(typed.value("unit"))).toList();
    }

    static void fill(Typed typed, Contact contact) {
        Consent consent = contact.consent();
        typed.put("version", contact.version());
        typed.put("unit", contact.unit());
        typed.put("faculty", contact.faculty());
        typed.put("name", contact.name());
        typed.put("reading", contact.reading());
        typed.put("position", contact.position());
        typed.put("email", contact.email());
        typed.put("phone", contact.phone());
        typed.put("languages", String.join(", ", contact.languages()));
        typed.put("purpose", consent.purpose());
        typed.put("given", consent.given());
        typed.put("how", consent.how() == null ? null : consent.how().code());
        typed.put("until", consent.until());
        typed.put("last", contact.lastContact());
        typed.put("note", contact.note());
    }

    /// What was typed; what is wrong is noted in it.
    static Contact read(@Nullable UUID id, UUID partner, Typed typed) {
        Consent consent =
                new Consent(
                        typed.text("purpose"),
                        typed.dayNeeded("given"),
                        Coded.find(Consent.How.class, typed.value("how")).orElse(null),
                        typed.day("until"),
                        null);
        Bilingual name = typed.bilingual("name");
        if (name.parity() == Bilingual.Parity.NONE) {
            typed.problem("nameJa", "partnership.contact.problem.name");
        }
        if (consent.purpose() == null) {
            typed.problem("purpose", "partnership.contact.problem.purpose");
        }
        if (consent.how() == null) {
            typed.problem("how", "partnership.contact.problem.how");
        }
        if (!mail(typed.text("email"))) {
            typed.problem("email", "partnership.contact.problem.email");
        }
        return new Contact(
                id,
                partner,
                typed.id("unit"),
                typed.text("faculty"),
                name,
                typed.text("reading"),
                typed.bilingual("position"),
                typed.text("email"),
                typed.text("phone"),
                languages(typed.value("languages")),
                consent,
                typed.day("last"),
                typed.text("note"),
                typed.version());
    }

    static boolean mail(@Nullable String text) {
        return text == null || text.matches(MAIL);
    }

    /// Codes as people type them, with commas or blanks between.
    static List<String> languages(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,、;・/]+"))
                .filter(one -> one.matches("[a-z]{2,3}"))
                .distinct()
                .toList();
    }

    /// What a list states over what is known: it leaves alone what it does not state.
    static Contact over(Contact known, Contact stated) {
        return new Contact(
                known.id(),
                known.organization(),
                known.unit(),
                first(stated.faculty(), known.faculty()),
                over(known.name(), stated.name()),
                first(stated.reading(), known.reading()),
                over(known.position(), stated.position()),
                first(stated.email(), known.email()),
                first(stated.phone(), known.phone()),
                stated.languages().isEmpty() ? known.languages() : stated.languages(),
                stated.consent(),
                first(stated.lastContact(), known.lastContact()),
                first(stated.note(), known.note()),
                known.version());
    }

    private static Bilingual over(Bilingual known, Bilingual stated) {
        return new Bilingual(first(stated.ja(), known.ja()), first(stated.en(), known.en()));
    }

    private static <T> @Nullable T first(@Nullable T stated, @Nullable T known) {
        return stated == null ? known : stated;
    }
}
