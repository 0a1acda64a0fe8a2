package org.kakehashi.ui.view;

/// A page above the present one.
public record Crumb(String label, String href) {}
