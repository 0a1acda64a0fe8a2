package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.Status;

/// The organizations themselves, by ordinal.
final class Organizations {

    private static final Status[] STATUS = Status.values();

    /// Stands between identifier and date.
    private static final char SINCE = '\t';

    private final Pool ids;
    private final char[] countries;
    private final byte[] states;
    private final short[] kinds;
    private final Lists places;
    private final Lists parents;
    private final Lists successors;

    private Organizations(Builder builder) {
        ids = builder.ids.build();
        countries = Arrays.copyOf(builder.countries, builder.size);
        states = Arrays.copyOf(builder.states, builder.size);
        kinds = Arrays.copyOf(builder.kinds, builder.size);
        places = builder.places.build();
        parents = builder.parents.build();
        successors = builder.successors.build();
    }

    private Organizations(Source source) {
        ids = Pool.read(source);
        countries = source.chars();
        states = source.byteArray();
        kinds = source.shorts();
        places = Lists.read(source);
        parents = Lists.read(source);
        successors = Lists.read(source);
    }

    void write(Sink sink) throws IOException {
        ids.write(sink);
        sink.put(countries);
        sink.put(ByteBuffer.wrap(states));
        sink.put(kinds);
        places.write(sink);
        parents.write(sink);
        successors.write(sink);
    }

    static Organizations read(Source source) {
        return new Organizations(source);
    }

    int size() {
        return countries.length;
    }

    String id(int org) {
        return ids.get(org);
    }

    String country(int org) {
        return unpack(countries[org]);
    }

    static String unpack(char code) {
        return code == 0 ? "" : "" + (char) (code >> 8) + (char) (code & 0xFF);
    }

    Status status(int org) {
        return STATUS[states[org]];
    }

    boolean is(int org, Kind kind) {
        return (kinds[org] >> kind.ordinal() & 1) == 1;
    }

    boolean hasKinds(int org) {
        return kinds[org] != 0;
    }

    List<String> places(int org) {
        return places.get(org);
    }

    List<String> parents(int org) {
        return parents.get(org);
    }

    List<Entry.Successor> successors(int org) {
        return successors.get(org).stream().map(Organizations::successor).toList();
    }

    private static String written(Entry.Successor one) {
        return one.since() == null ? one.id() : one.id() + SINCE + one.since();
    }

    private static Entry.Successor successor(String written) {
        int at = written.indexOf(SINCE);
        return at < 0
                ? new Entry.Successor(written, null)
                : new Entry.Successor(
                        written.substring(0, at), LocalDate.parse(written.substring(at + 1)));
    }

    static char pack(String code) {
        return code.length() == 2 ? (char) (code.charAt(0) << 8 | code.charAt(1)) : 0;
    }

    static final class Builder {
        private final Pool.Builder ids = new Pool.Builder();
        private final Lists.Builder places = new Lists.Builder();
        private final Lists.Builder parents = new Lists.Builder();
        private final Lists.Builder successors = new Lists.Builder();
        private char[] countries = new char[256];
        private byte[] states = new byte[256];
        private short[] kinds = new short[256];
        private int size;

        int add(Entry entry) {
            if (size == countries.length) {
                countries = Arrays.copyOf(countries, size * 2);
                states = Arrays.copyOf(states, size * 2);
                kinds = Arrays.copyOf(kinds, size * 2);
            }
            ids.add(entry.id());
            countries[size] = pack(entry.country());
            states[size] = (byte) entry.status().ordinal();
            entry.kinds().forEach(kind -> kinds[size] |= (short) (1 << kind.ordinal()));
            places.add(entry.places());
            parents.add(entry.parents());
            successors.add(entry.successors().stream().map(Organizations::written).toList());
            return size++;
        }

        Organizations build() {
            return new Organizations(this);
        }
    }
}
