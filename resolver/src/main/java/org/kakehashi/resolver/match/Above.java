package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Edits;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Tells the name of an organization above another from that of a department of it.
public final class Above {

    private static final int HIGHEST = 4;

    private Above() {}

    /// Whether the text is the name, but for a slip of the pen, of an organization above.
    public static boolean isNamed(Catalog catalog, String id, String text) {
        List<String> written = words(text);
        Integer org = catalog.byId(id);
        if (org == null || written.isEmpty()) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        Set<String> level = new HashSet<>(catalog.parents(org));
        for (int height = 0; height < HIGHEST && !level.isEmpty(); height++) {
            Set<String> next = new HashSet<>();
            for (String parent : level) {
                Integer above = seen.add(parent) ? catalog.byId(parent) : null;
                if (above != null) {
                    if (catalog.names(above).stream().anyMatch(name -> isSame(written, name))) {
                        return true;
                    }
                    next.addAll(catalog.parents(above));
                }
            }
            level = next;
        }
        return false;
    }

    private static boolean isSame(List<String> written, String name) {
        List<String> registered = words(name);
        if (registered.size() != written.size()) {
            return false;
        }
        for (int i = 0; i < written.size(); i++) {
            if (!Edits.atMostOne(written.get(i), registered.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String text) {
        Units units = Units.of(text);
        return Keys.looseWords(units, 0, units.size());
    }
}
