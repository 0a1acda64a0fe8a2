package org.kakehashi.review;

import org.jspecify.annotations.Nullable;

/// Which cases a list shows.
///
/// @param state a state, or null for any
/// @param kind of subject, or null for any
/// @param text words in number or title; empty for any
/// @param mine only those the person acting proposed
/// @param sort column, with a minus for descending
public record CaseFilter(
        CaseState.@Nullable Status state,
        @Nullable String kind,
        String text,
        boolean mine,
        String sort) {
    public static final CaseFilter ALL = new CaseFilter(null, null, "", false, "-proposed");
}
