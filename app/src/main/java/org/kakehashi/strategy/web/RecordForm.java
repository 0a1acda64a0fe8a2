package org.kakehashi.strategy.web;

import org.jspecify.annotations.Nullable;

/// A value as typed.
///
/// @param version of the value that is corrected, null for a new one
/// @param id of the value that is corrected
public record RecordForm(
        @Nullable String year,
        @Nullable String unit,
        @Nullable String value,
        @Nullable String evidence,
        @Nullable Integer version,
        @Nullable String id) {}
