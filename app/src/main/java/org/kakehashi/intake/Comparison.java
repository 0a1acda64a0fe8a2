package org.kakehashi.intake;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What a row would do to what is stored.
///
/// @param subject the record it is about, null for a new one
/// @param changes field by field, empty unless changed
/// @param reason message key of why it is refused
public record Comparison(
        State state, @Nullable UUID subject, List<FieldChange> changes, @Nullable String reason) {
    /// How a row compares.
    public enum State {
        NEW,
        CHANGED,
        SAME,
        /// says the same as a row above it
        DUPLICATE,
        /// may not be stored by the person acting
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One field before and after; the field is a message key.
    public record FieldChange(String field, Bilingual before, Bilingual after) {}

    public Comparison {
        changes = List.copyOf(changes);
    }

    public static Comparison isNew() {
        return new Comparison(State.NEW, null, List.of(), null);
    }

    public static Comparison same(UUID subject) {
        return new Comparison(State.SAME, subject, List.of(), null);
    }

    public static Comparison changed(UUID subject, List<FieldChange> changes) {
        return new Comparison(State.CHANGED, subject, changes, null);
    }

    public static Comparison duplicate() {
        return new Comparison(State.DUPLICATE, null, List.of(), null);
    }

    public static Comparison refused(String reason) {
        return new Comparison(State.REFUSED, null, List.of(), reason);
    }
}
