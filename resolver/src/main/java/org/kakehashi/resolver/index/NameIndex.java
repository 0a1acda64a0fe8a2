package org.kakehashi.resolver.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.text.Hash;

/// Organizations, their names and every key under which a name is found. Immutable.
public final class NameIndex {

    /// Further families of keys beside those of [org.kakehashi.resolver.text.Keys].
    static final int ID = 20;

    static final int DOMAIN = 21;

    final Organizations organizations;
    final Names names;
    final KeyTable keys;
    final PieceIndex pieces;

    private NameIndex(Builder builder) {
        organizations = builder.organizations.build();
        names = builder.names.build();
        keys = builder.keys.build();
        pieces = builder.pieces.build();
    }

    /// Reads the stream once; nothing of it is kept but primitive arrays.
    public static NameIndex build(Stream<Entry> entries) {
        Builder builder = new Builder();
        entries.forEach(builder::add);
        return builder.build();
    }

    public int organizations() {
        return organizations.size();
    }

    public int names() {
        return names.size();
    }

    private static final class Builder {
        private final Organizations.Builder organizations = new Organizations.Builder();
        private final Names.Builder names = new Names.Builder();
        private final KeyTable.Builder keys = new KeyTable.Builder();
        private final PieceIndex.Builder pieces = new PieceIndex.Builder();

        void add(Entry entry) {
            if (entry.names().isEmpty()) {
                return;
            }
            int org = organizations.add(entry);
            keys.add(Hash.of(entry.id(), ID), org);
            entry.domains().forEach(domain -> addDomain(domain, org));
            boolean spoken = entry.kinds().contains(Kind.EDUCATION);
            names.startOwner();
            for (Entry.Name name : ordered(entry)) {
                int ordinal = names.add(org, name.value(), name.kind());
                IndexKeys filed = IndexKeys.of(name, entry.country(), spoken);
                filed.keys().forEach(key -> keys.add(key, ordinal));
                pieces.add(filed.pieces(), ordinal);
            }
        }

        private void addDomain(String domain, int org) {
            String host = Hosts.host(domain);
            if (!host.isEmpty()) {
                keys.add(Hash.of(host, DOMAIN), org);
            }
        }

        private static List<Entry.Name> ordered(Entry entry) {
            List<Entry.Name> names = new ArrayList<>(entry.names());
            names.sort(Comparator.comparing(Entry.Name::kind));
            return names;
        }

        NameIndex build() {
            return new NameIndex(this);
        }
    }
}
