package org.kakehashi.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// Everything people state about an agreement. Lists keep their order.
///
/// @param kinds codes of [Kinds]
/// @param proposed under preparation, not concluded yet
/// @param ending null unless somebody ended it
/// @param textLanguages ISO 639 codes of the languages it is written in
public record AgreementContent(
        Bilingual title,
        Level level,
        List<String> kinds,
        Visibility visibility,
        boolean proposed,
        Term term,
        @Nullable Ending ending,
        List<Party> parties,
        List<HomeUnit> homeUnits,
        List<Annex> annexes,
        List<Signature> signatures,
        List<String> textLanguages,
        Bilingual notes) {

    public enum Level implements Coded {
        /// 大学間
        UNIVERSITY,
        /// 部局間
        DEPARTMENT,
        UNKNOWN
    }

    /// Who may see it.
    public enum Visibility implements Coded {
        /// everyone, also without signing in
        PUBLIC,
        /// everyone who signs in
        MEMBERS,
        /// those who may read restricted agreements, and the units concerned
        RESTRICTED
    }

    private static final Bilingual NOTHING = new Bilingual(null, null);

    /// Nothing known yet.
    public static final AgreementContent EMPTY =
            new AgreementContent(
                    NOTHING,
                    Level.UNKNOWN,
                    List.of(),
                    Visibility.MEMBERS,
                    false,
                    Term.UNKNOWN,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    NOTHING);

    public AgreementContent {
        kinds = List.copyOf(kinds);
        parties = List.copyOf(parties);
        homeUnits = List.copyOf(homeUnits);
        annexes = List.copyOf(annexes);
        signatures = List.copyOf(signatures);
        textLanguages = List.copyOf(textLanguages);
    }

    /// An agreement as lists state it: level, kinds, term, partners and units; nothing else known.
    public static AgreementContent of(
            Level level, List<String> kinds, Term term, List<Party> parties, List<HomeUnit> units) {
        return new AgreementContent(
                NOTHING,
                level,
                kinds,
                Visibility.MEMBERS,
                false,
                term,
                null,
                parties,
                units,
                List.of(),
                List.of(),
                List.of(),
                NOTHING);
    }

    /// Our units that are recognised.
    public Set<UUID> unitIds() {
        Set<UUID> ids = new LinkedHashSet<>();
        homeUnits.stream().map(HomeUnit::unit).filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }

    public AgreementContent withEnding(@Nullable Ending changed) {
        return new AgreementContent(
                title,
                level,
                kinds,
                visibility,
                proposed,
                term,
                changed,
                parties,
                homeUnits,
                annexes,
                signatures,
                textLanguages,
                notes);
    }

    public AgreementContent withVisibility(Visibility changed) {
        return new AgreementContent(
                title,
                level,
                kinds,
                changed,
                proposed,
                term,
                ending,
                parties,
                homeUnits,
                annexes,
                signatures,
                textLanguages,
                notes);
    }

    public AgreementContent withTerm(Term changed) {
        return new AgreementContent(
                title,
                level,
                kinds,
                visibility,
                proposed,
                changed,
                ending,
                parties,
                homeUnits,
                annexes,
                signatures,
                textLanguages,
                notes);
    }

    public AgreementContent withAnnexes(List<Annex> changed) {
        return new AgreementContent(
                title,
                level,
                kinds,
                visibility,
                proposed,
                term,
                ending,
                parties,
                homeUnits,
                changed,
                signatures,
                textLanguages,
                notes);
    }
}
