package org.kakehashi.ui;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates in the reader's language: 2026年4月1日 or 1 April 2026. Moments are shown in the office's
/// zone.
public final class Dates {
    private static final ZoneId ZONE =
            ZoneId.of(System.getProperty("kakehashi.zone", "Asia/Tokyo"));
    private static final DateTimeFormatter DAY_JA =
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT_JA =
            DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm", Locale.JAPANESE);
    private static final DateTimeFormatter MOMENT_EN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Dates() {}

    /// The office's zone, in which days begin and deadlines end.
    public static ZoneId zone() {
        return ZONE;
    }

    public static String day(LocalDate date) {
        return (Text.japanese() ? DAY_JA : DAY_EN).format(date);
    }

    public static String moment(OffsetDateTime moment) {
        return (Text.japanese() ? MOMENT_JA : MOMENT_EN).format(moment.atZoneSameInstant(ZONE));
    }
}
