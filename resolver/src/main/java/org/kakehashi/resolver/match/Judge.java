package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.Span;
import org.kakehashi.resolver.Status;
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

    /// Equal but for the script.
    private static final double SAME_SOUND = 0.97;

    /// Likeness of sound below which another institution may be meant.
    private static final double ALIKE = 0.76;

    /// Likeness from which on a similar name may be decided at all.
    private static final double CLOSE = 0.8;

    /// Probability from which on the ranker decides about a name without an address.
    private static final double SURE_ALONE = 0.9;

    /// As before, for a name in an affiliation.
    private static final double SURE = 0.8;

    private final Catalog catalog;
    private final Query query;

    Judge(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    Mention judge(Ranked ranked) {
        Match match = ranked.finding().match();
        List<Option> all = new ArrayList<>(ranked.finding().options());
        all.sort(Comparator.comparingDouble(ranked::of).reversed());
        List<Option> best = ranked.finding().best();
        boolean common = isCommon(match);
        boolean certain = isCertain(ranked, all.getFirst(), common);
        Option first = certain ? all.getFirst() : best.getFirst();
        Weighing weighing =
                new Weighing(catalog, query, match, rest(match, first), common, best, all.size());
        List<Candidate> candidates = new ArrayList<>();
        for (Option option : all.subList(0, Math.min(MOST_CANDIDATES, all.size()))) {
            candidates.add(weighing.candidate(option, ranked.of(option)));
        }
        return new Mention(
                span(match), certain ? Decision.CERTAIN : Decision.SUGGESTED, candidates);
    }

    /// A name by itself is judged by rules, which ask for more where less is known; in an
    /// affiliation the ranker has seen enough beside the name.
    private boolean isCertain(Ranked ranked, Option likeliest, boolean common) {
        Match match = ranked.finding().match();
        List<Option> all = ranked.finding().options();
        List<Option> best = ranked.finding().best();
        Option first = best.getFirst();
        Rest.Reading rest = rest(match, first);
        boolean alone = all.size() == 1 || isAtHome(first) || first.placeAgrees();
        boolean safe = best.size() == 1 && alone && isSafe(match, first, rest, common);
        boolean only = query.isOnly(match.from(), match.to());
        if (safe && first == likeliest && (only || first.domainAgrees())) {
            return !isTakenBack(first);
        }
        double least = only ? SURE_ALONE : SURE;
        return ranked.of(likeliest) >= least
                && !isForbidden(match, likeliest)
                && !(isSingleSegment() && isDoubtfulAlone(match, likeliest));
    }

    private boolean isSingleSegment() {
        Units units = query.units();
        return units.segment(0) == units.segment(units.size() - 1);
    }

    /// Where no address tells an institution from one of a similar name.
    private boolean isDoubtfulAlone(Match match, Option option) {
        Rest rest = new Rest(query, Options.placeWords(catalog, option.org()));
        return match.family() == Keys.PART
                || rest.read(match) == Rest.Reading.UNEXPLAINED
                || match.family() == Keys.TURNED
                        && !isTelling(match, option)
                        && !isOtherLanguage(match, option)
                || match.family() == Keys.WORDS && !isTelling(match, option);
    }

    /// Whether the forms of the characters speak for another organization of the name.
    boolean isLessLikely(Scene.Finding finding, Option option) {
        return !query.likely().isEmpty()
                && !query.likely().contains(catalog.country(option.org()))
                && finding.options().stream()
                        .anyMatch(o -> query.likely().contains(catalog.country(o.org())));
    }

    /// What no likelihood outweighs.
    boolean isForbidden(Match match, Option option) {
        return match.family() == Keys.ACRONYM
                || match.family() == Keys.SIMILAR && option.closeness() < CLOSE
                || match.family() == Keys.SOUND && option.closeness() < ALIKE
                || isTakenBack(option)
                || isPartOfOther(match, option)
                || option.country() == Countries.CONTRADICTS
                || option.kindFit() == Option.KindFit.CONTRADICTS
                || option.kind() == NameKind.ALIAS && catalog.stems(option.name()) > 1;
    }

    /// "星野台大学出版会", "University of Paris 8", "Can Tho University of Technology".
    private boolean isPartOfOther(Match match, Option option) {
        Units units = query.units();
        int end = query.segmentEnd(match.to() - 1);
        if (match.to() < end) {
            boolean longer =
                    units.get(match.to()).equals("of")
                            || units.isNumber(match.to()) && units.get(match.to()).length() <= 2;
            if (longer) {
                return true;
            }
        }
        Rest rest = new Rest(query, Options.placeWords(catalog, option.org()));
        return units.isEastAsian(match.from())
                && (match.family() == Keys.SIMILAR || rest.read(match) == Rest.Reading.UNEXPLAINED);
    }

    /// A record taken back for none in particular stands for nothing; which of several continue an
    /// ended one is for a person to say.
    private boolean isTakenBack(Option option) {
        LocalDate day = query.hints().date();
        boolean gone =
                catalog.status(option.org()) == Status.WITHDRAWN
                        && Successors.only(catalog, option.org(), day) == null;
        return gone || day == null && Successors.isSplit(catalog, option.org());
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
                    isAtHome(option) && option.closeness() >= SURE_SOUND
                            || option.closeness() >= SAME_SOUND;
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

    private boolean isOtherLanguage(Match match, Option option) {
        Units name = Units.of(catalog.name(option.name()));
        List<String> written = Keys.looseWords(query.units(), match.from(), match.to());
        return !Keys.looseWords(name, 0, name.size()).containsAll(written);
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

    private boolean isAtHome(Option option) {
        return option.country() == Countries.AGREES
                || query.likely().contains(catalog.country(option.org()));
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
