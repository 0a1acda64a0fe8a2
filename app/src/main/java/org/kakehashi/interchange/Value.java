package org.kakehashi.interchange;

import org.jspecify.annotations.Nullable;

/// A value of a property.
public sealed interface Value {
    /// @param language tag, null when the registry does not say or it is no natural language
    record Words(String text, @Nullable String language) implements Value {}

    /// A whole number.
    record Whole(long number) implements Value {}

    /// A number.
    record Real(double number) implements Value {}

    /// Another organization.
    record Entity(String id, String name, @Nullable String language) implements Value {}
}
