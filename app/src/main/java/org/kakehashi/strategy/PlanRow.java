package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A line of a plan written in a file, to be added or changed.
///
/// @param code of what is changed; null or a name beginning with `+` where it is new
/// @param under code, or name beginning with `+`, of what it belongs to
/// @param id of a step that is changed
public record PlanRow(
        Kind kind,
        @Nullable String code,
        @Nullable String under,
        Bilingual title,
        Bilingual aim,
        @Nullable UUID unit,
        @Nullable String level,
        @Nullable LocalDate from,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        @Nullable String result,
        @Nullable UUID id,
        @Nullable Integer version) {
    public enum Kind implements org.kakehashi.kernel.Coded {
        PROCESS,
        TARGET,
        ACTION,
        MEASURE,
        MILESTONE;

        public boolean part() {
            return this == PROCESS || this == TARGET;
        }

        public boolean step() {
            return this == MEASURE || this == MILESTONE;
        }
    }

    public boolean added() {
        return version == null;
    }
}
