package org.kakehashi.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Term.RenewalMode;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// Everything people state in a proposal, by the steps of its form. What is not stated yet is null,
/// empty or unknown.
public record ProposalContent(Partner partner, Aim aim, Conditions conditions, Beside beside) {

    /// With whom.
    ///
    /// @param unit their faculty, as written
    /// @param degrees the highest degree they award
    /// @param contact their contact, as written
    public record Partner(
            @Nullable UUID organization,
            @Nullable String unit,
            Degrees degrees,
            @Nullable String contact) {}

    /// What for, and who of us.
    ///
    /// @param kinds codes of [org.kakehashi.agreement.Kinds]
    /// @param reason why, and what is planned
    /// @param units our units, the responsible one first
    /// @param responsible the responsible person
    /// @param caretaker 世話人
    public record Aim(
            AgreementContent.Level level,
            List<String> kinds,
            Set<Purpose> purposes,
            Bilingual title,
            Bilingual reason,
            List<UUID> units,
            @Nullable String responsible,
            @Nullable String caretaker) {
        public Aim {
            kinds = List.copyOf(kinds);
            purposes = Set.copyOf(purposes);
            units = List.copyOf(units);
        }
    }

    /// Under which conditions.
    ///
    /// @param start wished first day; null: the day of the later signature
    /// @param noticeMonths how long before either side ends it
    /// @param languages ISO 639 codes of the languages of the text
    /// @param binding which of them binds
    /// @param placesIn places agreed for those we receive, a year
    /// @param expectedIn how many are expected, a year
    /// @param burden does it oblige the university to bear costs or provide staff?
    /// @param safetyVisitOn when staff visited the site, or will
    public record Conditions(
            TermKind term,
            @Nullable Integer years,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            RenewalMode renewal,
            @Nullable Integer noticeMonths,
            List<String> languages,
            @Nullable String binding,
            @Nullable Integer placesIn,
            @Nullable Integer placesOut,
            @Nullable Integer expectedIn,
            @Nullable Integer expectedOut,
            @Nullable String expectation,
            Answer burden,
            @Nullable String burdenNote,
            Answer studentsTravel,
            @Nullable LocalDate safetyVisitOn,
            @Nullable String safetyNote) {
        public Conditions {
            languages = List.copyOf(languages);
        }

        /// The last day, if it starts on this day; null: endless or unknown.
        public @Nullable LocalDate lastDay(LocalDate from) {
            return switch (term) {
                case YEARS -> years == null ? null : from.plusYears(years).minusDays(1);
                case UNTIL -> end;
                case ENDLESS, UNKNOWN -> null;
            };
        }
    }

    /// How it goes with what there is already.
    ///
    /// @param replaces the agreement it takes the place of
    /// @param reason why it is made beside an agreement or a proposal
    /// @param related another proposal it goes together with
    public record Beside(
            @Nullable UUID replaces, @Nullable String reason, @Nullable UUID related) {}

    public enum Degrees implements Coded {
        DOCTORAL,
        MASTER,
        BACHELOR,
        /// a research institute or the like
        NO_DEGREE,
        UNKNOWN
    }

    public enum Purpose implements Coded {
        JOINT_RESEARCH,
        EXCHANGE,
        CONTRIBUTION,
        REGIONAL,
        OTHER
    }

    public enum TermKind implements Coded {
        YEARS,
        UNTIL,
        ENDLESS,
        UNKNOWN
    }

    public enum Answer implements Coded {
        YES,
        NO,
        UNKNOWN
    }

    private static final Bilingual NOTHING = new Bilingual(null, null);

    public static final ProposalContent EMPTY =
            new ProposalContent(
                    new Partner(null, null, Degrees.UNKNOWN, null),
                    new Aim(
                            AgreementContent.Level.UNKNOWN,
                            List.of(),
                            Set.of(),
                            NOTHING,
                            NOTHING,
                            List.of(),
                            null,
                            null),
                    new Conditions(
                            TermKind.UNKNOWN,
                            null,
                            null,
                            null,
                            RenewalMode.UNKNOWN,
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Answer.UNKNOWN,
                            null,
                            Answer.UNKNOWN,
                            null,
                            null),
                    new Beside(null, null, null));

    public ProposalContent with(Partner changed) {
        return new ProposalContent(changed, aim, conditions, beside);
    }

    public ProposalContent with(Aim changed) {
        return new ProposalContent(partner, changed, conditions, beside);
    }

    public ProposalContent with(Conditions changed) {
        return new ProposalContent(partner, aim, changed, beside);
    }

    public ProposalContent with(Beside changed) {
        return new ProposalContent(partner, aim, conditions, changed);
    }
}
