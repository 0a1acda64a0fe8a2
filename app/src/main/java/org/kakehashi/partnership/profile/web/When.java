package org.kakehashi.partnership.profile.web;

import org.kakehashi.kernel.DateText;
import org.kakehashi.ui.Dates;

/// A date as far as it is known, as people read it.
public final class When {
    private When() {}

    public static String of(DateText date) {
        return date.date() != null && date.precision() == DateText.Precision.DAY
                ? Dates.day(date.date())
                : date.iso();
    }
}
