package org.kakehashi.resolver.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Hash;

/// One view on a registry index and the additions laid over it. Ordinals run through both; an added
/// organization hides the one of the same identifier below.
public final class Catalog {

    private static final double COMMON_SHARE = 0.004;
    private static final int COMMON_AT_LEAST = 50;

    private final NameIndex base;
    private final NameIndex added;
    private final int orgs;
    private final int names;

    /// Organizations below whose place an addition takes.
    private final BitSet hidden = new BitSet();

    /// Weights of the names added, by the rarity of their pieces in all.
    private final double[] addedWeights;

    public Catalog(NameIndex base, NameIndex added) {
        this.base = base;
        this.added = added;
        this.orgs = base.organizations();
        this.names = base.names();
        for (int org = 0; org < added.organizations(); org++) {
            long key = Hash.of(added.organizations.id(org), NameIndex.ID);
            for (int at = base.keys.first(key); at >= 0 && base.keys.has(at, key); at++) {
                hidden.set(base.keys.value(at));
            }
        }
        this.addedWeights = weigh();
    }

    private double[] weigh() {
        double[] weights = new double[added.names()];
        for (int piece = 0; piece < added.pieces.size(); piece++) {
            double rarity = rarity(added.pieces.piece(piece));
            for (int i = 0; i < added.pieces.frequency(piece); i++) {
                weights[added.pieces.posting(piece, i)] += rarity;
            }
        }
        return weights;
    }

    /// A name that has the key asked for.
    ///
    /// @param name ordinal of the name
    /// @param org ordinal of its organization
    /// @param closeness 1 for names found by key, less for names found by similarity
    public record Hit(int name, int org, NameKind kind, double closeness) {}

    /// Tells every name that has the piece.
    public void eachNameWith(String piece, IntConsumer action) {
        int ordinal = base.pieces.ordinal(piece);
        for (int i = 0; ordinal >= 0 && i < base.pieces.frequency(ordinal); i++) {
            int name = base.pieces.posting(ordinal, i);
            if (hidden.isEmpty() || !hidden.get(base.names.owner(name))) {
                action.accept(name);
            }
        }
        int over = added.pieces.ordinal(piece);
        for (int i = 0; over >= 0 && i < added.pieces.frequency(over); i++) {
            action.accept(added.pieces.posting(over, i) + names);
        }
    }

    /// The name as a hit.
    public Hit hit(int name, double closeness) {
        Names all = name < names ? base.names : added.names;
        int own = name < names ? name : name - names;
        int org = all.owner(own) + (name < names ? 0 : orgs);
        return new Hit(name, org, all.kind(own), closeness);
    }

    /// Names filed under a key of a family in [org.kakehashi.resolver.text.Keys].
    public List<Hit> find(long key) {
        List<Hit> hits = List.of();
        int at = base.keys.first(key);
        int over = added.keys.first(key);
        if (at >= 0 || over >= 0) {
            hits = new ArrayList<>();
            collect(hits, base, at, key, 0, 0);
            collect(hits, added, over, key, names, orgs);
        }
        return hits;
    }

    public boolean has(long key) {
        return base.keys.first(key) >= 0 || added.keys.first(key) >= 0;
    }

    private void collect(
            List<Hit> hits, NameIndex index, int first, long key, int nameShift, int orgShift) {
        for (int at = first; at >= 0 && index.keys.has(at, key); at++) {
            int name = index.keys.value(at);
            int org = index.names.owner(name) + orgShift;
            if (!isHidden(org)) {
                hits.add(new Hit(name + nameShift, org, index.names.kind(name), 1));
            }
        }
    }

    /// Countries in which the registry has a city or region of this name, given as loose words run
    /// together.
    public Set<String> placeCountries(CharSequence place) {
        long key = Hash.of(place, NameIndex.PLACE);
        int first = base.keys.first(key);
        if (first < 0) {
            return Set.of();
        }
        Set<String> countries = new HashSet<>();
        for (int at = first; base.keys.has(at, key); at++) {
            countries.add(Organizations.unpack((char) base.keys.value(at)));
        }
        return countries;
    }

    /// How many other organizations have names that begin with this name and go on.
    public int stems(int name) {
        return name < names ? base.stems[name] : 0;
    }

    public int nameCount(int org) {
        Names all = org < orgs ? base.names : added.names;
        return all.end(own(org)) - all.first(own(org));
    }

    /// Organizations that own the host or, failing that, a domain above it.
    public List<Integer> byHost(String host) {
        List<Integer> found = new ArrayList<>();
        String domain = host;
        while (found.isEmpty() && domain.contains(".")) {
            each(Hash.of(domain, NameIndex.DOMAIN), found::add);
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return found;
    }

    /// The ordinal of an identifier, or null.
    public @Nullable Integer byId(String id) {
        List<Integer> found = new ArrayList<>();
        each(Hash.of(id, NameIndex.ID), found::add);
        return found.isEmpty() ? null : found.getLast();
    }

    private void each(long key, IntConsumer action) {
        for (int at = base.keys.first(key); at >= 0 && base.keys.has(at, key); at++) {
            if (!isHidden(base.keys.value(at))) {
                action.accept(base.keys.value(at));
            }
        }
        for (int at = added.keys.first(key); at >= 0 && added.keys.has(at, key); at++) {
            action.accept(added.keys.value(at) + orgs);
        }
    }

    private boolean isHidden(int org) {
        return hidden.get(org);
    }

    /// How rare a piece of a name is: natural logarithm of names per name with the piece, 0 to
    /// about 12.6; the highest value for pieces no name has.
    public double rarity(String piece) {
        return Math.log((names + 1.0) / (frequency(piece) + 1.0));
    }

    /// Weight of all pieces of a name: what sharing them all is worth.
    public double weight(int name) {
        return name < names ? base.pieces.weight(name) : addedWeights[name - names];
    }

    /// Whether so many names have the piece that it tells little: university, national, health.
    public boolean isCommon(String piece) {
        return frequency(piece) > Math.max(COMMON_AT_LEAST, names * COMMON_SHARE);
    }

    /// Pieces of names that differ from the word in one letter.
    public List<String> similarPieces(String word) {
        List<String> similar = new ArrayList<>(pieces(base, word));
        pieces(added, word).stream()
                .filter(piece -> !similar.contains(piece))
                .forEach(similar::add);
        return similar;
    }

    private static List<String> pieces(NameIndex index, String word) {
        return index.pieces.similar(word).stream().map(index.pieces::piece).toList();
    }

    /// How many names have the piece.
    public int frequency(String piece) {
        return frequency(base, piece) + frequency(added, piece);
    }

    private static int frequency(NameIndex index, String piece) {
        int ordinal = index.pieces.ordinal(piece);
        return ordinal < 0 ? 0 : index.pieces.frequency(ordinal);
    }

    public String id(int org) {
        return of(org).id(own(org));
    }

    public String country(int org) {
        return of(org).country(own(org));
    }

    public Status status(int org) {
        return of(org).status(own(org));
    }

    public boolean is(int org, Kind kind) {
        return of(org).is(own(org), kind);
    }

    public boolean hasKinds(int org) {
        return of(org).hasKinds(own(org));
    }

    public List<String> places(int org) {
        return of(org).places(own(org));
    }

    public List<String> parents(int org) {
        return of(org).parents(own(org));
    }

    public List<Entry.Successor> successors(int org) {
        return of(org).successors(own(org));
    }

    /// The registry's display name.
    public String displayName(int org) {
        Names all = org < orgs ? base.names : added.names;
        return all.value(all.first(own(org)));
    }

    public List<String> names(int org) {
        Names all = org < orgs ? base.names : added.names;
        List<String> values = new ArrayList<>();
        for (int name = all.first(own(org)); name < all.end(own(org)); name++) {
            values.add(all.value(name));
        }
        return values;
    }

    /// Initials the registry has for the organization.
    public List<String> initials(int org) {
        Names all = org < orgs ? base.names : added.names;
        List<String> values = new ArrayList<>();
        for (int name = all.first(own(org)); name < all.end(own(org)); name++) {
            if (all.kind(name) == NameKind.ACRONYM) {
                values.add(all.value(name));
            }
        }
        return values;
    }

    /// Names of the registry and added ones.
    public int names() {
        return names + added.names();
    }

    /// The name in Latin letters taken apart.
    public Decomposed decomposed(int name) {
        return name < names ? base.decomposed(name) : added.decomposed(name - names);
    }

    public String name(int name) {
        return name < names ? base.names.value(name) : added.names.value(name - names);
    }

    private Organizations of(int org) {
        return org < orgs ? base.organizations : added.organizations;
    }

    private int own(int org) {
        return org < orgs ? org : org - orgs;
    }
}
