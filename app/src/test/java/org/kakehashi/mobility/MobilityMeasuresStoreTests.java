package org.kakehashi.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.mobility.Stay.Direction;
import org.kakehashi.mobility.Stay.Kind;
import org.kakehashi.mobility.Stay.StudentStatus;
import org.kakehashi.mobility.internal.StayStore.Fresh;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.People;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonNames;
import org.kakehashi.person.PersonNames.Script;
import org.kakehashi.person.Sensitive;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The series counted by hand on days where they could go wrong.
class MobilityMeasuresStoreTests extends ApplicationTest {
    private static final MeasurePeriod YEAR = MeasurePeriod.of(new FiscalYear(2025));

    @Autowired DSLContext jooq;
    @Autowired People people;
    @Autowired Stays stays;
    @Autowired Units units;
    @Autowired List<Measure> measures;

    @BeforeAll
    void fill() {
        CurrentUser.SYSTEM.run(() -> {
            UUID unit = units.findByNameOrCode("ENG").orElseThrow().id();
            UUID law = units.findByNameOrCode("LAW").orElseThrow().id();
            UUID person =
                    people.create(
                            new Person.Details(
                                    Person.Category.STUDENT,
                                    new PersonNames(
                                            Script.NONE,
                                            Script.NONE,
                                            new Script("Counted", "Anna"),
                                            NameOrder.FAMILY_FIRST),
                                    null,
                                    null,
                                    null,
                                    Person.Purpose.EXCHANGE,
                                    null),
                            Sensitive.NONE,
                            List.of(unit));
            stays.bring(
                    List.of(
                            // sent: the last and the first day of a fiscal year, one without
                            // agreement, one cancelled
                            stay(
                                    person,
                                    unit,
                                    Direction.OUTBOUND,
                                    Kind.EXCHANGE,
                                    true,
                                    "FR",
                                    "2025-03-31",
                                    "2025-08-01",
                                    null,
                                    false),
                            stay(
                                    person,
                                    unit,
                                    Direction.OUTBOUND,
                                    Kind.EXCHANGE,
                                    true,
                                    "FR",
                                    "2025-04-01",
                                    "2025-04-30",
                                    null,
                                    false),
                            stay(
                                    person,
                                    law,
                                    Direction.OUTBOUND,
                                    Kind.OTHER_STUDY,
                                    false,
                                    "DE",
                                    "2026-03-31",
                                    "2027-03-30",
                                    null,
                                    false),
                            stay(
                                    person,
                                    unit,
                                    Direction.OUTBOUND,
                                    Kind.EXCHANGE,
                                    true,
                                    "DE",
                                    "2025-09-01",
                                    "2026-01-31",
                                    null,
                                    true),
                            stay(
                                    person,
                                    unit,
                                    Direction.OUTBOUND,
                                    Kind.EXCHANGE,
                                    null,
                                    "DE",
                                    "2025-10-01",
                                    "2025-12-31",
                                    null,
                                    false),
                            // received: over 1 May, ended the day before, a short programme,
                            // unknown status
                            stay(
                                    person,
                                    unit,
                                    Direction.INBOUND,
                                    Kind.EXCHANGE,
                                    true,
                                    "JP",
                                    "2024-10-01",
                                    "2025-05-01",
                                    StudentStatus.STUDENT,
                                    false),
                            stay(
                                    person,
                                    unit,
                                    Direction.INBOUND,
                                    Kind.DEGREE,
                                    false,
                                    "JP",
                                    "2023-04-01",
                                    "2025-04-30",
                                    StudentStatus.STUDENT,
                                    false),
                            stay(
                                    person,
                                    unit,
                                    Direction.INBOUND,
                                    Kind.SHORT_PROGRAMME,
                                    true,
                                    "JP",
                                    "2025-07-01",
                                    "2025-07-20",
                                    StudentStatus.OTHER,
                                    false),
                            stay(
                                    person,
                                    unit,
                                    Direction.INBOUND,
                                    Kind.EXCHANGE,
                                    true,
                                    "JP",
                                    "2025-10-01",
                                    "2026-02-01",
                                    StudentStatus.UNKNOWN,
                                    false),
                            // researchers: thirty days and thirty-one
                            stay(
                                    person,
                                    unit,
                                    Direction.INBOUND,
                                    Kind.RESEARCH,
                                    null,
                                    "JP",
                                    "2025-06-01",
                                    "2025-06-30",
                                    StudentStatus.OTHER,
                                    false),
                            stay(
                                    person,
                                    unit,
                                    Direction.OUTBOUND,
                                    Kind.RESEARCH,
                                    null,
                                    "US",
                                    "2025-06-01",
                                    "2025-07-01",
                                    null,
                                    false)));
        });
    }

    @Test
    void theSeriesAreKeptApart() {
        assertThat(count("outbound_agreement", YEAR)).isEqualTo(1);
        assertThat(count("outbound_known", YEAR)).isEqualTo(3);
        assertThat(count("inbound_agreement", YEAR)).isEqualTo(2);
        assertThat(count("inbound_on_day", MeasurePeriod.on(LocalDate.of(2025, 5, 1))))
                .isEqualTo(1);
        assertThat(count("inbound_on_day", MeasurePeriod.on(LocalDate.of(2025, 11, 1)))).isZero();
        assertThat(count("inbound_year", YEAR)).isEqualTo(2);
        assertThat(count("short_programmes", YEAR)).isEqualTo(1);
        assertThat(count("researchers", YEAR)).isEqualTo(2);
    }

    @Test
    void lengthsBreakWhereTheSurveysBreak() {
        Map<String, Integer> bands = new TreeMap<>();
        for (String band :
                List.of(
                        "under_1_month",
                        "under_3_months",
                        "under_6_months",
                        "under_1_year",
                        "year_and_more")) {
            bands.put(band, count("outbound_known", YEAR, MeasureChoice.of("band", band)));
        }
        assertThat(bands)
                .containsEntry("under_1_month", 0)
                .containsEntry("under_3_months", 1)
                .containsEntry("under_6_months", 1)
                .containsEntry("year_and_more", 1);
        assertThat(count("researchers", YEAR, MeasureChoice.of("term", "up_to_30_days")))
                .isEqualTo(1);
        assertThat(count("researchers", YEAR, MeasureChoice.of("direction", "outbound")))
                .isEqualTo(1);
        assertThat(count("outbound_known", YEAR, MeasureChoice.of("country", "DE"))).isEqualTo(2);
        assertThat(count("outbound_known", YEAR, MeasureChoice.of("region", "europe")))
                .isEqualTo(3);
    }

    @Test
    void leadersCountAndSeeNoNames() {
        Measure known = measure("outbound_known");
        List<String> titles =
                CurrentUser.SYSTEM.call(() ->
                        jooq.select(known.title(java.util.Locale.ENGLISH))
                                .from(known.facts())
                                .where(known.readable().and(known.during(YEAR)))
                                .fetch(org.jooq.Record1::value1));
        assertThat(titles).hasSize(3).noneMatch(title -> title.contains("Counted"));
        assertThat(
                        count(
                                "outbound_known",
                                YEAR,
                                List.of(),
                                new CurrentUser(
                                        UUID.randomUUID(),
                                        "x",
                                        new org.kakehashi.kernel.Bilingual("x", "x"),
                                        List.of(new CurrentUser.Grant("executive", null)))))
                .isEqualTo(3);
        assertThat(
                        count(
                                "outbound_known",
                                YEAR,
                                List.of(),
                                new CurrentUser(
                                        UUID.randomUUID(),
                                        "y",
                                        new org.kakehashi.kernel.Bilingual("y", "y"),
                                        List.of(
                                                new CurrentUser.Grant(
                                                        "member",
                                                        units.findByNameOrCode("LAW")
                                                                .orElseThrow()
                                                                .id())))))
                .isEqualTo(1);
    }

    private int count(String name, MeasurePeriod period, MeasureChoice... choices) {
        return count(name, period, List.of(choices), CurrentUser.SYSTEM);
    }

    private int count(
            String name, MeasurePeriod period, List<MeasureChoice> choices, CurrentUser who) {
        Measure measure = measure(name);
        return who.call(() -> {
            var where = measure.readable().and(measure.during(period));
            for (MeasureChoice choice : choices) {
                where = where.and(measure.chosen(choice, period));
            }
            return jooq.fetchCount(measure.facts(), where);
        });
    }

    private Measure measure(String name) {
        return measures.stream()
                .filter(one -> one.name().equals("mobility." + name))
                .findFirst()
                .orElseThrow();
    }

    private static Fresh stay(
            UUID person,
            UUID unit,
            Direction direction,
            Kind kind,
            Boolean agreement,
            String country,
            String from,
            String until,
            StudentStatus status,
            boolean cancelled) {
        return new Fresh(
                person,
                new Stay.Content(
                        direction,
                        kind,
                        cancelled ? Stay.Status.CANCELLED : Stay.Status.COMPLETED,
                        Stay.Level.UNKNOWN,
                        Stay.Partner.NONE,
                        new Stay.Frame(unit, null, null, agreement, null),
                        status == null ? StudentStatus.UNKNOWN : status,
                        new Stay.Place(country, null),
                        new Stay.Period(
                                DateText.day(LocalDate.parse(from), from),
                                DateText.day(LocalDate.parse(until), until)),
                        Stay.Period.NONE,
                        List.of(),
                        Stay.Housing.UNKNOWN,
                        Stay.Study.NONE,
                        null,
                        true,
                        null));
    }
}
