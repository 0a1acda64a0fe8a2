package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Pieces;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

/// Reads the signals of every organization found in a text.
final class Signals {

    private static final Map<Integer, Integer> STRICTNESS =
            Map.of(
                    Keys.EXACT, 0,
                    Keys.LOOSE, 1,
                    Keys.TURNED, 2,
                    Keys.WORDS, 3,
                    Keys.TOWNLESS, 4,
                    Keys.PART, 5,
                    Keys.TYPO, 6,
                    Keys.SOUND, 7,
                    Keys.SIMILAR, 8,
                    Keys.ACRONYM, 9);
    private static final int MOST = 9;

    private final Catalog catalog;
    private final Query query;
    private final Units units;
    private final Scene scene;
    private final List<Gazetteer.Place> places;

    Signals(Catalog catalog, Query query, Scene scene) {
        this.catalog = catalog;
        this.query = query;
        this.units = query.units();
        this.scene = scene;
        this.places = Gazetteer.places(catalog, query);
    }

    /// The signals all options of a finding share.
    float[] shared(Scene.Finding finding) {
        float[] s = new float[Signal.values().length];
        Match match = finding.match();
        set(s, Signal.FAMILY, strictness(match.family()));
        set(s, Signal.COUNTRY_STATED, query.countries().isEmpty() ? 0 : 1);
        set(s, Signal.OPTIONS, Math.min(MOST, finding.options().size()));
        long fitting =
                finding.options().stream()
                        .filter(o -> o.country() != Countries.CONTRADICTS)
                        .count();
        set(s, Signal.FITTING, Math.min(MOST, fitting));
        set(s, Signal.INSTITUTION, finding.named() ? 1 : 0);
        set(s, Signal.OPENS_WITH_UNIT, match.opensWithUnitWord(units) ? 1 : 0);
        boolean opens = Vocabulary.namesInstitution(units, match.from(), match.from() + 1);
        boolean closes = Vocabulary.namesInstitution(units, match.to() - 1, match.to());
        set(s, Signal.OPENS_AS_INSTITUTION, opens ? 1 : 0);
        set(s, Signal.CLOSES_AS_INSTITUTION, closes ? 1 : 0);
        set(s, Signal.IN_BRACKETS, Math.min(1, units.depth(match.from())));
        set(s, Signal.EAST_ASIAN, units.isEastAsian(match.from()) ? 1 : 0);
        addRarity(s, match);
        addPosition(s, finding);
        addNeighbours(s, finding);
        return s;
    }

    /// All signals of an option.
    float[] of(Scene.Finding finding, Option option, float[] shared) {
        float[] s = shared.clone();
        int org = option.org();
        Match match = finding.match();
        set(s, Signal.CLOSENESS, option.closeness());
        set(s, Signal.NAME_KIND, option.kind().ordinal());
        set(s, Signal.COUNTRY, country(option.country()));
        set(s, Signal.PLACE, option.placeAgrees() ? 2 : catalog.places(org).isEmpty() ? 1 : 0);
        set(s, Signal.PLACE_COUNTRY, Gazetteer.fit(places, match, catalog.country(org)));
        boolean best = finding.best().contains(option);
        set(s, Signal.NARROWED, best ? Math.min(MOST, finding.best().size()) : MOST);
        Rest rest = new Rest(catalog, query, scene.ownWords(org));
        set(s, Signal.BEFORE, rest.before(match).ordinal());
        set(s, Signal.BEHIND, rest.behind(match).ordinal());
        set(s, Signal.STRADDLES, rest.straddles(match) ? 1 : 0);
        set(s, Signal.PARENT_HERE, scene.parentHere(finding, option));
        set(s, Signal.CHILD_HERE, scene.childHere(finding, option));
        set(s, Signal.STATUS, catalog.status(org).ordinal());
        set(s, Signal.NAMES, Math.min(20, catalog.nameCount(org)));
        set(s, Signal.STEM, Math.min(MOST, catalog.stems(option.name())));
        set(s, Signal.INITIALS_TOO, hasInitials(finding, org) ? 1 : 0);
        set(s, Signal.NEIGHBOURS, neighbours(finding, catalog.country(org)));
        addKinds(s, org);
        return s;
    }

    private static void set(float[] signals, Signal signal, double value) {
        signals[signal.ordinal()] = (float) value;
    }

    private static int strictness(int family) {
        int known = family == Keys.TRANSLATED ? Keys.WORDS : family;
        return STRICTNESS.getOrDefault(known, MOST + 1);
    }

    private static int country(Countries country) {
        return switch (country) {
            case CONTRADICTS -> 0;
            case UNKNOWN -> 1;
            case RELATED -> 2;
            case AGREES -> 3;
        };
    }

    private void addKinds(float[] s, int org) {
        set(s, Signal.EDUCATION, catalog.is(org, Kind.EDUCATION) ? 1 : 0);
        set(s, Signal.HEALTHCARE, catalog.is(org, Kind.HEALTHCARE) ? 1 : 0);
        set(s, Signal.COMPANY, catalog.is(org, Kind.COMPANY) ? 1 : 0);
        set(s, Signal.FACILITY, catalog.is(org, Kind.FACILITY) ? 1 : 0);
        set(s, Signal.GOVERNMENT, catalog.is(org, Kind.GOVERNMENT) ? 1 : 0);
        set(s, Signal.NONPROFIT, catalog.is(org, Kind.NONPROFIT) ? 1 : 0);
        set(s, Signal.FUNDER, catalog.is(org, Kind.FUNDER) ? 1 : 0);
    }

    private void addRarity(float[] s, Match match) {
        List<String> words = Keys.looseWords(units, match.from(), match.to());
        Set<String> pieces = Pieces.of(Concepts.of(words));
        double sum = 0;
        double rarest = 0;
        int telling = 0;
        double scale = catalog.rarity("\0");
        for (String piece : pieces) {
            double rarity = scale == 0 ? 0 : catalog.rarity(piece) / scale;
            sum += rarity;
            rarest = Math.max(rarest, rarity);
            telling += catalog.isCommon(piece) ? 0 : 1;
        }
        set(s, Signal.WORDS, Math.min(MOST, words.size()));
        set(s, Signal.RARITY, sum);
        set(s, Signal.RAREST, rarest);
        set(s, Signal.TELLING, Math.min(MOST, telling));
    }

    private void addPosition(float[] s, Scene.Finding finding) {
        Match match = finding.match();
        int last = units.size() - 1;
        int text = units.sourceEnd(last) - units.sourceStart(0);
        int start = query.segmentStart(match.from());
        int end = query.segmentEnd(match.to() - 1);
        int segment = units.sourceEnd(end - 1) - units.sourceStart(start);
        set(s, Signal.SHARE_OF_TEXT, (double) finding.length() / text);
        set(s, Signal.SHARE_OF_SEGMENT, (double) finding.length() / segment);
        set(s, Signal.SEGMENT, Math.min(MOST, units.segment(match.from())));
        int behind = units.segment(last) - units.segment(match.to() - 1);
        set(s, Signal.SEGMENTS_BEHIND, Math.min(MOST, behind));
    }

    private void addNeighbours(float[] s, Scene.Finding finding) {
        Set<Integer> others = new HashSet<>();
        double longest = 1;
        double within = 0;
        for (Scene.Finding other : scene.findings()) {
            if (other == finding || !other.isSolid()) {
                continue;
            }
            if (!other.match().overlaps(finding.match())) {
                others.add(other.match().from());
                continue;
            }
            double ratio = (double) other.length() / finding.length();
            if (ratio > longest) {
                longest = ratio;
                set(s, Signal.INSIDE_EDUCATION, scene.isEducation(other) ? 1 : 0);
            } else if (ratio < 1 && ratio > within) {
                within = ratio;
                set(s, Signal.AROUND_EDUCATION, scene.isEducation(other) ? 1 : 0);
            }
        }
        set(s, Signal.OTHERS, Math.min(MOST, others.size()));
        set(s, Signal.INSIDE, Math.min(MOST, longest));
        set(s, Signal.AROUND, within);
    }

    private boolean hasInitials(Scene.Finding finding, int org) {
        for (Scene.Finding other : scene.findings()) {
            boolean initials =
                    other.match().family() == Keys.ACRONYM
                            && !other.match().overlaps(finding.match());
            if (initials && other.match().hits().stream().anyMatch(hit -> hit.org() == org)) {
                return true;
            }
        }
        return false;
    }

    private int neighbours(Scene.Finding finding, String country) {
        int best = 1;
        for (Scene.Finding other : scene.findings()) {
            boolean telling =
                    other.isSolid()
                            && other.options().size() == 1
                            && !other.match().overlaps(finding.match());
            if (telling) {
                String there = catalog.country(other.options().getFirst().org());
                if (there.equals(country)) {
                    return 2;
                }
                best = 0;
            }
        }
        return best;
    }
}
