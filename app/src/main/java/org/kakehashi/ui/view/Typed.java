package org.kakehashi.ui.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What a form holds, as kept or as typed, and the message keys of what is wrong with it by field.
/// Reading a field notes what is wrong; `fine` says whether everything read so far can be kept.
public final class Typed {
    private static final int LONGEST = 4_000;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    public Typed(Map<String, String> values) {
        this.values.putAll(values);
    }

    public Typed() {}

    /// Fills a field with what is kept.
    public Typed with(String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
        return this;
    }

    public Typed with(String field, Bilingual text) {
        return with(field + "Ja", text.ja()).with(field + "En", text.en());
    }

    /// What stands in the field, null where nothing does.
    public @Nullable String get(String field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public String or(String field, String otherwise) {
        String value = get(field);
        return value == null ? otherwise : value;
    }

    public Bilingual text(String field) {
        longest(field + "Ja");
        longest(field + "En");
        return new Bilingual(get(field + "Ja"), get(field + "En"));
    }

    /// A text that must be there in at least one language.
    public Bilingual requiredText(String field, String problem) {
        Bilingual text = text(field);
        if (text.parity() == Bilingual.Parity.NONE) {
            wrong(field + "Ja", problem);
        }
        return text;
    }

    public @Nullable UUID id(String field) {
        String value = get(field);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            wrong(field, "ui.typed.unknown");
            return null;
        }
    }

    /// A day as date fields give it.
    public @Nullable LocalDate day(String field) {
        String value = get(field);
        try {
            LocalDate day = value == null ? null : LocalDate.parse(value);
            if (day != null && (day.getYear() < 1850 || day.getYear() > 2200)) {
                wrong(field, "ui.typed.day");
            }
            return day;
        } catch (DateTimeParseException e) {
            wrong(field, "ui.typed.day");
            return null;
        }
    }

    public @Nullable Integer number(String field, int least, int most) {
        String value = get(field);
        if (value == null) {
            return null;
        }
        String plain =
                com.ibm.icu.text.Normalizer2.getNFKCInstance().normalize(value).replace(",", "");
        if (plain.matches("\\d{1,9}")) {
            int number = Integer.parseInt(plain);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(field, "ui.typed.number");
        return null;
    }

    public void wrong(String field, String problem) {
        problems.putIfAbsent(field, problem);
    }

    public boolean fine() {
        return problems.isEmpty();
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    private void longest(String field) {
        String value = get(field);
        if (value != null && value.length() > LONGEST) {
            wrong(field, "ui.typed.long");
        }
    }
}
