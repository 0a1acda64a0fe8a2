package org.kakehashi.kernel;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value that the database, addresses and message keys write in small letters.
public interface Coded {
    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The value with this code, if there is one.
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, @Nullable String code) {
        for (E value : type.getEnumConstants()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The value with this code; for codes the database has checked.
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return find(type, code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
