package org.kakehashi.ui.view;

/// A field where the record as saved meanwhile and what a reader typed say different things.
///
/// @param field its id on the page; empty if it has none
public record LateDifference(String label, String saved, String typed, String field) {}
