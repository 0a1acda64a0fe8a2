package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Organizations, their names and every key under which a name is found. Immutable.
public final class NameIndex {

    /// Further families of keys beside those of [org.kakehashi.resolver.text.Keys].
    static final int ID = 20;

    static final int DOMAIN = 21;
    static final int PLACE = 22;

    final Organizations organizations;
    final Names names;
    final KeyTable keys;
    final PieceIndex pieces;

    /// How many other organizations have names that begin with the name, by ordinal of the name.
    final byte[] stems;

    /// Names taken apart so far: comparing by sound looks at thousands.
    private final AtomicReferenceArray<Decomposed> apart;

    private NameIndex(Builder builder) {
        organizations = builder.organizations.build();
        names = builder.names.build();
        keys = builder.keys.build();
        pieces = builder.pieces.build();
        stems = builder.openings.count(keys, names);
        apart = new AtomicReferenceArray<>(names.size());
    }

    private NameIndex(Source source) {
        organizations = Organizations.read(source);
        names = Names.read(source);
        keys = KeyTable.read(source);
        pieces = PieceIndex.read(source);
        stems = source.byteArray();
        apart = new AtomicReferenceArray<>(names.size());
    }

    void write(Sink sink) throws IOException {
        organizations.write(sink);
        names.write(sink);
        keys.write(sink);
        pieces.write(sink);
        sink.put(ByteBuffer.wrap(stems));
    }

    static NameIndex read(Source source) {
        return new NameIndex(source);
    }

    /// Reads the stream once; nothing of it is kept but primitive arrays.
    public static NameIndex build(Stream<Entry> entries) {
        Builder builder = new Builder();
        entries.forEach(builder::add);
        return builder.build();
    }

    Decomposed decomposed(int name) {
        Decomposed known = apart.get(name);
        if (known == null) {
            Units units = Units.of(names.value(name));
            known = Decomposed.ofWords(Keys.looseWords(units, 0, units.size()));
            apart.set(name, known);
        }
        return known;
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
        private final Openings openings = new Openings();
        private final Set<Long> places = new HashSet<>();

        void add(Entry entry) {
            if (entry.names().isEmpty()) {
                return;
            }
            int org = organizations.add(entry);
            keys.add(Hash.of(entry.id(), ID), org);
            entry.domains().forEach(domain -> addDomain(domain, org));
            entry.places().forEach(place -> addPlace(place, entry.country()));
            names.startOwner();
            for (Entry.Name name : ordered(entry)) {
                int ordinal = names.add(org, name.value(), name.kind());
                IndexKeys filed = IndexKeys.of(name, entry);
                filed.keys().forEach(key -> keys.add(key, ordinal));
                pieces.add(filed.pieces(), ordinal);
                if (name.kind() == NameKind.DISPLAY && entry.status() == Status.ACTIVE) {
                    openings.add(filed.openings(), org);
                }
            }
        }

        private void addPlace(String place, String country) {
            Units units = Units.of(place);
            String words = String.join("", Keys.looseWords(units, 0, units.size()));
            long key = Hash.of(words, PLACE);
            char code = Organizations.pack(country);
            if (!words.isEmpty() && code != 0 && places.add(key * 31 + code)) {
                keys.add(key, code);
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
            names.addAll(LaterNames.of(entry.id()));
            names.sort(Comparator.comparing(Entry.Name::kind));
            return names;
        }

        NameIndex build() {
            return new NameIndex(this);
        }
    }
}
