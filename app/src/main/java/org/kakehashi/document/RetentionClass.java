package org.kakehashi.document;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// How long documents are kept.
///
/// @param years counted from the 1 April after the reference day; null means for ever
/// @param active whether it may be chosen
public record RetentionClass(
        String code, Bilingual name, @Nullable Integer years, boolean active, int version) {}
