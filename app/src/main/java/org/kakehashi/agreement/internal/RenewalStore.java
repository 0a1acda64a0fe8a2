package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.agreement.Tables.RENEWALS;
import static org.kakehashi.schema.agreement.Tables.RENEWAL_NOTICES;
import static org.kakehashi.schema.agreement.Tables.RENEWAL_STEPS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Deadline;
import org.kakehashi.agreement.Renewal;
import org.kakehashi.agreement.RenewalCalendar;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.schema.agreement.tables.records.RenewalsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes what was told and decided about renewals.
@Repository
public class RenewalStore {
    /// An agreement or memorandum with its term, as the calendar looks at it.
    public record Running(
            UUID agreement,
            @Nullable UUID annex,
            String number,
            Bilingual title,
            Bilingual partner,
            List<UUID> units,
            int version,
            RenewalCalendar.Course course) {}

    /// One step of one deadline of one agreement or memorandum.
    public record Step(UUID agreement, @Nullable UUID annex, Deadline deadline, int months) {}

    /// What was told on which day, and to how many.
    public record Told(Step step, LocalDate on, int people) {}

    /// A person who is told: everything, or what concerns these units.
    public record Person(UUID user, boolean everything, Set<UUID> units) {}

    private static final String RUNNING =
            """
            with terms as (
                select a.id as agreement_id, null::uuid as annex_id, a.title_ja as annex_ja, a.title_en as annex_en,
                    a.start_date, a.start_precision, a.end_date, a.end_precision,
                    a.renewal_mode, a.renewal_years, a.notice_months,
                    a.term in ('endless', 'until_replaced') as open, a.version, a.id as of
                from agreement.agreements a
                where not a.proposed and a.ended_date is null
                union all
                select x.agreement_id, x.id, x.title_ja, x.title_en, x.start_date, x.start_precision, x.end_date, x.end_precision,
                    x.renewal_mode, x.renewal_years, x.notice_months, false, a.version, a.id
                from agreement.annexes x join agreement.agreements a on a.id = x.agreement_id
                where not a.proposed and a.ended_date is null and (x.end_date is not null or x.renewal_mode = 'automatic')
            )
            select t.*, agreement.last_day(t.end_date, t.end_precision) as ends, agreement.register_lines.number,
                agreement.register_lines.partner_ja, agreement.register_lines.partner_en, agreement.register_lines.unit_ids
            from terms t join agreement.register_lines on agreement.register_lines.agreement_id = t.agreement_id
            where {0} and (t.renewal_mode = 'automatic'
                or (not t.open and agreement.last_day(t.end_date, t.end_precision)
                    between {1} and ({2} + make_interval(months => {3} + coalesce(t.notice_months, 0)))::date))
            """;

    private static final String WAITING =
            """
            select n.agreement_id, n.annex_id, n.period_end, agreement.register_lines.number,
                agreement.register_lines.partner_ja, agreement.register_lines.partner_en,
                coalesce(min(n.deadline) filter (where n.deadline >= {1}), max(n.deadline)) as due,
                min(n.told_on) as since, (count(*) over ())::int as all_of_them
            from agreement.renewal_notices n
            join agreement.register_lines on agreement.register_lines.agreement_id = n.agreement_id
            join agreement.agreements a on a.id = n.agreement_id
            left join agreement.annexes x on x.id = n.annex_id
            where {0} and n.deadline >= {1}::date - {2} and a.ended_date is null
                and case when n.annex_id is null
                    then a.renewal_mode = 'automatic' or agreement.last_day(a.end_date, a.end_precision) = n.period_end
                    else x.renewal_mode = 'automatic' or agreement.last_day(x.end_date, x.end_precision) = n.period_end end
                and not exists (select from agreement.renewals r where r.agreement_id = n.agreement_id
                    and r.annex_id is not distinct from n.annex_id and r.period_end = n.period_end and r.decided_on is not null)
            group by 1, 2, 3, 4, 5, 6
            order by due, number
            limit {3}
            """;

    private final DSLContext jooq;

    RenewalStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Map<Deadline.Kind, List<Integer>> steps() {
        Map<Deadline.Kind, List<Integer>> steps = new EnumMap<>(Deadline.Kind.class);
        jooq.selectFrom(RENEWAL_STEPS)
                .orderBy(RENEWAL_STEPS.MONTHS.desc())
                .forEach(row ->
                        steps.computeIfAbsent(
                                        Coded.of(Deadline.Kind.class, row.getKind()),
                                        any -> new ArrayList<>())
                                .add(row.getMonths()));
        return steps;
    }

    public void steps(Deadline.Kind kind, Collection<Integer> months) {
        jooq.deleteFrom(RENEWAL_STEPS).where(RENEWAL_STEPS.KIND.eq(kind.code())).execute();
        for (Integer one : months) {
            jooq.insertInto(RENEWAL_STEPS, RENEWAL_STEPS.KIND, RENEWAL_STEPS.MONTHS)
                    .values(kind.code(), one)
                    .execute();
        }
    }

    /// Agreements and memoranda with a term of their own that are neither proposed nor ended and
    /// whose period ends between these days, or that renew themselves.
    public List<Running> running(Condition scope, LocalDate from, LocalDate until, int months) {
        return jooq.resultQuery(RUNNING, scope, DSL.val(from), DSL.val(until), DSL.val(months))
                .fetch(RenewalStore::running);
    }

    private static Running running(Record row) {
        UUID annex = row.get("annex_id", UUID.class);
        return new Running(
                row.get("agreement_id", UUID.class),
                annex,
                row.get("number", String.class),
                new Bilingual(row.get("annex_ja", String.class), row.get("annex_en", String.class)),
                new Bilingual(
                        row.get("partner_ja", String.class), row.get("partner_en", String.class)),
                List.of(row.get("unit_ids", UUID[].class)),
                row.get("version", Integer.class),
                new RenewalCalendar.Course(
                        row.get("start_date", LocalDate.class),
                        row.get("ends", LocalDate.class),
                        "automatic".equals(row.get("renewal_mode", String.class)),
                        row.get("open", Boolean.class),
                        row.get("renewal_years", Integer.class),
                        row.get("notice_months", Integer.class),
                        false));
    }

    /// Steps told of deadlines that are not long over.
    public Set<Step> told(LocalDate since) {
        Set<Step> told = new HashSet<>();
        jooq.selectFrom(RENEWAL_NOTICES)
                .where(RENEWAL_NOTICES.DEADLINE.ge(since))
                .forEach(row -> told.add(told(row).step()));
        return told;
    }

    public List<Told> told(UUID agreement) {
        return jooq.selectFrom(RENEWAL_NOTICES)
                .where(RENEWAL_NOTICES.AGREEMENT_ID.eq(agreement))
                .orderBy(RENEWAL_NOTICES.TOLD_ON.desc(), RENEWAL_NOTICES.DEADLINE)
                .fetch(RenewalStore::told);
    }

    /// When people were last told about the agreements, by agreement.
    public Map<UUID, LocalDate> lastTold(Collection<UUID> agreements) {
        return jooq.select(RENEWAL_NOTICES.AGREEMENT_ID, DSL.max(RENEWAL_NOTICES.TOLD_ON))
                .from(RENEWAL_NOTICES)
                .where(RENEWAL_NOTICES.AGREEMENT_ID.eq(DSL.any(agreements.toArray(UUID[]::new))))
                .groupBy(RENEWAL_NOTICES.AGREEMENT_ID)
                .fetchMap(RENEWAL_NOTICES.AGREEMENT_ID, row -> row.value2());
    }

    private static Told told(Record row) {
        return new Told(
                new Step(
                        row.get(RENEWAL_NOTICES.AGREEMENT_ID),
                        row.get(RENEWAL_NOTICES.ANNEX_ID),
                        new Deadline(
                                Coded.of(Deadline.Kind.class, row.get(RENEWAL_NOTICES.KIND)),
                                row.get(RENEWAL_NOTICES.DEADLINE),
                                row.get(RENEWAL_NOTICES.PERIOD_END)),
                        row.get(RENEWAL_NOTICES.MONTHS)),
                row.get(RENEWAL_NOTICES.TOLD_ON),
                row.get(RENEWAL_NOTICES.PEOPLE));
    }

    /// Keeps that people were told; nothing if it was kept before.
    public void tell(Collection<Told> all) {
        jooq.batch(
                        all.stream()
                                .map(one ->
                                        jooq.insertInto(RENEWAL_NOTICES)
                                                .set(
                                                        RENEWAL_NOTICES.AGREEMENT_ID,
                                                        one.step().agreement())
                                                .set(RENEWAL_NOTICES.ANNEX_ID, one.step().annex())
                                                .set(
                                                        RENEWAL_NOTICES.KIND,
                                                        one.step().deadline().kind().code())
                                                .set(
                                                        RENEWAL_NOTICES.DEADLINE,
                                                        one.step().deadline().on())
                                                .set(
                                                        RENEWAL_NOTICES.PERIOD_END,
                                                        one.step().deadline().periodEnd())
                                                .set(RENEWAL_NOTICES.MONTHS, one.step().months())
                                                .set(RENEWAL_NOTICES.TOLD_ON, one.on())
                                                .set(RENEWAL_NOTICES.PEOPLE, one.people())
                                                .onConflictDoNothing())
                                .toList())
                .execute();
    }

    /// The office is told everything, members what concerns their units.
    public List<Person> people(LocalDate today) {
        Map<UUID, Person> people = new HashMap<>();
        jooq.select(GRANTS.USER_ID, GRANTS.ROLE, GRANTS.UNIT_ID)
                .from(GRANTS)
                .join(USERS)
                .on(USERS.ID.eq(GRANTS.USER_ID))
                .where(GRANTS.ROLE.in("office", "member"))
                .and(USERS.ACTIVE)
                .and(DSL.condition("{0} @> {1}", GRANTS.VALID, DSL.val(today)))
                .forEach(row -> {
                    boolean office = row.value2().equals("office");
                    Set<UUID> units = new HashSet<>();
                    if (row.value3() != null) {
                        units.add(row.value3());
                    }
                    people.merge(
                            row.value1(),
                            new Person(row.value1(), office, units),
                            (a, b) -> {
                                a.units().addAll(b.units());
                                return new Person(
                                        a.user(), a.everything() || b.everything(), a.units());
                            });
                });
        return List.copyOf(people.values());
    }

    public List<Renewal> of(UUID agreement) {
        return jooq.selectFrom(RENEWALS)
                .where(RENEWALS.AGREEMENT_ID.eq(agreement))
                .orderBy(RENEWALS.PERIOD_END.desc())
                .fetch(RenewalStore::renewal);
    }

    public Optional<Renewal> find(UUID id) {
        return jooq.selectFrom(RENEWALS)
                .where(RENEWALS.ID.eq(id))
                .fetchOptional(RenewalStore::renewal);
    }

    /// Decisions and drafts about periods that end on these days or later.
    public List<Renewal> since(LocalDate periodEnd) {
        return jooq.selectFrom(RENEWALS)
                .where(RENEWALS.PERIOD_END.ge(periodEnd))
                .fetch(RenewalStore::renewal);
    }

    /// What people were told about and nobody has decided yet, what is due first first.
    ///
    /// @param all how many there are in all
    public record Waiting(
            UUID agreement,
            @Nullable UUID annex,
            String number,
            Bilingual partner,
            LocalDate periodEnd,
            LocalDate due,
            LocalDate since,
            int all) {}

    public List<Waiting> waiting(Condition scope, LocalDate today, int limit) {
        return jooq.resultQuery(
                        WAITING,
                        scope,
                        DSL.val(today),
                        DSL.val(RenewalCalendar.LONG_AGO),
                        DSL.val(limit))
                .fetch(row ->
                        new Waiting(
                                row.get("agreement_id", UUID.class),
                                row.get("annex_id", UUID.class),
                                row.get("number", String.class),
                                new Bilingual(
                                        row.get("partner_ja", String.class),
                                        row.get("partner_en", String.class)),
                                row.get("period_end", LocalDate.class),
                                row.get("due", LocalDate.class),
                                row.get("since", LocalDate.class),
                                row.get("all_of_them", Integer.class)));
    }

    /// Writes the decision or draft; a draft about the same period gives way.
    public UUID save(Renewal renewal) {
        RenewalsRecord row = new RenewalsRecord();
        row.setAgreementId(renewal.agreement());
        row.setAnnexId(renewal.annex());
        row.setPeriodEnd(renewal.periodEnd());
        row.setDecision(renewal.decision().code());
        row.setNewEnd(renewal.newEnd());
        row.setLastDay(renewal.lastDay());
        row.setReasonJa(renewal.reason().ja());
        row.setReasonEn(renewal.reason().en());
        row.setDecidedOn(renewal.decidedOn());
        row.setDecidedBy(renewal.decidedBy());
        UUID present =
                jooq.select(RENEWALS.ID)
                        .from(RENEWALS)
                        .where(RENEWALS.AGREEMENT_ID.eq(renewal.agreement()))
                        .and(RENEWALS.ANNEX_ID.isNotDistinctFrom(renewal.annex()))
                        .and(RENEWALS.PERIOD_END.eq(renewal.periodEnd()))
                        .fetchOne(RENEWALS.ID);
        if (present == null) {
            return jooq.insertInto(RENEWALS)
                    .set(row)
                    .returningResult(RENEWALS.ID)
                    .fetchSingle()
                    .value1();
        }
        jooq.update(RENEWALS)
                .set(row)
                .set(RENEWALS.VERSION, RENEWALS.VERSION.plus(1))
                .where(RENEWALS.ID.eq(present))
                .execute();
        return present;
    }

    private static Renewal renewal(RenewalsRecord row) {
        return new Renewal(
                row.getId(),
                row.getAgreementId(),
                row.getAnnexId(),
                row.getPeriodEnd(),
                Coded.of(Renewal.Decision.class, row.getDecision()),
                row.getNewEnd(),
                row.getLastDay(),
                new Bilingual(row.getReasonJa(), row.getReasonEn()),
                row.getDecidedOn(),
                row.getDecidedBy());
    }
}
