package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.schema.agreement.Routines;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The one definition of status, as a table and as laws.
class StatusTests extends ApplicationTest {
    @Autowired DSLContext jooq;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # case,                                    as of,      proposed, starts,     known from, goes on, ends,       ended on,   status
                    under preparation,                         2026-06-01, true,     -,          2026-05-01, false,   -,          -,          proposed
                    under preparation although a date is set,  2026-06-01, true,     2026-04-01, 2026-03-01, false,   2031-03-31, -,          proposed
                    signed and starting later,                 2026-06-01, false,    2026-10-01, 2026-05-01, false,   2031-09-30, -,          proposed
                    on its first day,                          2026-10-01, false,    2026-10-01, 2026-05-01, false,   2031-09-30, -,          in_force
                    before it existed,                         2000-01-01, false,    2016-04-01, 2026-05-01, true,    -,          -,          proposed
                    in the middle of the term,                 2026-06-01, false,    2024-04-01, 2026-05-01, false,   2029-03-31, -,          in_force
                    more than twelve months before the end,    2025-03-30, false,    2021-04-01, 2021-04-01, false,   2026-03-31, -,          in_force
                    twelve months before the end,              2025-03-31, false,    2021-04-01, 2021-04-01, false,   2026-03-31, -,          expiring
                    on its last day,                           2026-03-31, false,    2021-04-01, 2021-04-01, false,   2026-03-31, -,          expiring
                    the day after the last day,                2026-04-01, false,    2021-04-01, 2021-04-01, false,   2026-03-31, -,          lapsed
                    automatic renewal does not expire,         2026-03-01, false,    2021-04-01, 2021-04-01, true,    2026-03-31, -,          in_force
                    automatic renewal does not lapse,          2030-04-01, false,    2021-04-01, 2021-04-01, true,    2026-03-31, -,          in_force
                    endless,                                   2050-01-01, false,    1980-05-31, 2026-05-01, true,    -,          -,          in_force
                    endless but ended,                         2026-06-02, false,    1980-05-31, 2026-05-01, true,    -,          2026-06-01, ended
                    endless and to be ended soon,              2026-06-01, false,    1980-05-31, 2026-05-01, true,    -,          2026-12-31, expiring
                    on the last day before it is ended,        2026-06-01, false,    1980-05-31, 2026-05-01, true,    -,          2026-06-01, expiring
                    ended after it had lapsed,                 2026-06-01, false,    2016-04-01, 2026-05-01, false,   2021-03-31, 2022-03-31, ended
                    lapsed until somebody ended it,            2021-12-01, false,    2016-04-01, 2026-05-01, false,   2021-03-31, 2022-03-31, lapsed
                    a proposal that was dropped,               2026-06-01, true,     -,          2026-01-01, false,   -,          2026-05-01, ended
                    end unknown,                               2026-06-01, false,    2016-04-01, 2026-05-01, false,   -,          -,          unknown
                    end unknown but ended later,               2017-06-01, false,    2016-04-01, 2026-05-01, false,   -,          2026-05-01, in_force
                    start unknown and end known,               2026-06-01, false,    -,          2026-05-01, false,   2029-03-31, -,          in_force
                    start unknown before anyone saw it,        2020-06-01, false,    -,          2026-05-01, false,   2029-03-31, -,          unknown
                    nothing known,                             2026-06-01, false,    -,          2026-05-01, false,   -,          -,          unknown
                    """)
    void standsAsTheTableSays(
            String ignored,
            LocalDate asOf,
            boolean proposed,
            @Nullable LocalDate starts,
            LocalDate knownFrom,
            boolean goesOn,
            @Nullable LocalDate ends,
            @Nullable LocalDate endedOn,
            String expected) {
        assertThat(
                        Routines.status(
                                jooq.configuration(),
                                asOf,
                                asOf.plusMonths(12),
                                proposed,
                                starts,
                                knownFrom,
                                goesOn,
                                ends,
                                endedOn))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-01-01, year, 2026-05-01, 2016-04-01, 2016-12-31",
        "2016-01-01, year, 2016-02-15, 2016-02-15, 2016-12-31",
        "2016-01-01, year, 2010-02-15, 2016-01-01, 2016-12-31",
        "2016-02-01, month, 2026-05-01, 2016-02-01, 2016-02-29",
        "2016-02-03, day, 2026-05-01, 2016-02-03, 2016-02-03"
    })
    void partsOfADateCountAsFarAsTheyAreKnown(
            LocalDate date,
            String precision,
            LocalDate knownFrom,
            LocalDate first,
            LocalDate last) {
        assertThat(Routines.firstDay(jooq.configuration(), date, precision, knownFrom))
                .isEqualTo(first);
        assertThat(Routines.lastDay(jooq.configuration(), date, precision)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 2025", "2026-04-01, 2026", "2026-12-31, 2026", "2027-01-01, 2026"})
    void fiscalYearsBeginInApril(LocalDate date, int year) {
        assertThat(Routines.fiscalYear(jooq.configuration(), date)).isEqualTo(year);
    }

    /// A fixed term passes its states in one direction only, and every day has exactly one.
    @Test
    void aFixedTermNeverGoesBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> way = List.of("proposed", "in_force", "expiring", "lapsed", "ended");
        for (int i = 0; i < 200; i++) {
            LocalDate start = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9000));
            LocalDate end = start.plusDays(random.nextInt(4000));
            LocalDate ended = random.nextBoolean() ? null : start.plusDays(random.nextInt(6000));
            int months = random.nextInt(25);
            int before = -1;
            for (String status : statuses(start, end, ended, months)) {
                int place = way.indexOf(status);
                assertThat(place)
                        .as("seed %d: %s–%s ended %s gives %s", seed, start, end, ended, status)
                        .isGreaterThanOrEqualTo(before);
                before = place;
            }
        }
    }

    private List<String> statuses(
            LocalDate start, LocalDate end, @Nullable LocalDate ended, int months) {
        var day =
                DSL.field(
                        "generate_series({0} - interval '500 days', {0} + interval '7000 days', interval '17 days')::date",
                        LocalDate.class, DSL.val(start));
        var days = DSL.select(day.as("day")).asTable("days");
        var asOf = days.field("day", LocalDate.class);
        return jooq.select(
                        Routines.status(
                                asOf,
                                DSL.field(
                                        "({0} + make_interval(months => {1}))::date",
                                        LocalDate.class, asOf, DSL.val(months)),
                                DSL.val(false),
                                DSL.val(start),
                                DSL.val(start),
                                DSL.val(false),
                                DSL.val(end),
                                DSL.val(ended, LocalDate.class)))
                .from(days)
                .orderBy(asOf)
                .fetch(row -> row.value1());
    }
}
