package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Span;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Pieces;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

/// Decides about a match: certain only when one organization remains, nothing speaks against it and
/// the strength of the name suffices for what is known beside it.
final class Judge {

    private static final int MOST_CANDIDATES = 5;

    /// Above this likeness no wrong answer was seen among 140 transcribed names.
    private static final double SURE_SOUND = 0.85;

    private final Catalog catalog;
    private final Query query;
    private final Options options;
    private final Narrowing narrowing;

    Judge(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
        this.options = new Options(catalog, query);
        this.narrowing = new Narrowing(catalog);
    }

    Mention judge(Match match) {
        List<Option> all = options.of(match);
        List<Option> best = narrowing.narrow(all);
        Option first = best.getFirst();
        Rest.Reading rest = rest(match, first);
        boolean common = isCommon(match);
        boolean alone =
                all.size() == 1 || first.country() == Countries.AGREES || first.placeAgrees();
        boolean certain = best.size() == 1 && alone && isSafe(match, first, rest, common);
        Weighing weighing = new Weighing(catalog, query, match, rest, common, best, all.size());
        List<Candidate> candidates = new ArrayList<>();
        for (Option option : all) {
            candidates.add(weighing.candidate(option));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        int size = Math.min(MOST_CANDIDATES, candidates.size());
        return new Mention(
                span(match),
                certain ? Decision.CERTAIN : Decision.SUGGESTED,
                candidates.subList(0, size));
    }

    private boolean isSafe(Match match, Option option, Rest.Reading rest, boolean common) {
        if (match.family() == Keys.ACRONYM
                || rest == Rest.Reading.UNEXPLAINED
                || rest == Rest.Reading.UNIT && match.family() != Keys.EXACT
                || option.country() == Countries.CONTRADICTS
                || option.kindFit() == Option.KindFit.CONTRADICTS) {
            return false;
        }
        if (option.domainAgrees()) {
            return true;
        }
        if (isDependent(match) && standsBesideInstitution(match)) {
            return false;
        }
        return switch (match.family()) {
            case Keys.EXACT -> isSafeEqual(option, common);
            case Keys.LOOSE -> knowsCountry(option) && !common;
            case Keys.SOUND ->
                    option.country() == Countries.AGREES && option.closeness() >= SURE_SOUND;
            case Keys.TURNED, Keys.WORDS ->
                    option.country() == Countries.AGREES && !common && isTelling(match, option);
            case Keys.TYPO -> option.country() == Countries.AGREES && !common;
            default -> false;
        };
    }

    /// "University of Nagano" and "Nagano University" are two institutions; the more words agree
    /// the less likely it is that their order tells two apart.
    private boolean isTelling(Match match, Option option) {
        int words = Keys.looseWords(query.units(), match.from(), match.to()).size();
        int least = match.family() == Keys.TURNED ? 3 : 4;
        return words >= least || match.family() == Keys.TURNED && option.placeAgrees();
    }

    private boolean isDependent(Match match) {
        Units units = query.units();
        return match.family() == Keys.TURNED
                || match.family() == Keys.TYPO
                || match.family() == Keys.WORDS
                || !match.namesInstitution(units)
                || match.opensWithUnitWord(units);
    }

    /// A word alone, or the name of an institute beside that of a university, may be anything.
    private boolean standsBesideInstitution(Match match) {
        Units units = query.units();
        boolean institution =
                Vocabulary.namesInstitution(units, 0, match.from())
                        || Vocabulary.namesInstitution(units, match.to(), units.size());
        return institution || match.isSingleWord(units) && !query.isAlone(match.from());
    }

    private boolean isSafeEqual(Option option, boolean common) {
        return common ? option.country() == Countries.AGREES && option.isOfficial() : true;
    }

    private static boolean knowsCountry(Option option) {
        return option.country() == Countries.AGREES || option.country() == Countries.RELATED;
    }

    private Rest.Reading rest(Match match, Option option) {
        return new Rest(query, Options.placeWords(catalog, option.org())).read(match);
    }

    private boolean isCommon(Match match) {
        List<String> words = Keys.looseWords(query.units(), match.from(), match.to());
        return Pieces.of(Concepts.of(words)).stream().allMatch(catalog::isCommon);
    }

    private Span span(Match match) {
        return new Span(
                query.units().sourceStart(match.from()), query.units().sourceEnd(match.to() - 1));
    }
}
