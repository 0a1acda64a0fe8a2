package org.kakehashi.ui.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A column of an export: both headers, how wide (characters), and its value in a row: text,
/// [Number], [java.time.LocalDate], [java.time.Instant], [Boolean], [Bilingual] or null for
/// unknown.
public record ExportColumn<R>(
        String key, Bilingual header, int width, Function<R, @Nullable Object> value) {
    public static <R> ExportColumn<R> of(
            String key, String ja, String en, Function<R, @Nullable Object> value) {
        return new ExportColumn<>(key, new Bilingual(ja, en), 18, value);
    }

    public ExportColumn<R> wide(int characters) {
        return new ExportColumn<>(key, header, characters, value);
    }
}
