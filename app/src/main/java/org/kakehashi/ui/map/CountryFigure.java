package org.kakehashi.ui.map;

import org.jspecify.annotations.Nullable;

/// A country's figure: ISO 3166-1 alpha-2 code, name in the reader's language, value or null if
/// unknown, its records.
public record CountryFigure(
        String code, String name, @Nullable Number value, @Nullable String href) {}
