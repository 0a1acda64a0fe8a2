package org.kakehashi.ui.map;

import org.jspecify.annotations.Nullable;

/// Something at a point: degrees north and east, its name, how much it weighs (area of its circle),
/// its page.
public record Place(
        double latitude, double longitude, String label, double weight, @Nullable String href) {}
