package org.kakehashi.resolver;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.match.Matching;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// People's decisions by folded text, with or without country; texts without any letter are left
/// out, since they all fold to the same.
final class Decisions {

    private static final Decisions NONE = new Decisions(Map.of());

    private final Map<Key, Overlay.Confirmed> known;

    private Decisions(Map<Key, Overlay.Confirmed> known) {
        this.known = known;
    }

    private record Key(long text, String country) {
        static Key of(String text, @Nullable String country) {
            Units units = Units.of(text);
            return new Key(
                    Keys.exact(units, 0, units.size()),
                    country == null ? "" : country.strip().toUpperCase(Locale.ROOT));
        }
    }

    static Decisions none() {
        return NONE;
    }

    static Decisions of(List<Overlay.Confirmed> decisions) {
        Map<Key, Overlay.Confirmed> known = new HashMap<>();
        for (Overlay.Confirmed decision : decisions) {
            Key key = Key.of(decision.text(), decision.country());
            if (key.text() != Hash.START) {
                known.put(key, decision);
            }
        }
        return new Decisions(Map.copyOf(known));
    }

    /// The decided answer, an empty one if a person found none to fit; null when nobody decided.
    @Nullable List<Mention> mentions(Catalog catalog, String text, Hints hints) {
        if (known.isEmpty()) {
            return null;
        }
        Overlay.Confirmed decision = known.get(Key.of(text, hints.country()));
        if (decision == null) {
            decision = known.get(Key.of(text, null));
        }
        if (decision == null) {
            return null;
        }
        Integer org = decision.id() == null ? null : catalog.byId(decision.id());
        if (org == null) {
            return decision.id() == null ? List.of() : null;
        }
        Candidate candidate = Matching.decided(catalog, org, hints.date());
        Span whole = new Span(0, text.length());
        return List.of(new Mention(whole, Decision.CERTAIN, List.of(candidate)));
    }
}
