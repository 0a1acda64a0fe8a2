package org.kakehashi.partnership.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Problem;

/// A form as it was typed, and what is wrong with it. It comes back as it was.
public final class Typed {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> values;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public Typed(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public Typed() {
        this(Map.of());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public void put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    public void put(String name, Bilingual text) {
        put(name + "Ja", text.ja());
        put(name + "En", text.en());
    }

    public @Nullable String text(String name) {
        String text = value(name).strip();
        return text.isEmpty() ? null : text;
    }

    public Bilingual bilingual(String name) {
        return new Bilingual(values.get(name + "Ja"), values.get(name + "En"));
    }

    public @Nullable UUID id(String name) {
        String text = value(name);
        return ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /// The version the form was filled with; none matches what cannot be read.
    public int version() {
        String version = value("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    /// A day that may be left out.
    public @Nullable LocalDate day(String name) {
        if (value(name).isBlank()) {
            return null;
        }
        LocalDate day = read(value(name));
        if (day == null) {
            problem(name, "partnership.problem.date");
        }
        return day;
    }

    /// A day that must be there; today stands for it where it is wrong, and the problem is noted.
    public LocalDate dayNeeded(String name) {
        LocalDate day = day(name);
        if (day == null) {
            problem(name, "partnership.problem.date");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    /// The one day that a text states; null if it states none, or several.
    public static @Nullable LocalDate read(String text) {
        var dates = DateReader.read(text.strip()).dates();
        DateText date = dates.size() == 1 ? dates.getFirst().date() : DateText.NONE;
        return date.precision() == DateText.Precision.DAY ? date.date() : null;
    }

    /// The partner chosen from the suggestions, or, without them, the only one of that name.
    public @Nullable OrganizationRef partner(Organizations organizations) {
        UUID chosen = id("partner");
        OrganizationRef found = chosen == null ? null : organizations.find(chosen).orElse(null);
        if (found == null && !value("partnerText").isBlank()) {
            List<OrganizationRef> named =
                    organizations.search(value("partnerText").strip(), 2).stream()
                            .filter(one ->
                                    value("partnerText")
                                            .strip()
                                            .equalsIgnoreCase(one.label(Text.locale())))
                            .toList();
            found = named.size() == 1 ? named.getFirst() : null;
        }
        if (found == null) {
            problem("partner", "partnership.problem.partner");
        }
        return found;
    }

    public void partner(OrganizationRef ref) {
        put("partner", ref.id());
        put("partnerText", ref.label(Text.locale()));
    }

    public void problem(String name, String key) {
        problems.putIfAbsent(name, key);
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    /// What is wrong with a field, a message key; null: nothing.
    public @Nullable String wrong(String name) {
        return problems.get(name);
    }

    public List<Problem> shown() {
        return problems.entrySet().stream()
                .map(one ->
                        new Problem(
                                t(one.getValue()),
                                one.getKey().isEmpty() ? null : "#" + one.getKey(),
                                null))
                .toList();
    }
}
