package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.mobility.internal.StayStore.Version;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.HistoryEntry;
import org.kakehashi.ui.view.Tone;

/// What changed in a stay from one version to the next.
final class StayTimeline {
    private static final Set<String> CODED =
            Set.of("direction", "kind", "status", "level", "studentStatus", "housing");
    private static final Set<String> HIDDEN =
            Set.of("version", "person", "partner", "unit", "agreement", "annex");

    private StayTimeline() {}

    static List<HistoryEntry> of(List<Version> versions, Function<UUID, @Nullable String> names) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            boolean first = i + 1 == versions.size();
            UUID by = version.by();
            entries.add(
                    new HistoryEntry(
                            Dates.moment(version.at()),
                            version.at().toInstant().toString(),
                            t(first ? "mobility.created" : "mobility.changed"),
                            by == null ? null : names.apply(by),
                            Tone.NEUTRAL,
                            first ? List.of() : changes(versions.get(i + 1), version)));
        }
        return entries;
    }

    private static List<HistoryEntry.Change> changes(Version before, Version after) {
        Map<String, String> then = StayReader.typed(before.stay());
        Map<String, String> now = StayReader.typed(after.stay());
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        List<HistoryEntry.Change> changes = new ArrayList<>();
        for (String name : names) {
            String old = then.getOrDefault(name, "");
            String fresh = now.getOrDefault(name, "");
            if (old.equals(fresh) || name.equals("version")) {
                continue;
            }
            boolean hidden = HIDDEN.contains(name);
            changes.add(
                    new HistoryEntry.Change(
                            t("mobility." + name),
                            hidden ? t("mobility.history.before") : shown(name, old),
                            hidden ? t("mobility.history.after") : shown(name, fresh)));
        }
        return changes;
    }

    private static @Nullable String shown(String name, String value) {
        if (value.isEmpty()) {
            return null;
        }
        if (CODED.contains(name)) {
            return t("mobility." + name + "." + value);
        }
        if (name.equals("country")) {
            return Words.country(value);
        }
        if (value.equals("true") || value.equals("false")) {
            return t(value.equals("true") ? "mobility.yes" : "mobility.no");
        }
        return value;
    }
}
