package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Pieces;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

/// What speaks against an organization so strongly that no likelihood outweighs it.

final class Objections {

    /// Likeness of sound below which another institution may be meant.
    private static final double ALIKE = 0.76;

    /// Likeness from which on a similar name may be decided at all.
    private static final double CLOSE = 0.8;

    private static final String NATIONAL = "国立";

    private static final int LONG_INITIALS = 4;

    private static final Set<String> DEPARTMENTS =
            Set.of("department", "dept", "division", "div", "section", "abteilung");

    private final Catalog catalog;
    private final Query query;

    Objections(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    /// What no likelihood outweighs.
    boolean isForbidden(Match match, Option option) {
        return match.family() == Keys.ACRONYM && !isConfirmed(match, option)
                || match.family() == Keys.SIMILAR
                        && (option.closeness() < CLOSE || isOtherForm(match, option))
                || isTurnedWithin(match, option)
                || isTurnedAmong(match, option)
                || isTornOff(match, option)
                || isNationalElsewhere(match, option)
                || isOrdinary(match, option)
                || match.family() == Keys.SOUND && option.closeness() < ALIKE
                || isTakenBack(option)
                || isPartOfOther(match, option)
                || option.country() == Countries.CONTRADICTS
                || option.kindFit() == Option.KindFit.CONTRADICTS
                || isBorrowed(match, option);
    }

    /// An alias others may mean as well: names of several begin with it ("Columbia College"), or
    /// all its words are common ("Government College") and it stands in another town.
    boolean isBorrowed(Match match, Option option) {
        if (option.kind() != NameKind.ALIAS || option.placeAgrees()) {
            return false;
        }
        boolean shared =
                catalog.stems(option.name()) > 1
                        && (query.isOnly(match.from(), match.to())
                                || option.country() != Countries.AGREES);
        boolean elsewhere =
                isCommon(match)
                        && !query.units().isEastAsian(match.from())
                        && !catalog.places(option.org()).isEmpty()
                        && !query.isOnly(match.from(), match.to());
        return shared || elsewhere;
    }

    /// The same words in another order begin the name of another organization ("Washington
    /// University" that of the one in St. Louis), or they are common and nothing says where.
    private boolean isTurnedAmong(Match match, Option option) {
        boolean told = option.placeAgrees() || option.country() == Countries.AGREES;
        if (match.family() != Keys.TURNED || told || isOtherLanguage(match, option)) {
            return false;
        }
        return isCommon(match) || opensOthers(match, option);
    }

    private boolean opensOthers(Match match, Option option) {
        String written = query.units().source(match.from(), match.to()) + " ";
        String rarest = "";
        List<String> words = Keys.looseWords(query.units(), match.from(), match.to());
        for (String piece : Pieces.of(Concepts.of(words))) {
            boolean rarer = catalog.frequency(piece) < catalog.frequency(rarest);
            rarest = rarest.isEmpty() || rarer ? piece : rarest;
        }
        boolean[] found = {false};
        catalog.eachNameWith(
                rarest,
                name -> {
                    String other = catalog.name(name);
                    found[0] |=
                            other.regionMatches(true, 0, written, 0, written.length())
                                    && catalog.hit(name, 1).org() != option.org()
                                    && catalog.hit(name, 1).kind() == NameKind.DISPLAY;
                });
        return found[0];
    }

    /// "… Chemical Engineering and Technology Altdorf University", and "Azienda Ospedaliera
    /// Universitaria di Alba": the words before it belong to it.
    private boolean isTornOff(Match match, Option option) {
        Units units = query.units();
        int from = match.from();
        if (match.family() != Keys.TURNED || from == query.segmentStart(from)) {
            return false;
        }
        boolean joined = Vocabulary.isJoiningWord(units.get(from - 1));
        boolean opens = Vocabulary.namesInstitution(units, from, from + 1);
        Rest rest = new Rest(catalog, query, Options.ownWords(catalog, option.org()));
        boolean unexplained = rest.before(match) == Rest.Reading.UNEXPLAINED;
        return joined && !opens && Keys.looseWords(units, from, match.to()).size() > 2
                || unexplained && opens && Vocabulary.namesInstitution(units, from - 1, from);
    }

    /// "Altdorf College" is not Altdorf University, nor its hospital.
    private boolean isOtherForm(Match match, Option option) {
        Units name = Units.of(catalog.name(option.name()));
        List<String> registered = Keys.looseWords(name, 0, name.size());
        List<String> written = Keys.looseWords(query.units(), match.from(), match.to());
        return Purpose.isOtherForm(Concepts.of(written), Concepts.of(registered));
    }

    /// A place, a word of a longer name that is an alias of something, or a department that is
    /// called as many others are.
    private boolean isOrdinary(Match match, Option option) {
        Units units = query.units();
        if (units.isEastAsian(match.from()) || query.isOnly(match.from(), match.to())) {
            return false;
        }
        if (match.namesInstitution(units)) {
            return false;
        }
        if (isDepartment(match) && isPart(match) && !option.placeAgrees()) {
            return true;
        }
        if (match.opensWithUnitWord(units)) {
            return standsBesideInstitution(match) && (isCommon(match) || goesOn(match, option));
        }
        boolean alias = option.kind() == NameKind.ALIAS && match.isSingleWord(units);
        return isPlace(match)
                || alias && rest(match, option) == Rest.Reading.UNEXPLAINED && !isInitials(match);
    }

    /// "Department of Biotechnology" and "Ocean Sciences Division" beside an institution are parts
    /// of that, also where a ministry or agency is called so.
    private boolean isDepartment(Match match) {
        Units units = query.units();
        return DEPARTMENTS.contains(units.get(match.from()))
                || DEPARTMENTS.contains(units.get(match.to() - 1));
    }

    private boolean isPart(Match match) {
        Units units = query.units();
        for (int i = 0; i < units.size(); i++) {
            boolean beside = i < match.from() || i >= match.to();
            if (beside && Vocabulary.isUnitWord(units.get(i))) {
                return true;
            }
        }
        return standsBesideInstitution(match);
    }

    /// "Centro de Física Teórica" is no Centro de Física.
    private boolean goesOn(Match match, Option option) {
        Rest rest = new Rest(catalog, query, Options.ownWords(catalog, option.org()));
        return !option.placeAgrees() && rest.behind(match) == Rest.Reading.UNEXPLAINED;
    }

    private boolean isPlace(Match match) {
        StringBuilder words = new StringBuilder();
        for (int i = match.from(); i < match.to(); i++) {
            words.append(query.loose(i));
        }
        return !catalog.placeCountries(words).isEmpty();
    }

    private boolean isInitials(Match match) {
        String source = query.units().source(match.from(), match.to());
        return source.chars().noneMatch(Character::isLowerCase);
    }

    /// Universities of the People's Republic are not called 国立, and 國立中央大學 is not the private one
    /// in Japan.
    private boolean isNationalElsewhere(Match match, Option option) {
        Units units = query.units();
        int before = match.from() - NATIONAL.length();
        String country = catalog.country(option.org());
        boolean likely = query.likely().isEmpty() || query.likely().contains(country);
        return before >= 0
                && (country.equals("CN") || !likely)
                && units.text(before, match.from()).equals(NATIONAL);
    }

    /// A turned name of two words within a longer run, where no place confirms it: "Washington
    /// University School of Medicine".
    private boolean isTurnedWithin(Match match, Option option) {
        Units units = query.units();
        boolean whole =
                match.from() == query.segmentStart(match.from())
                        && match.to() == query.segmentEnd(match.to() - 1);
        return match.family() == Keys.TURNED
                && !whole
                && !option.placeAgrees()
                && !isOtherLanguage(match, option)
                && Keys.looseWords(units, match.from(), match.to()).size() <= 2;
    }

    /// Initials say nothing by themselves, but few institutions of one town share four letters.
    private boolean isConfirmed(Match match, Option option) {
        return option.placeAgrees()
                && option.country() == Countries.AGREES
                && query.units().source(match.from(), match.to()).length() >= LONG_INITIALS;
    }

    /// "星野台大学出版会", "University of Paris 8", "Can Tho University of Technology".
    private boolean isPartOfOther(Match match, Option option) {
        Units units = query.units();
        int end = query.segmentEnd(match.to() - 1);
        if (match.to() < end) {
            boolean longer =
                    units.get(match.to()).equals("of")
                            || isHospital(match.to(), end)
                            || Numbering.isPossible(units, match.to())
                                    && Numbering.counts(catalog, units, match);
            if (longer) {
                return true;
            }
        }
        Rest rest = new Rest(catalog, query, Options.ownWords(catalog, option.org()));
        return units.isEastAsian(match.from())
                && (match.family() == Keys.SIMILAR || rest.read(match) == Rest.Reading.UNEXPLAINED);
    }

    /// "Altdorf University Hospital" is not Altdorf University.
    private boolean isHospital(int at, int end) {
        String word = Concepts.of(query.loose(at));
        boolean center =
                at + 1 < end
                        && word.equals("medical")
                        && Concepts.of(query.loose(at + 1)).equals("center");
        return word.equals("hospital") || word.equals("hospitals") || center;
    }

    /// A record taken back for none in particular stands for nothing; which of several continue an
    /// ended one is for a person to say.
    boolean isTakenBack(Option option) {
        LocalDate day = query.hints().date();
        boolean gone =
                catalog.status(option.org()) == Status.WITHDRAWN
                        && Successors.only(catalog, option.org(), day) == null;
        return gone || Successors.isSplit(Successors.of(catalog, option.org(), day), day);
    }

    boolean isOtherLanguage(Match match, Option option) {
        Units name = Units.of(catalog.name(option.name()));
        List<String> written = Keys.looseWords(query.units(), match.from(), match.to());
        return !Keys.looseWords(name, 0, name.size()).containsAll(written);
    }

    /// A word alone, or the name of an institute beside that of a university, may be anything.
    boolean standsBesideInstitution(Match match) {
        Units units = query.units();
        boolean institution =
                Vocabulary.namesInstitution(units, 0, match.from())
                        || Vocabulary.namesInstitution(units, match.to(), units.size());
        return institution || match.isSingleWord(units) && !query.isAlone(match.from());
    }

    Rest.Reading rest(Match match, Option option) {
        return new Rest(catalog, query, Options.ownWords(catalog, option.org())).read(match);
    }

    boolean isCommon(Match match) {
        List<String> words = Keys.looseWords(query.units(), match.from(), match.to());
        return Pieces.of(Concepts.of(words)).stream().allMatch(catalog::isCommon);
    }
}
