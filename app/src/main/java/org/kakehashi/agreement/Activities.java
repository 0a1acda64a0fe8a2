package org.kakehashi.agreement;

import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.agreement.facts.Kept;
import org.kakehashi.agreement.internal.ActivityStore;
import org.kakehashi.agreement.internal.MemorandumStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of what happened under agreements: sums that people type or lists state, and places
/// offered, used and owed.
@Service
public class Activities {
    /// Places of one agreement with one partner or several.
    public record Line(UUID agreement, String number, Bilingual partner, Use use) {}

    /// How many years a balance looks back.
    static final int YEARS = 6;

    private final Agreements agreements;
    private final Memoranda memoranda;
    private final MemorandumStore memorandumStore;
    private final ActivityStore store;
    private final ObjectProvider<ExchangeUse> contributed;
    private final AgreementFacts facts;
    private final AgreementScope scope;
    private final Access access;
    private final Audit audit;
    private final Kept kept;
    private final DSLContext jooq;
    private final Clock clock;

    Activities(
            Agreements agreements,
            Memoranda memoranda,
            MemorandumStore memorandumStore,
            ActivityStore store,
            ObjectProvider<ExchangeUse> contributed,
            AgreementFacts facts,
            AgreementScope scope,
            Access access,
            Audit audit,
            Kept kept,
            DSLContext jooq,
            Clock clock) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.memorandumStore = memorandumStore;
        this.store = store;
        this.contributed = contributed;
        this.facts = facts;
        this.scope = scope;
        this.access = access;
        this.audit = audit;
        this.kept = kept;
        this.jooq = jooq;
        this.clock = clock;
    }

    /// What is known of one agreement.
    public List<Activity> of(UUID agreement) {
        agreements.get(agreement);
        return known(List.of(agreement));
    }

    /// What is known of agreements that the person acting has read, added up year by year.
    public List<YearSum> sums(List<Agreement> read) {
        List<UUID> ids = read.stream().map(Agreement::id).toList();
        return contributed.stream()
                .findFirst()
                .map(source -> YearSum.of(source.of(ids)))
                .orElseGet(() -> store.sums(ids));
    }

    /// What is known of the agreements that a filter lets through.
    public List<Activity> among(AgreementFilter filter) {
        access.require("agreement.read");
        return known(facts.ids(filter));
    }

    /// Places of those of the agreements that the person acting has read and for which a memorandum
    /// on student exchange offers some or a record of the last years states some, up to this fiscal
    /// year.
    public Map<UUID, Use> uses(List<Agreement> read) {
        List<UUID> ids = read.stream().map(Agreement::id).toList();
        Map<UUID, List<Memorandum>> offered =
                memorandumStore.of(ids).stream()
                        .collect(Collectors.groupingBy(Memorandum::agreement));
        int first = thisYear() - YEARS + 1;
        Map<UUID, List<Activity>> used =
                contributed.stream()
                        .findFirst()
                        .map(source -> source.of(ids))
                        .orElseGet(() -> store.students(ids, first))
                        .stream()
                        .filter(one -> one.kind() == Activity.Kind.STUDENT && one.year() >= first)
                        .collect(Collectors.groupingBy(Activity::agreement));
        Map<UUID, Use> uses = new HashMap<>();
        for (UUID id : ids) {
            List<Memorandum> memoranda = offered.getOrDefault(id, List.of());
            List<Activity> stays = used.getOrDefault(id, List.of());
            if (memoranda.stream().anyMatch(one -> one.annex().kind().equals("student_exchange"))
                    || !stays.isEmpty()) {
                uses.put(id, Use.of(memoranda, stays, first, thisYear()));
            }
        }
        return uses;
    }

    /// Does another room know every stay, so that nobody types sums?
    public boolean contributed() {
        return contributed.stream().findAny().isPresent();
    }

    private List<Activity> known(List<UUID> ids) {
        return contributed.stream()
                .findFirst()
                .map(source -> source.of(ids))
                .orElseGet(() -> store.of(ids));
    }

    /// Places of one agreement, up to the fiscal year of that day.
    public Use use(UUID agreement) {
        return Use.of(memoranda.of(agreement), of(agreement), thisYear() - YEARS + 1, thisYear());
    }

    /// Places of every agreement with a memorandum on student exchange or with a record, as far as
    /// the person acting may read it; by partner.
    public List<Line> lines() {
        access.require("agreement.read");
        if (!CurrentUser.get().signedIn()) {
            throw KakehashiException.forbidden("agreement.read");
        }
        boolean japanese = org.kakehashi.ui.Text.japanese();
        return contributed()
                ? counted(japanese)
                : kept.answer(List.of("use", japanese, thisYear()), () -> counted(japanese));
    }

    private List<Line> counted(boolean japanese) {
        var rows =
                jooq.select(
                                REGISTER_LINES.AGREEMENT_ID,
                                REGISTER_LINES.NUMBER,
                                REGISTER_LINES.PARTNER_JA,
                                REGISTER_LINES.PARTNER_EN)
                        .from(REGISTER_LINES)
                        .where(scope.condition())
                        .and(
                                "(exists (select from agreement.annexes x where x.agreement_id ="
                                        + " {0} and x.kind = 'student_exchange') or exists (select from"
                                        + " agreement.activities a where a.agreement_id = {0}))",
                                REGISTER_LINES.AGREEMENT_ID)
                        .fetch();
        List<UUID> ids = rows.getValues(REGISTER_LINES.AGREEMENT_ID);
        Map<UUID, List<Memorandum>> offered = new HashMap<>();
        memorandumStore
                .of(ids)
                .forEach(one ->
                        offered.computeIfAbsent(one.agreement(), any -> new ArrayList<>())
                                .add(one));
        Map<UUID, List<Activity>> used =
                known(ids).stream().collect(Collectors.groupingBy(Activity::agreement));
        int last = thisYear();
        return rows.stream()
                .map(row ->
                        new Line(
                                row.value1(),
                                row.value2(),
                                new Bilingual(row.value3(), row.value4()),
                                Use.of(
                                        offered.getOrDefault(row.value1(), List.of()),
                                        used.getOrDefault(row.value1(), List.of()),
                                        last - YEARS + 1,
                                        last)))
                .sorted(
                        Comparator.comparing((Line line) ->
                                String.valueOf(
                                        japanese ? line.partner().ja() : line.partner().en())))
                .toList();
    }

    /// Records a sum, in place of what was there for the same year, term, direction and length.
    @Transactional
    public void record(Activity activity) {
        requirePossible(activity);
        memoranda.requireEditable(activity.agreement());
        store.save(activity);
        audit.record(
                "agreement.activityRecorded",
                "agreement",
                activity.agreement(),
                Map.of("year", activity.year(), "kind", activity.kind().code()));
    }

    /// Records what a file states, all of it or nothing.
    @Transactional
    public int recordAll(List<Activity> all) {
        all.forEach(one -> {
            requirePossible(one);
            memoranda.requireEditable(one.agreement());
            store.save(one);
        });
        audit.record("agreement.activitiesRead", "agreement", null, Map.of("count", all.size()));
        return all.size();
    }

    @Transactional
    public void remove(UUID agreement, UUID id) {
        Activity activity = store.find(id).orElseThrow(KakehashiException::notFound);
        if (!activity.agreement().equals(agreement)) {
            throw KakehashiException.notFound();
        }
        memoranda.requireEditable(agreement);
        store.delete(id);
        audit.record("agreement.activityRemoved", "agreement", agreement, Map.of());
    }

    public boolean mayRecord() {
        return access.may("agreement.edit") && !contributed();
    }

    /// The agreement with this register number that the person acting may change; null if none.
    public @Nullable UUID editable(String number) {
        return agreements
                .findByNumber(number)
                .filter(one -> agreements.mayEdit(one.content()))
                .map(Agreement::id)
                .orElse(null);
    }

    private void requirePossible(Activity activity) {
        if (activity.kind().directed() != (activity.direction() != null)) {
            throw KakehashiException.invalid("agreement.use.problem.direction", Map.of());
        }
        if (activity.year() < 1950 || activity.year() > thisYear() + 1) {
            throw KakehashiException.invalid("agreement.use.problem.year", Map.of());
        }
        if (activity.number() != null && activity.number() < 0) {
            throw KakehashiException.invalid("agreement.use.problem.number", Map.of());
        }
    }

    int thisYear() {
        return FiscalYear.of(LocalDate.now(clock)).year();
    }
}
