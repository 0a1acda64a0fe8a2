package org.kakehashi.ui.view;

/// A filter in force and the address of the same list without it.
public record Chip(String label, String removeHref) {}
