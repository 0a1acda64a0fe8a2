package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.schema.agreement.Tables.RENEWAL_NOTICES;
import static org.kakehashi.schema.review.Tables.NOTICES;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class RenewalStoreTests extends ApplicationTest {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    @Autowired Agreements agreements;
    @Autowired Memoranda memoranda;
    @Autowired Renewals renewals;
    @Autowired RenewalWatch watch;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;
    @Autowired Clock clock;

    @Test
    void peopleAreToldOnceForEachStepHoweverOftenTheWatchLooks() {
        UUID id = office(() -> agreements.create(content("ENG", today().plusMonths(8), null)));
        look(today());
        look(today());
        assertThat(steps(id)).containsExactly(9);
        look(today().plusMonths(2));
        look(today().plusMonths(2).plusDays(1));
        assertThat(steps(id)).containsExactly(9, 6);
        look(today().plusMonths(8).plusDays(1));
        assertThat(steps(id)).containsExactly(9, 6, RenewalCalendar.PASSED);
        assertThat(told("office", id)).isEqualTo(3);
        assertThat(told("member", id)).isEqualTo(3);
        UUID other = office(() -> agreements.create(content("LAW", today().plusMonths(8), null)));
        look(today());
        assertThat(told("office", other)).isEqualTo(1);
        assertThat(told("member", other)).isZero();
    }

    @Test
    void aDecisionProlongsItAndNobodyIsToldAnyMore() {
        UUID id = office(() -> agreements.create(content("ENG", today().plusMonths(5), 2)));
        LocalDate end = today().plusMonths(5);
        office(() -> {
            renewals.decide(renewal(id, end, Renewal.Decision.RENEW, end.plusYears(5)), 0);
            return id;
        });
        AgreementContent content = office(() -> agreements.get(id).content());
        assertThat(content.term().end().date()).isEqualTo(end.plusYears(5));
        look(today());
        assertThat(steps(id)).isEmpty();
        assertThat(office(() -> renewals.of(id)))
                .singleElement()
                .satisfies(one -> assertThat(one.decidedOn()).isEqualTo(today()));
    }

    @Test
    void lettingItLapseAndEndingAreRecordedAsEndings() {
        LocalDate end = today().plusMonths(5);
        UUID lapsing = office(() -> agreements.create(content("ENG", end, null)));
        UUID ending = office(() -> agreements.create(content("ENG", end, null)));
        office(() -> {
            renewals.decide(renewal(lapsing, end, Renewal.Decision.LAPSE, null), 0);
            renewals.decide(
                    new Renewal(
                            null,
                            ending,
                            null,
                            end,
                            Renewal.Decision.END,
                            null,
                            end.minusMonths(1),
                            NOTHING,
                            null,
                            null),
                    0);
            return lapsing;
        });
        assertThat(office(() -> agreements.get(lapsing).content().ending()).reason())
                .isEqualTo(Ending.Reason.NOT_RENEWED);
        assertThat(office(() -> agreements.get(ending).content().ending()).on().date())
                .isEqualTo(end.minusMonths(1));
    }

    @Test
    void whatCannotBeDecidedIsRefusedAndNothingChanges() {
        LocalDate end = today().plusMonths(5);
        UUID id = office(() -> agreements.create(content("LAW", end, null)));
        office(() -> {
            refused(renewal(id, end.plusDays(1), Renewal.Decision.LAPSE, null), 0, "period");
            refused(renewal(id, end, Renewal.Decision.RENEW, end), 0, "newEnd");
            refused(renewal(id, end, Renewal.Decision.END, null), 0, "lastDay");
            refused(
                    renewal(id, end, Renewal.Decision.RENEW, end.plusYears(1)),
                    7,
                    "changedMeanwhile");
            return id;
        });
        assertThatThrownBy(() ->
                        as(
                                "member",
                                () -> {
                                    renewals.decide(
                                            renewal(
                                                    id,
                                                    end,
                                                    Renewal.Decision.RENEW,
                                                    end.plusYears(1)),
                                            0);
                                    return id;
                                }))
                .isInstanceOf(KakehashiException.class)
                .hasMessageContaining("notYourUnit");
        assertThat(office(() -> renewals.of(id))).isEmpty();
        assertThat(office(() -> agreements.get(id).version())).isZero();
    }

    @Test
    void manyAreRenewedAtOnceOrNone() {
        LocalDate end = today().plusMonths(7);
        List<UUID> three =
                office(() ->
                        agreements.createAll(
                                List.of(
                                        content("ENG", end, null),
                                        content("ENG", end.plusDays(3), null),
                                        content("ENG", end.plusDays(9), null)),
                                "test"));
        assertThat(office(() -> renewals.renewAll(three, 5, NOTHING))).isEqualTo(3);
        assertThat(office(() -> agreements.get(three.get(1)).content().term().end().date()))
                .isEqualTo(end.plusDays(3).plusYears(5));
        UUID endless =
                office(() ->
                        agreements.create(
                                AgreementContent.of(
                                        Level.UNIVERSITY,
                                        List.of(),
                                        new Term(
                                                Term.Kind.ENDLESS,
                                                DateText.NONE,
                                                DateText.NONE,
                                                null,
                                                Term.Renewal.UNKNOWN),
                                        List.of(Party.written("X", null)),
                                        List.of(unit("ENG")))));
        assertThatThrownBy(() ->
                        office(() ->
                                renewals.renewAll(List.of(three.getFirst(), endless), 5, NOTHING)))
                .hasMessageContaining("problem.nothing");
        assertThat(office(() -> agreements.get(three.getFirst()).content().term().end().date()))
                .isEqualTo(end.plusYears(5));
    }

    @Test
    void aMemorandumHasDeadlinesOfItsOwnAndIsRenewedAlone() {
        LocalDate end = today().plusMonths(4);
        UUID id = office(() -> agreements.create(content("ENG", today().plusYears(4), null)));
        UUID annex =
                office(() ->
                        memoranda.save(
                                Memorandum.of(
                                        id,
                                        new Annex(
                                                "student_exchange",
                                                new Bilingual("学生交流覚書", null),
                                                3,
                                                3,
                                                Annex.QuotaUnit.PERSONS_PER_YEAR,
                                                Annex.Waiver.YES,
                                                DateText.NONE,
                                                DateText.day(end, ""),
                                                NOTHING)),
                                0));
        look(today());
        assertThat(jooq.fetchCount(RENEWAL_NOTICES, RENEWAL_NOTICES.ANNEX_ID.eq(annex)))
                .isEqualTo(1);
        office(() -> {
            renewals.decide(
                    new Renewal(
                            null,
                            id,
                            annex,
                            end,
                            Renewal.Decision.RENEW,
                            end.plusYears(3),
                            null,
                            NOTHING,
                            null,
                            null),
                    1);
            return id;
        });
        assertThat(office(() -> memoranda.get(id, annex).annex().end().date()))
                .isEqualTo(end.plusYears(3));
        assertThat(office(() -> agreements.get(id).content().term().end().date()))
                .isEqualTo(today().plusYears(4));
    }

    @Test
    void anApprovedReviewCarriesTheDecisionOut() {
        LocalDate end = today().plusMonths(5);
        UUID id = office(() -> agreements.create(content("ENG", end, null)));
        UUID draft =
                office(() ->
                        renewals.draft(renewal(id, end, Renewal.Decision.RENEW, end.plusYears(5))));
        assertThat(office(() -> agreements.get(id).content().term().end().date())).isEqualTo(end);
        CurrentUser.SYSTEM.run(() -> renewals.approved(draft));
        assertThat(office(() -> agreements.get(id).content().term().end().date()))
                .isEqualTo(end.plusYears(5));
        assertThat(office(() -> renewals.find(draft).orElseThrow().decided())).isTrue();
    }

    /// Agreements of every kind over ten years in the database itself, with a watch that sleeps for
    /// up to three weeks at a time.
    @Test
    void noDeadlinePassesUnnoticedInTheDatabaseInTenYears() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<AgreementContent> contents = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            contents.add(any(random));
        }
        List<UUID> ids = office(() -> agreements.createAll(contents, "test"));
        LocalDate start = LocalDate.of(2040, 4, 1);
        LocalDate today = start;
        LocalDate before = start;
        int passed = 0;
        while (today.isBefore(start.plusYears(10))) {
            look(today);
            for (int i = 0; i < ids.size(); i++) {
                for (Deadline one : RenewalCalendar.deadlines(course(contents.get(i)), before)) {
                    if (one.on().isBefore(today)
                            && !one.on().isBefore(before)
                            && one.on().isAfter(start.plusMonths(2))) {
                        passed++;
                        assertThat(first(ids.get(i), one))
                                .as("%s, seed %d", one, seed)
                                .isNotNull()
                                .isBeforeOrEqualTo(one.on());
                    }
                }
            }
            before = today;
            today = today.plusDays(1 + random.nextInt(21));
        }
        assertThat(passed).isGreaterThan(150);
    }

    private static RenewalCalendar.Course course(AgreementContent content) {
        return RenewalCalendar.Course.of(content.term(), content.ending(), content.proposed());
    }

    private @Nullable LocalDate first(UUID agreement, Deadline deadline) {
        return jooq.select(DSL.min(RENEWAL_NOTICES.TOLD_ON))
                .from(RENEWAL_NOTICES)
                .where(RENEWAL_NOTICES.AGREEMENT_ID.eq(agreement))
                .and(RENEWAL_NOTICES.KIND.eq(deadline.kind().code()))
                .and(RENEWAL_NOTICES.DEADLINE.eq(deadline.on()))
                .fetchSingle()
                .value1();
    }

    private AgreementContent any(Random random) {
        LocalDate end = LocalDate.of(2040, 7, 1).plusDays(random.nextInt(365 * 10));
        boolean automatic = random.nextInt(3) == 0;
        return AgreementContent.of(
                Level.UNIVERSITY,
                List.of(),
                new Term(
                        Term.Kind.FIXED,
                        DateText.NONE,
                        DateText.day(end, ""),
                        null,
                        new Term.Renewal(
                                automatic
                                        ? Term.RenewalMode.AUTOMATIC
                                        : Term.RenewalMode.BY_EVALUATION,
                                random.nextBoolean() ? null : 1 + random.nextInt(5),
                                random.nextBoolean() ? null : random.nextInt(13),
                                false)),
                List.of(Party.written("U" + random.nextInt(), null)),
                List.of(unit("ENG")));
    }

    private void refused(Renewal renewal, int version, String why) {
        assertThatThrownBy(() -> renewals.decide(renewal, version))
                .isInstanceOf(KakehashiException.class)
                .hasMessageContaining(why);
    }

    private static Renewal renewal(
            UUID id, LocalDate end, Renewal.Decision decision, @Nullable LocalDate newEnd) {
        return new Renewal(null, id, null, end, decision, newEnd, null, NOTHING, null, null);
    }

    private AgreementContent content(String unit, LocalDate end, @Nullable Integer notice) {
        return AgreementContent.of(
                Level.UNIVERSITY,
                List.of("student_exchange"),
                new Term(
                        Term.Kind.FIXED,
                        DateText.day(LocalDate.of(2020, 4, 1), ""),
                        DateText.day(end, ""),
                        null,
                        new Term.Renewal(Term.RenewalMode.BY_EVALUATION, 5, notice, false)),
                List.of(Party.written("Somewhere", null)),
                List.of(unit(unit)));
    }

    private HomeUnit unit(String code) {
        return new HomeUnit(
                units.findByNameOrCode(code).orElseThrow().id(), "", HomeUnit.Role.RESPONSIBLE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void look(LocalDate day) {
        OffsetDateTime at = day.atTime(9, 0).atOffset(ZoneOffset.UTC);
        CurrentUser.SYSTEM.run(() -> watch.runAt(at));
    }

    private List<Integer> steps(UUID agreement) {
        return jooq.select(RENEWAL_NOTICES.MONTHS)
                .from(RENEWAL_NOTICES)
                .where(RENEWAL_NOTICES.AGREEMENT_ID.eq(agreement))
                .and(RENEWAL_NOTICES.KIND.eq("end"))
                .orderBy(RENEWAL_NOTICES.TOLD_ON)
                .fetch(RENEWAL_NOTICES.MONTHS);
    }

    private int told(String login, UUID agreement) {
        return jooq.fetchCount(
                NOTICES,
                NOTICES.USER_ID
                        .eq(users.findByLogin(login).orElseThrow().id())
                        .and(NOTICES.HREF.eq("/agreements/" + agreement + "/renewal")));
    }

    private <T> T office(java.util.function.Supplier<T> work) {
        return as("office", work);
    }

    private <T> T as(String login, java.util.function.Supplier<T> work) {
        var user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants()).call(work);
    }
}
