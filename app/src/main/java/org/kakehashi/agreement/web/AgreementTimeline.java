package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Recorded;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.HistoryEntry;
import org.kakehashi.ui.view.Tone;
import org.springframework.stereotype.Component;

/// The history of an agreement for people: what changed, when, by whom, newest first.
@Component
class AgreementTimeline {
    private final Agreements agreements;
    private final ContentWords words;
    private final Users users;
    private final Clock clock;

    AgreementTimeline(Agreements agreements, ContentWords words, Users users, Clock clock) {
        this.agreements = agreements;
        this.words = words;
        this.users = users;
        this.clock = clock;
    }

    List<HistoryEntry> of(UUID id) {
        List<HistoryEntry> entries = new ArrayList<>();
        Map<String, String> before = Map.of();
        AgreementContent last = null;
        for (Recorded version : agreements.history(id)) {
            Map<String, String> now = words.of(version.content());
            entries.addFirst(
                    new HistoryEntry(
                            when(version.at()),
                            version.at().toInstant().toString(),
                            what(last, version),
                            by(version),
                            tone(last, version.content()),
                            changes(before, now)));
            before = now;
            last = version.content();
        }
        return entries;
    }

    private static String what(@Nullable AgreementContent before, Recorded version) {
        String what = t("agreement.history." + kind(before, version.content()));
        return version.reason() == null
                ? what
                : t("agreement.history.because", "what", what, "reason", version.reason());
    }

    private static String kind(@Nullable AgreementContent before, AgreementContent now) {
        if (before == null) {
            return "recorded";
        }
        if (before.ending() == null && now.ending() != null) {
            return "ended";
        }
        return before.ending() != null && now.ending() == null ? "reopened" : "changed";
    }

    private static Tone tone(@Nullable AgreementContent before, AgreementContent now) {
        return switch (kind(before, now)) {
            case "recorded" -> Tone.INFO;
            case "ended" -> Tone.ATTENTION;
            default -> Tone.NEUTRAL;
        };
    }

    private String by(Recorded version) {
        return version.by() == null
                ? t("agreement.history.system")
                : users.name(version.by()).map(Text::t).orElse(t("agreement.history.system"));
    }

    private String when(OffsetDateTime at) {
        DateFormat format =
                DateFormat.getInstanceForSkeleton("yMMMdHm", ULocale.forLocale(Text.locale()));
        format.setTimeZone(TimeZone.getTimeZone(clock.getZone().getId()));
        return format.format(Date.from(at.toInstant()));
    }

    private static List<HistoryEntry.Change> changes(
            Map<String, String> before, Map<String, String> now) {
        Map<String, Boolean> labels = new LinkedHashMap<>();
        now.keySet().forEach(label -> labels.put(label, true));
        before.keySet().forEach(label -> labels.put(label, true));
        List<HistoryEntry.Change> changes = new ArrayList<>();
        for (String label : labels.keySet()) {
            if (!Objects.equals(before.get(label), now.get(label))) {
                changes.add(new HistoryEntry.Change(label, before.get(label), now.get(label)));
            }
        }
        return changes;
    }
}
