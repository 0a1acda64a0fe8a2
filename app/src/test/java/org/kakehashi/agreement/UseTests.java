package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.agreement.Condition.Period;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;

class UseTests {
    private static final UUID ID = new UUID(0, 1);
    private static final Bilingual NOTHING = new Bilingual(null, null);

    @Test
    void whatIsReceivedMoreThanSentIsOwedAndCarriedOver() {
        Use use =
                Use.of(
                        List.of(memorandum(Memorandum.CarryOver.TERM, null)),
                        stays("2024 in 3", "2024 out 1", "2025 in 2", "2025 out 1"),
                        2023,
                        2025);
        assertThat(owed(use)).containsExactly(null, "2", "3");
        assertThat(use.latest().offeredIn()).isEqualByComparingTo("3");
        assertThat(use.latest().exceeded()).isFalse();
    }

    @Test
    void whatIsNotCarriedOverIsLostAndAWindowForgets() {
        List<Activity> stays =
                stays(
                        "2023 in 5",
                        "2023 out 0",
                        "2024 in 1",
                        "2024 out 1",
                        "2025 in 0",
                        "2025 out 1");
        assertThat(owed(use(Memorandum.CarryOver.NONE, null, stays)))
                .containsExactly("5", "0", "-1");
        assertThat(owed(use(Memorandum.CarryOver.YEARS, 1, stays))).containsExactly("5", "5", "-1");
        assertThat(owed(use(Memorandum.CarryOver.TERM, null, stays)))
                .containsExactly("5", "5", "4");
    }

    @Test
    void unknownIsNotZero() {
        Use use =
                use(Memorandum.CarryOver.TERM, null, stays("2024 in 3", "2025 in ?", "2025 out 1"));
        assertThat(use.years().get(0).usedIn()).isNull();
        assertThat(use.years().get(1).usedIn()).isEqualByComparingTo("3");
        assertThat(use.years().get(1).usedOut()).isNull();
        assertThat(use.years().get(2).usedIn()).isNull();
        assertThat(owed(use)).containsExactly(null, null, null);
        assertThat(use.balance()).isNull();
    }

    @Test
    void staysAreWeightedByTheirLengthAndShortOnesAreUnknownUnlessAgreed() {
        List<Activity> stays = new ArrayList<>();
        stays.add(stay(Direction.INBOUND, 2025, Period.YEAR, 2));
        stays.add(stay(Direction.INBOUND, 2025, Period.SEMESTER, 1));
        stays.add(stay(Direction.OUTBOUND, 2025, Period.SHORT, 4));
        Use.Year year = use(Memorandum.CarryOver.NONE, null, stays).latest();
        assertThat(year.usedIn()).isEqualByComparingTo("2.5");
        assertThat(year.usedOut()).isNull();
    }

    @Test
    void moreThanThePlacesIsSaid() {
        assertThat(use(Memorandum.CarryOver.NONE, null, stays("2025 in 4")).latest().exceeded())
                .isTrue();
    }

    @Test
    void balanceIsTheSmallerOverTheLargerOfThreeYears() {
        Use use =
                use(
                        Memorandum.CarryOver.NONE,
                        null,
                        stays(
                                "2023 in 2",
                                "2023 out 2",
                                "2024 in 2",
                                "2024 out 0",
                                "2025 in 4",
                                "2025 out 2"));
        assertThat(use.balance()).isEqualByComparingTo("0.5");
        Use nobody =
                use(
                        Memorandum.CarryOver.NONE,
                        null,
                        stays(
                                "2023 in 0",
                                "2023 out 0",
                                "2024 in 0",
                                "2024 out 0",
                                "2025 in 0",
                                "2025 out 0"));
        assertThat(nobody.balance()).isNull();
    }

    private static Use use(
            Memorandum.CarryOver carry, @Nullable Integer years, List<Activity> stays) {
        return Use.of(List.of(memorandum(carry, years)), stays, 2023, 2025);
    }

    private static List<@Nullable String> owed(Use use) {
        List<@Nullable String> owed = new ArrayList<>();
        for (Use.Year year : use.years()) {
            BigDecimal one = year.owed();
            owed.add(one == null ? null : one.stripTrailingZeros().toPlainString());
        }
        return owed;
    }

    private static List<Activity> stays(String... all) {
        return Arrays.stream(all)
                .map(one -> one.split(" "))
                .map(words ->
                        stay(
                                words[1].equals("in") ? Direction.INBOUND : Direction.OUTBOUND,
                                Integer.parseInt(words[0]),
                                Period.YEAR,
                                words[2].equals("?") ? null : Integer.valueOf(words[2])))
                .toList();
    }

    private static Activity stay(
            Direction direction, int year, Period period, @Nullable Integer number) {
        return new Activity(
                null,
                ID,
                Activity.Kind.STUDENT,
                direction,
                year,
                Activity.Term.YEAR,
                period,
                number,
                null,
                null);
    }

    private static Memorandum memorandum(Memorandum.CarryOver carry, @Nullable Integer years) {
        Memorandum plain =
                Memorandum.of(
                        ID,
                        new Annex(
                                "student_exchange",
                                NOTHING,
                                3,
                                3,
                                Annex.QuotaUnit.PERSONS_PER_YEAR,
                                Annex.Waiver.YES,
                                DateText.day(LocalDate.of(2020, 4, 1), ""),
                                DateText.NONE,
                                NOTHING));
        return new Memorandum(
                ID,
                plain.annex(),
                plain.clauses(),
                new Memorandum.Counting(null, new BigDecimal("0.5"), null, carry, years),
                plain.renewal(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
