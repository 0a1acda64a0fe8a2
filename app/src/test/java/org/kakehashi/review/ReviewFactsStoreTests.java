package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.review.Tables.ACTIONS;
import static org.kakehashi.schema.review.Tables.CASES;
import static org.kakehashi.schema.review.Tables.CASE_STEPS;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.review.facts.ReviewFacts;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Figures about reviews against what the demonstration's cases are known to hold.
class ReviewFactsStoreTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired DemoReviews demo;
    @Autowired ReviewFacts facts;
    @Autowired Bodies bodies;
    @Autowired Meetings meetings;
    @Autowired CorrectiveActions actions;
    @Autowired Users users;

    private final FiscalYear year = FiscalYear.of(LocalDate.now());

    @BeforeAll
    void fill() {
        CurrentUser.SYSTEM.run(demo::fill);
        OffsetDateTime start = OffsetDateTime.now().minusDays(1);
        UUID decided =
                jooq.select(CASES.ID)
                        .from(CASES)
                        .where(CASES.STATE.eq("approved"))
                        .fetchSingle(CASES.ID);
        jooq.update(CASES)
                .set(CASES.PROPOSED_AT, start.minusDays(30))
                .set(CASES.CLOSED_AT, start)
                .where(CASES.ID.eq(decided))
                .execute();
        jooq.update(CASE_STEPS)
                .set(CASE_STEPS.OPENED_AT, start.minusDays(12))
                .set(CASE_STEPS.CLOSED_AT, start)
                .where(CASE_STEPS.CASE_ID.eq(decided))
                .execute();
    }

    @Test
    void timeAtABodyIsTheMedianOfItsEndedSteps() {
        UUID committee = body("international_committee");
        CurrentUser.SYSTEM.run(() -> {
            assertThat(facts.atBody(committee, year)).isEqualTo(new Durations(12.0, 1));
            assertThat(facts.atBody(committee, year.plus(1))).isEqualTo(new Durations(null, 0));
            assertThat(facts.proposalToApproval("matter", year)).isEqualTo(new Durations(30.0, 1));
            assertThat(facts.proposalToApproval("agreement", year).median()).isNull();
        });
    }

    @Test
    void figuresStayWithinWhatThePersonReads() {
        CurrentUser.PUBLIC.run(
                () -> assertThat(facts.proposalToApproval("matter", year).count()).isZero());
    }

    @Test
    void anActionDoneLateIsDueButNotInTime() {
        LocalDate today = year.start().plusDays(100);
        User office = users.findByLogin("office").orElseThrow();
        var acting = new CurrentUser(office.id(), office.login(), office.name(), office.grants());
        acting.run(() -> {
            UUID meeting =
                    meetings.call(
                            body("board"), today, LocalTime.NOON, new Bilingual(null, null), null);
            for (int i = 0; i < 3; i++) {
                actions.ask(
                        meeting,
                        new Bilingual(null, "Action " + i),
                        office.id(),
                        today.minusDays(20));
            }
            jooq.update(ACTIONS)
                    .set(ACTIONS.DONE_ON, today.minusDays(25))
                    .where(ACTIONS.TITLE_EN.eq("Action 0"))
                    .execute();
            jooq.update(ACTIONS)
                    .set(ACTIONS.DONE_ON, today.minusDays(10))
                    .where(ACTIONS.TITLE_EN.eq("Action 1"))
                    .execute();
            ReviewFacts.Closure expected = new ReviewFacts.Closure(year.year(), 3, 1);
            assertThat(facts.closure(body("board"), year, today)).isEqualTo(expected);
            assertThat(facts.closure(null, year, today)).isEqualTo(expected);
            assertThat(expected.percent()).isEqualTo(33);
            assertThat(facts.closure(body("council"), year, today).percent()).isNull();
        });
    }

    @Test
    void theIndicatorOfTheTimeToADecisionCountsTheSame() {
        Document page = signedInAs("office").get("/strategy/indicators/K38");
        assertThat(page.select(".figure-main dd").text()).contains("12");
        for (String code : new String[] {"K05", "K14"}) {
            Document other = signedInAs("office").get("/strategy/indicators/" + code);
            assertThat(other.select(".problems")).as(code).isEmpty();
            assertThat(other.text()).as(code).doesNotContain("not measured yet");
        }
    }

    @Test
    void thePageOfTimesSaysHowLongAndWhatWaits() {
        Document page = signedInAs("office").get("/reviews/times");
        assertThat(page.select("#processes tbody tr").text())
                .contains("Sample: university-level matters", "30.0 days");
        assertThat(page.select("#bodies").text())
                .contains("International exchange committee", "12.0 days");
        assertThat(signedInAs("office").get("/reviews/times?year=1999").select("#bodies").text())
                .contains("No data")
                .doesNotContain("12.0 days");
        assertThat(signedInAs("office").status("/reviews/times?year=abc")).isEqualTo(200);
    }

    private UUID body(String code) {
        return bodies.list().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
