package org.kakehashi.recovery.web;

import static org.kakehashi.ui.Text.t;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kakehashi.recovery.Backups.Made;
import org.kakehashi.recovery.Backups.Settings;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.Tone;

/// What the page of backups shows.
public record RecoveryPage(List<Made> made, Settings settings, String folder, Instant now) {
    private static final Duration FRESH = Duration.ofHours(26);
    private static final Duration OLD = Duration.ofDays(7);

    /// How worrying the age of the newest backup is.
    public Tone tone() {
        if (made.isEmpty()) {
            return Tone.BAD;
        }
        Duration age = Duration.between(made.getFirst().at(), now);
        return age.compareTo(FRESH) < 0
                ? Tone.GOOD
                : age.compareTo(OLD) < 0 ? Tone.ATTENTION : Tone.BAD;
    }

    public String age() {
        return made.isEmpty()
                ? t("recovery.never")
                : t("recovery.age", "hours", Duration.between(made.getFirst().at(), now).toHours());
    }

    public static String moment(Instant at) {
        return Dates.moment(at.atOffset(ZoneOffset.UTC));
    }

    /// The result of the last verification in words.
    public static String result(Made one) {
        if (one.verifiedAt() == null) {
            return t("recovery.verified.never");
        }
        return one.problem() == null
                ? t("recovery.verified.whole", "at", moment(one.verifiedAt()))
                : t("recovery.verified.broken", "at", moment(one.verifiedAt()));
    }

    public static Tone resultTone(Made one) {
        return one.verifiedAt() == null
                ? Tone.NEUTRAL
                : one.problem() == null ? Tone.GOOD : Tone.BAD;
    }

    public static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / 1e6);
    }
}
