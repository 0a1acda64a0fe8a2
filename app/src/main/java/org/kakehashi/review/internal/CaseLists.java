package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.BODIES;
import static org.kakehashi.schema.review.Tables.CASES;
import static org.kakehashi.schema.review.Tables.CASE_STEPS;
import static org.kakehashi.schema.review.Tables.DELEGATIONS;
import static org.kakehashi.schema.review.Tables.EVENTS;
import static org.kakehashi.schema.review.Tables.HOLDERS;
import static org.kakehashi.schema.review.Tables.PROCESSES;
import static org.kakehashi.schema.review.Tables.STEPS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.CaseFilter;
import org.kakehashi.review.CaseLine;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Durations;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Repository;

/// Lists of cases, always within what the person acting may read.
@Repository
public class CaseLists {
    private final DSLContext jooq;
    private final Clock clock;
    private final Access access;

    CaseLists(DSLContext jooq, Access access, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
        this.access = access;
    }

    /// What the person acting may read: cases of the units they read, those they took part in, and
    /// those that wait for a body in which they sit.
    public Condition readable() {
        Condition units = access.scope("review.read", CASES.UNIT_IDS, null);
        UUID me = CurrentUser.get().id();
        if (me == null) {
            return units;
        }
        Condition acted =
                DSL.exists(
                        DSL.selectOne()
                                .from(EVENTS)
                                .where(EVENTS.CASE_ID.eq(CASES.ID).and(EVENTS.ACTOR.eq(me))));
        return units.or(CASES.PROPOSER.eq(me)).or(acted).or(sitsIn(me));
    }

    private Condition sitsIn(UUID me) {
        Field<LocalDate> today = DSL.val(LocalDate.now(clock));
        Condition now = DSL.condition("{0} @> {1}", HOLDERS.VALID, today);
        Condition mine =
                HOLDERS.USER_ID
                        .eq(me)
                        .or(
                                HOLDERS.USER_ID.in(
                                        DSL.select(DELEGATIONS.FROM_USER)
                                                .from(DELEGATIONS)
                                                .where(DELEGATIONS.TO_USER.eq(me))
                                                .and(
                                                        DSL.condition(
                                                                "{0} @> {1}",
                                                                DELEGATIONS.VALID, today))));
        Condition unit =
                HOLDERS.UNIT_ID
                        .isNull()
                        .or(DSL.condition("{0} = any ({1})", HOLDERS.UNIT_ID, CASES.UNIT_IDS));
        return DSL.exists(
                DSL.selectOne()
                        .from(CASE_STEPS)
                        .join(STEPS)
                        .on(STEPS.ID.eq(CASE_STEPS.STEP_ID))
                        .join(HOLDERS)
                        .on(HOLDERS.BODY_ID.eq(STEPS.BODY_ID))
                        .where(CASE_STEPS.CASE_ID.eq(CASES.ID))
                        .and(CASE_STEPS.STATE.ne("skipped"))
                        .and(now)
                        .and(mine)
                        .and(unit));
    }

    public boolean mayRead(UUID caseId) {
        return jooq.fetchExists(CASES, CASES.ID.eq(caseId).and(readable()));
    }

    public int count(CaseFilter filter) {
        return jooq.fetchCount(CASES, condition(filter));
    }

    public List<CaseLine> list(CaseFilter filter, long offset, int limit) {
        var lines =
                jooq.select(CASES.asterisk(), PROCESSES.NAME_JA, PROCESSES.NAME_EN)
                        .from(CASES)
                        .join(PROCESSES)
                        .on(PROCESSES.ID.eq(CASES.PROCESS_ID))
                        .where(condition(filter))
                        .orderBy(order(filter.sort()), CASES.ID.desc())
                        .offset(offset)
                        .limit(limit)
                        .fetch();
        UUID[] ids = lines.stream().map(row -> row.get(CASES.ID)).toArray(UUID[]::new);
        Map<UUID, List<Record>> open = open(ids);
        return lines.stream()
                .map(row -> line(row, open.getOrDefault(row.get(CASES.ID), List.of())))
                .toList();
    }

    /// The cases in which a step of any of these bodies is open.
    public List<UUID> waitingAt(UUID body) {
        return jooq.selectDistinct(CASES.ID, CASES.PROPOSED_AT)
                .from(CASES)
                .join(CASE_STEPS)
                .on(CASE_STEPS.CASE_ID.eq(CASES.ID).and(CASE_STEPS.STATE.eq("open")))
                .join(STEPS)
                .on(STEPS.ID.eq(CASE_STEPS.STEP_ID).and(STEPS.BODY_ID.eq(body)))
                .where(CASES.STATE.eq("running"))
                .orderBy(CASES.PROPOSED_AT)
                .fetch(CASES.ID);
    }

    /// The running cases with an open step whose time limit comes near or has passed.
    public List<UUID> withTimeLimit(LocalDate today) {
        return jooq.selectDistinct(CASES.ID)
                .from(CASES)
                .join(CASE_STEPS)
                .on(CASE_STEPS.CASE_ID.eq(CASES.ID).and(CASE_STEPS.STATE.eq("open")))
                .join(STEPS)
                .on(STEPS.ID.eq(CASE_STEPS.STEP_ID))
                .where(CASES.STATE.eq("running"))
                .and(
                        DSL.condition(
                                "{0} - coalesce({1}, 0) <= {2}::date",
                                CASE_STEPS.DUE_ON, STEPS.REMIND_DAYS, DSL.val(today)))
                .fetch(CASES.ID);
    }

    /// Every open step of the running cases, oldest first; who looks at them decides who may see.
    public List<OpenStep> openSteps() {
        return jooq.select(
                        CASES.ID,
                        CASES.NUMBER,
                        CASES.TITLE_JA,
                        CASES.TITLE_EN,
                        CASES.UNIT_IDS,
                        STEPS.BODY_ID,
                        STEPS.NAME_JA,
                        STEPS.NAME_EN,
                        CASE_STEPS.OPENED_AT,
                        CASE_STEPS.DUE_ON,
                        STEPS.IN_PERSON)
                .from(CASES)
                .join(CASE_STEPS)
                .on(CASE_STEPS.CASE_ID.eq(CASES.ID).and(CASE_STEPS.STATE.eq("open")))
                .join(STEPS)
                .on(STEPS.ID.eq(CASE_STEPS.STEP_ID))
                .where(CASES.STATE.eq("running"))
                .orderBy(CASE_STEPS.OPENED_AT)
                .fetch(row ->
                        new OpenStep(
                                row.get(CASES.ID),
                                row.get(CASES.NUMBER),
                                new Bilingual(row.get(CASES.TITLE_JA), row.get(CASES.TITLE_EN)),
                                Set.of(row.get(CASES.UNIT_IDS)),
                                row.get(STEPS.BODY_ID),
                                new Bilingual(row.get(STEPS.NAME_JA), row.get(STEPS.NAME_EN)),
                                row.get(CASE_STEPS.OPENED_AT),
                                row.get(CASE_STEPS.DUE_ON),
                                row.get(STEPS.IN_PERSON)));
    }

    /// The cases of this proposer that were returned.
    public List<OpenStep> returnedTo(UUID proposer) {
        return jooq.selectFrom(CASES)
                .where(CASES.STATE.eq("returned").and(CASES.PROPOSER.eq(proposer)))
                .orderBy(CASES.PROPOSED_AT)
                .fetch(row ->
                        new OpenStep(
                                row.getId(),
                                row.getNumber(),
                                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                                Set.of(row.getUnitIds()),
                                null,
                                new Bilingual(null, null),
                                null,
                                null,
                                false));
    }

    /// Days from proposal to the end of cases decided by any edition of this process.
    public Durations durations(String processCode) {
        return jooq.select(
                        DSL.field(
                                "percentile_cont(0.5) within group (order by extract(epoch from {0}"
                                        + " - {1}) / 86400.0)",
                                Double.class, CASES.CLOSED_AT, CASES.PROPOSED_AT),
                        DSL.count())
                .from(CASES)
                .join(PROCESSES)
                .on(PROCESSES.ID.eq(CASES.PROCESS_ID).and(PROCESSES.CODE.eq(processCode)))
                .where(CASES.STATE.in("approved", "rejected"))
                .fetchSingle(row -> new Durations(row.value1(), row.value2()));
    }

    private Condition condition(CaseFilter filter) {
        Condition which = readable();
        if (filter.state() != null) {
            which = which.and(CASES.STATE.eq(filter.state().code()));
        }
        if (filter.kind() != null) {
            which = which.and(CASES.SUBJECT_KIND.eq(filter.kind()));
        }
        if (filter.mine()) {
            which = which.and(CASES.PROPOSER.eq(CurrentUser.get().id()));
        }
        for (String word : filter.text().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                which =
                        which.and(
                                CASES.NUMBER
                                        .containsIgnoreCase(word)
                                        .or(CASES.TITLE_JA.containsIgnoreCase(word))
                                        .or(CASES.TITLE_EN.containsIgnoreCase(word)));
            }
        }
        return which;
    }

    private static SortField<?> order(String sort) {
        boolean down = sort.startsWith("-");
        Field<?> by =
                switch (down ? sort.substring(1) : sort) {
                    case "number" -> CASES.NUMBER;
                    case "title" -> title();
                    case "state" -> CASES.STATE;
                    case "closed" -> CASES.CLOSED_AT;
                    default -> CASES.PROPOSED_AT;
                };
        return down ? by.desc().nullsLast() : by.asc().nullsLast();
    }

    private static Field<String> title() {
        boolean japanese =
                LocaleContextHolder.getLocale().getLanguage().equals(Locale.JAPANESE.getLanguage());
        Field<String> title =
                japanese
                        ? DSL.coalesce(CASES.TITLE_JA, CASES.TITLE_EN)
                        : DSL.coalesce(CASES.TITLE_EN, CASES.TITLE_JA);
        return title.collate(DSL.collation(DSL.name("kernel", japanese ? "ja" : "en")));
    }

    private Map<UUID, List<Record>> open(UUID[] ids) {
        return jooq.select(
                        CASE_STEPS.asterisk(),
                        STEPS.NAME_JA,
                        STEPS.NAME_EN,
                        BODIES.NAME_JA,
                        BODIES.NAME_EN)
                .from(CASE_STEPS)
                .join(STEPS)
                .on(STEPS.ID.eq(CASE_STEPS.STEP_ID))
                .join(BODIES)
                .on(BODIES.ID.eq(STEPS.BODY_ID))
                .where(CASE_STEPS.CASE_ID.eq(DSL.any(ids)).and(CASE_STEPS.STATE.eq("open")))
                .orderBy(STEPS.STAGE, STEPS.POSITION)
                .fetchGroups(row -> row.get(CASE_STEPS.CASE_ID), row -> row);
    }

    private static CaseLine line(Record row, List<Record> open) {
        CaseState.Status state = Coded.of(CaseState.Status.class, row.get(CASES.STATE));
        List<Record> waiting = state == CaseState.Status.RUNNING ? open : List.of();
        return new CaseLine(
                row.get(CASES.ID),
                row.get(CASES.NUMBER),
                new Bilingual(row.get(CASES.TITLE_JA), row.get(CASES.TITLE_EN)),
                row.get(CASES.SUBJECT_KIND),
                row.get(CASES.SUBJECT_ID),
                state,
                new Bilingual(row.get(PROCESSES.NAME_JA), row.get(PROCESSES.NAME_EN)),
                waiting.stream()
                        .map(one -> new Bilingual(one.get(STEPS.NAME_JA), one.get(STEPS.NAME_EN)))
                        .toList(),
                waiting.stream()
                        .map(one -> new Bilingual(one.get(BODIES.NAME_JA), one.get(BODIES.NAME_EN)))
                        .toList(),
                earliest(waiting, CASE_STEPS.OPENED_AT),
                earliest(waiting, CASE_STEPS.DUE_ON),
                row.get(CASES.PROPOSED_AT),
                row.get(CASES.CLOSED_AT));
    }

    private static <T extends Comparable<? super T>> @Nullable T earliest(
            List<Record> rows, Field<T> field) {
        return rows.stream()
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
    }
}
