package org.kakehashi.resolver.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// With which runs of words the names of organizations begin: "Columbia College" opens the names of
/// several, so that it alone means none of them surely.
final class Openings {

    private static final int MOST = 100;

    private final KeyTable.Builder table = new KeyTable.Builder();
    private int lastOrg = -1;
    private final Set<Long> own = new HashSet<>();

    /// @param keys of all proper beginnings of a name, as of [IndexKeys]
    void add(List<Long> keys, int org) {
        if (org != lastOrg) {
            own.clear();
            lastOrg = org;
        }
        for (long key : keys) {
            if (own.add(key)) {
                table.add(key, org);
            }
        }
    }

    byte[] count(KeyTable names, Names owners) {
        byte[] counts = new byte[owners.size()];
        KeyTable openings = table.build();
        for (int at = 0; at < openings.size(); at++) {
            long key = openings.key(at);
            for (int hit = names.first(key); hit >= 0 && names.has(hit, key); hit++) {
                int name = names.value(hit);
                if (owners.owner(name) != openings.value(at) && counts[name] < MOST) {
                    counts[name]++;
                }
            }
        }
        return counts;
    }
}
