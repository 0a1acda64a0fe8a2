package org.kakehashi.strategy.web;

import com.ibm.icu.text.Normalizer2;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Target;
import org.kakehashi.strategy.ValueEntry;

/// A target as typed.
public record TargetForm(
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String year,
        @Nullable String value,
        @Nullable String note) {
    static final TargetForm BLANK = new TargetForm("target", null, null, null, null);

    /// Message keys by field.
    Map<String, String> problems() {
        Map<String, String> found = new LinkedHashMap<>();
        if (number(year) < 1950 || number(year) > 2100) {
            found.put("year", "strategy.target.problem.year");
        }
        if (ValueEntry.number(value) == null) {
            found.put("value", "strategy.record.value.number");
        }
        if (note == null || note.isBlank()) {
            found.put("note", "strategy.target.problem.note");
        }
        return found;
    }

    private static int number(@Nullable String typed) {
        String text = typed == null ? "" : Normalizer2.getNFKCInstance().normalize(typed.strip());
        return text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
    }

    /// Call only where there are no problems.
    Target target(Indicator indicator, @Nullable UUID ofUnit) {
        return new Target(
                new UUID(0, 0),
                indicator.code(),
                ofUnit,
                number(year),
                Coded.find(Target.Kind.class, kind).orElse(Target.Kind.TARGET),
                java.util.Objects.requireNonNull(ValueEntry.number(value)),
                String.valueOf(note).strip(),
                0);
    }
}
