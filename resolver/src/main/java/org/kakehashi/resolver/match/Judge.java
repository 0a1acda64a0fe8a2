package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Span;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Decides about a match: certain only when one organization remains, nothing speaks against it and
/// the strength of the name suffices for what is known beside it.
final class Judge {

    private static final int MOST_CANDIDATES = 5;

    /// Probability from which on the ranker decides about a name without an address.
    private static final double SURE_ALONE = 0.9;

    /// As before, for a name in an affiliation.
    private static final double SURE = 0.75;

    /// As before, for a name that is only similar.
    private static final double SURE_SIMILAR = 0.85;

    private static final Set<String> HAN = Set.of("CN", "TW", "HK", "MO", "SG");

    private static final double HARDLY_A_DOUBT = 0.95;

    /// Words beside a name that make a text an affiliation.
    private static final int LONG = 4;

    /// Characters of an East Asian name that is hardly anything else.
    private static final int LONG_RUN = 5;

    private final Catalog catalog;
    private final Query query;
    private final Objections objections;

    Judge(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
        this.objections = new Objections(catalog, query);
    }

    Mention judge(Ranked ranked) {
        Match match = ranked.finding().match();
        List<Option> all = new ArrayList<>(ranked.finding().options());
        all.sort(Comparator.comparingDouble(ranked::of).reversed());
        List<Option> best = ranked.finding().best();
        boolean common = objections.isCommon(match);
        boolean certain = isCertain(ranked, all.getFirst(), common);
        Option first = certain ? all.getFirst() : best.getFirst();
        Weighing weighing =
                new Weighing(
                        catalog,
                        query,
                        match,
                        objections.rest(match, first),
                        common,
                        best,
                        all.size());
        List<Candidate> candidates = new ArrayList<>();
        for (Option option : all.subList(0, Math.min(MOST_CANDIDATES, all.size()))) {
            candidates.add(weighing.candidate(option, ranked.of(option)));
            candidates.addAll(weighing.continuing(option, ranked.of(option)));
        }
        return new Mention(
                span(match),
                certain ? Decision.CERTAIN : Decision.SUGGESTED,
                withoutRepetitions(candidates));
    }

    /// One of the successors of an ended organization may have a similar name.
    private static List<Candidate> withoutRepetitions(List<Candidate> candidates) {
        Set<String> seen = new HashSet<>();
        return candidates.stream().filter(candidate -> seen.add(candidate.id())).toList();
    }

    /// A name by itself is judged by rules, which ask for more where less is known; in an
    /// affiliation the ranker has seen enough beside the name.
    private boolean isCertain(Ranked ranked, Option likeliest, boolean common) {
        Match match = ranked.finding().match();
        List<Option> all = ranked.finding().options();
        List<Option> best = ranked.finding().best();
        Option first = best.getFirst();
        Rest.Reading rest = objections.rest(match, first);
        boolean alone = all.size() == 1 || isAtHome(first) || first.placeAgrees();
        boolean safe =
                best.size() == 1
                        && alone
                        && isSafe(match, first, rest, common)
                        && !objections.isBorrowed(match, first);
        boolean only = query.isOnly(match.from(), match.to());
        boolean spelled = only || first.domainAgrees() || isWholeEastAsian(match, first);
        if (safe && first == likeliest && spelled) {
            return !objections.isTakenBack(first);
        }
        if (best.size() == 1 && standsApart(match, first)) {
            return !objections.isTakenBack(first);
        }
        double least = only ? SURE_ALONE : match.family() == Keys.SIMILAR ? SURE_SIMILAR : SURE;
        return ranked.of(likeliest) >= least
                && !objections.isForbidden(match, likeliest)
                && !(isSingleSegment() && isDoubtfulAlone(ranked, likeliest));
    }

    private boolean isSingleSegment() {
        Units units = query.units();
        return units.segment(0) == units.segment(units.size() - 1);
    }

    /// Where no address tells an institution from one of a similar name.
    private boolean isDoubtfulAlone(Ranked ranked, Option option) {
        Match match = ranked.finding().match();
        boolean turned =
                match.family() == Keys.TURNED
                        && !isTelling(match, option)
                        && !objections.isOtherLanguage(match, option)
                        && !isOnlyOfficial(ranked, option);
        return match.family() == Keys.PART
                || isPartOfShort(ranked, option)
                || turned
                || match.family() == Keys.WORDS && !isTelling(match, option);
    }

    /// The registry has the name in no other order, and the ranker hardly a doubt.
    private static boolean isOnlyOfficial(Ranked ranked, Option option) {
        return ranked.of(option) >= HARDLY_A_DOUBT
                && option.isOfficial()
                && ranked.finding().options().size() == 1;
    }

    /// A few words more make another name; a long text without commas is an affiliation.
    private boolean isPartOfShort(Ranked ranked, Option option) {
        Match match = ranked.finding().match();
        Rest rest = new Rest(catalog, query, Options.ownWords(catalog, option.org()));
        int beside = query.units().size() - (match.to() - match.from());
        boolean affiliation =
                beside >= LONG && ranked.of(option) >= SURE_ALONE && !isEastAsian(match);
        return rest.read(match) == Rest.Reading.UNEXPLAINED && !affiliation;
    }

    /// Among unspaced characters an equal name with nothing but units around it needs no weighing:
    /// 星野台大学大学院歯学研究科.
    private boolean isWholeEastAsian(Match match, Option option) {
        return isEastAsian(match)
                && match.family() == Keys.EXACT
                && option.isOfficial()
                && match.namesInstitution(query.units())
                && !query.loose(match.from()).isEmpty();
    }

    /// A long equal name between spaces or marks is that of no unit of its neighbour: 星野台大学
    /// 極低温物理国家重点研究所.
    private boolean standsApart(Match match, Option option) {
        Units units = query.units();
        boolean apart =
                units.isDetached(match.from())
                        && (match.to() == units.size() || units.isDetached(match.to()));
        return apart
                && isEastAsian(match)
                && match.to() - match.from() >= LONG_RUN
                && match.family() == Keys.EXACT
                && option.isOfficial()
                && option.country() != Countries.CONTRADICTS
                && option.kindFit() != Option.KindFit.CONTRADICTS;
    }

    private boolean isEastAsian(Match match) {
        return query.units().isEastAsian(match.from());
    }

    /// What no likelihood outweighs.
    boolean isForbidden(Match match, Option option) {
        return objections.isForbidden(match, option);
    }

    /// Whether the forms of the characters speak for another organization of the name.
    boolean isLessLikely(Scene.Finding finding, Option option) {
        return !query.likely().isEmpty()
                && !query.likely().contains(catalog.country(option.org()))
                && finding.options().stream()
                        .anyMatch(o -> query.likely().contains(catalog.country(o.org())));
    }

    private boolean isSafe(Match match, Option option, Rest.Reading rest, boolean common) {
        if (match.family() == Keys.ACRONYM
                || rest == Rest.Reading.UNEXPLAINED
                || rest.isUnit() && match.family() != Keys.EXACT
                || option.country() == Countries.CONTRADICTS
                || option.kindFit() == Option.KindFit.CONTRADICTS) {
            return false;
        }
        if (option.domainAgrees()) {
            return true;
        }
        if (isDependent(match) && objections.standsBesideInstitution(match)) {
            return false;
        }
        return switch (match.family()) {
            case Keys.EXACT -> isSafeEqual(option, common);
            case Keys.LOOSE -> knowsCountry(option) && !common;
            case Keys.TURNED, Keys.WORDS ->
                    option.country() == Countries.AGREES && !common && isTelling(match, option);
            case Keys.TRANSLATED -> isAtHome(option) || isOfHan(option);
            case Keys.TYPO -> option.country() == Countries.AGREES && !common;
            default -> false;
        };
    }

    /// "University of Nagano" and "Nagano University" are two institutions; the more words agree
    /// the less likely it is that their order tells two apart.
    private boolean isTelling(Match match, Option option) {
        int words = Keys.looseWords(query.units(), match.from(), match.to()).size();
        int least = match.family() == Keys.TURNED ? 3 : 4;
        return words >= least
                || match.family() == Keys.TURNED
                        && (option.placeAgrees() || isTranslated(match, option));
    }

    /// Whether the names differ in the language of a word and not only in its place: "University of
    /// Altdorf" is the Universidade de Altdorf, unless that has an English name in another order.
    private boolean isTranslated(Match match, Option option) {
        List<String> written = Keys.looseWords(query.units(), match.from(), match.to());
        return catalog.names(option.org()).stream()
                .map(Units::of)
                .map(units -> Keys.looseWords(units, 0, units.size()))
                .noneMatch(registered -> registered.containsAll(written));
    }

    private boolean isDependent(Match match) {
        Units units = query.units();
        return match.family() == Keys.TURNED
                || match.family() == Keys.TYPO
                || match.family() == Keys.WORDS
                || !match.namesInstitution(units)
                || match.opensWithUnitWord(units);
    }

    private boolean isSafeEqual(Option option, boolean common) {
        return common ? option.country() == Countries.AGREES && option.isOfficial() : true;
    }

    /// Whether names in Han characters are used where it stands.
    private boolean isOfHan(Option option) {
        return query.countries().isEmpty() && HAN.contains(catalog.country(option.org()));
    }

    private boolean isAtHome(Option option) {
        return option.country() == Countries.AGREES
                || query.likely().contains(catalog.country(option.org()));
    }

    private static boolean knowsCountry(Option option) {
        return option.country() == Countries.AGREES || option.country() == Countries.RELATED;
    }

    private Span span(Match match) {
        return new Span(
                query.units().sourceStart(match.from()), query.units().sourceEnd(match.to() - 1));
    }
}
