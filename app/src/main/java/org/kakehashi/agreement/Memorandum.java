package org.kakehashi.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A memorandum (覚書) of an agreement as a whole: what the register knows of it, its clauses, how
/// stays are counted, its own term and signers, and who may go where.
///
/// @param renewal how it goes on; its own, since it may end before the agreement
/// @param languages ISO 639 codes of the languages it is written in
/// @param binding the language whose text prevails; null: unknown
public record Memorandum(
        UUID agreement,
        Annex annex,
        Clauses clauses,
        Counting counting,
        Term.Renewal renewal,
        List<String> languages,
        @Nullable String binding,
        List<Condition> conditions,
        List<Signature> signatures) {

    /// What a student need not pay.
    public enum Fee implements Coded {
        EXAMINATION,
        ADMISSION,
        TUITION
    }

    public enum CarryOver implements Coded {
        /// What is not used in a year is lost.
        NONE,
        /// It may be made up within some years.
        YEARS,
        /// It is balanced over the term of the memorandum.
        TERM,
        UNKNOWN
    }

    /// What the text says.
    ///
    /// @param article number of the article that waives fees
    /// @param waiver the clause that waives fees, word for word
    /// @param credit the clause on credits, word for word
    /// @param degrees for double degrees: which are awarded
    /// @param selection for double degrees: how and on what conditions students are chosen
    public record Clauses(
            Set<Fee> fees,
            @Nullable String article,
            Bilingual waiver,
            Annex.Waiver creditTransfer,
            Bilingual credit,
            Bilingual degrees,
            Bilingual selection) {
        public static final Bilingual NOTHING = new Bilingual(null, null);
        public static final Clauses UNKNOWN =
                new Clauses(
                        Set.of(), null, NOTHING, Annex.Waiver.UNKNOWN, NOTHING, NOTHING, NOTHING);
    }

    /// What a stay counts in the unit of the places; null: as usual for the unit.
    public record Counting(
            @Nullable BigDecimal year,
            @Nullable BigDecimal semester,
            @Nullable BigDecimal shortStay,
            CarryOver carryOver,
            @Nullable Integer carryYears) {
        public static final Counting USUAL =
                new Counting(null, null, null, CarryOver.UNKNOWN, null);

        /// What a stay of this length counts. A year counts as much as a semester where persons are
        /// counted, and twice as much where semesters are; nobody knows what a short stay counts
        /// unless the memorandum says so.
        public @Nullable BigDecimal weight(Condition.Period period, Annex.QuotaUnit unit) {
            boolean semesters = unit == Annex.QuotaUnit.SEMESTERS_PER_YEAR;
            return switch (period) {
                case YEAR ->
                        Objects.requireNonNullElse(year, BigDecimal.valueOf(semesters ? 2 : 1));
                case SEMESTER -> Objects.requireNonNullElse(semester, BigDecimal.ONE);
                case SHORT -> shortStay;
                case UNKNOWN -> null;
            };
        }
    }

    public Memorandum {
        languages = List.copyOf(languages);
        conditions = List.copyOf(conditions);
        signatures = List.copyOf(signatures);
    }

    /// One with nothing known but what the register knows.
    public static Memorandum of(UUID agreement, Annex annex) {
        return new Memorandum(
                agreement,
                annex,
                Clauses.UNKNOWN,
                Counting.USUAL,
                Term.Renewal.UNKNOWN,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /// Places in a direction for students: what the conditions add up to, if each says how many in
    /// the unit of the memorandum; otherwise what the memorandum says in all; null is unknown.
    public @Nullable Integer places(Condition.Direction direction) {
        Integer added = added(direction);
        Integer stated =
                direction == Condition.Direction.INBOUND ? annex.quotaIn() : annex.quotaOut();
        return stated == null ? added : stated;
    }

    /// Do the conditions add up to something else than the memorandum says in all?
    public boolean disagrees(Condition.Direction direction) {
        Integer added = added(direction);
        return added != null && !added.equals(places(direction));
    }

    private @Nullable Integer added(Condition.Direction direction) {
        List<Condition> those =
                conditions.stream()
                        .filter(one -> one.direction() == direction && one.activity().ofStudents())
                        .toList();
        boolean alike =
                those.stream()
                        .allMatch(one ->
                                one.places() != null
                                        && (one.per() == annex.quotaUnit()
                                                || annex.quotaUnit() == Annex.QuotaUnit.UNKNOWN));
        boolean oneYear = those.stream().map(Condition::firstYear).distinct().count() <= 1;
        return those.isEmpty() || !alike || !oneYear
                ? null
                : those.stream().mapToInt(one -> Objects.requireNonNull(one.places())).sum();
    }

    public Memorandum with(List<Condition> changed) {
        return new Memorandum(
                agreement,
                annex,
                clauses,
                counting,
                renewal,
                languages,
                binding,
                changed,
                signatures);
    }
}
