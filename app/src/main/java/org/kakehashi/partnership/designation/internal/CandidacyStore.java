package org.kakehashi.partnership.designation.internal;

import static org.kakehashi.schema.partnership.Tables.CANDIDACIES;
import static org.kakehashi.schema.partnership.Tables.JUDGEMENTS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Candidacy.State;
import org.kakehashi.partnership.designation.Finding;
import org.kakehashi.partnership.designation.Judgement;
import org.kakehashi.partnership.designation.Scheme;
import org.kakehashi.schema.partnership.tables.records.CandidaciesRecord;
import org.kakehashi.schema.partnership.tables.records.JudgementsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes candidacies and what is said about their criteria.
@Repository
public class CandidacyStore {
    private final DSLContext jooq;
    private final SchemeStore schemes;

    CandidacyStore(DSLContext jooq, SchemeStore schemes) {
        this.jooq = jooq;
        this.schemes = schemes;
    }

    public Optional<Candidacy> find(UUID id) {
        return read(CANDIDACIES.ID.eq(id)).stream().findFirst();
    }

    public List<Candidacy> find(Collection<UUID> ids) {
        return read(CANDIDACIES.ID.in(ids));
    }

    public List<Candidacy> of(UUID organization) {
        return read(CANDIDACIES.ORGANIZATION_ID.eq(organization));
    }

    /// The latest first.
    public List<Candidacy> in(Collection<State> states) {
        return read(CANDIDACIES.STATE.in(states.stream().map(State::code).toList()));
    }

    private List<Candidacy> read(Condition wanted) {
        var rows =
                jooq.selectFrom(CANDIDACIES)
                        .where(wanted)
                        .orderBy(CANDIDACIES.CREATED_ON.desc(), CANDIDACIES.ID.desc())
                        .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, Scheme> known =
                schemes.find(rows.getValues(CANDIDACIES.SCHEME_ID).stream().distinct().toList());
        Map<UUID, List<JudgementsRecord>> said =
                jooq
                        .selectFrom(JUDGEMENTS)
                        .where(JUDGEMENTS.CANDIDACY_ID.in(rows.getValues(CANDIDACIES.ID)))
                        .stream()
                        .collect(Collectors.groupingBy(JudgementsRecord::getCandidacyId));
        return rows.map(row ->
                candidacy(
                        row,
                        Objects.requireNonNull(known.get(row.getSchemeId())),
                        said.getOrDefault(row.getId(), List.of())));
    }

    /// Nobody else puts this partner forward until the transaction is over.
    public void lock(UUID organization) {
        jooq.fetch(
                "select pg_advisory_xact_lock(hashtextextended('partnership.candidacy' || {0}, 0))",
                DSL.val(organization.toString()));
    }

    public UUID insert(
            UUID organization,
            UUID scheme,
            @Nullable UUID unit,
            @Nullable UUID follows,
            LocalDate today) {
        CandidaciesRecord row = new CandidaciesRecord();
        row.setOrganizationId(organization);
        row.setSchemeId(scheme);
        row.setUnitId(unit);
        row.setFollowsId(follows);
        row.setCreatedOn(today);
        return jooq.insertInto(CANDIDACIES)
                .set(row)
                .returningResult(CANDIDACIES.ID)
                .fetchSingle()
                .value1();
    }

    public void state(Candidacy one, @Nullable UUID unit, Bilingual statement) {
        CandidaciesRecord row = new CandidaciesRecord();
        row.setUnitId(unit);
        row.setStatementJa(statement.ja());
        row.setStatementEn(statement.en());
        change(one, row);
    }

    /// It goes to review, comes back from it, or is rejected.
    public void move(Candidacy one, State state) {
        CandidaciesRecord row = new CandidaciesRecord();
        row.setState(state.code());
        change(one, row);
    }

    public void designate(Candidacy one, Candidacy.Term term) {
        CandidaciesRecord row = new CandidaciesRecord();
        row.setState(State.DESIGNATED.code());
        row.setDecision(term.decision());
        row.setDesignatedOn(term.from());
        row.setValidUntil(term.until());
        row.setReviewOn(term.reviewOn());
        change(one, row);
    }

    public void close(Candidacy one, State state, Candidacy.Closing closing) {
        CandidaciesRecord row = new CandidaciesRecord();
        row.setState(state.code());
        row.setClosedOn(closing.on());
        row.setReasonJa(closing.reason().ja());
        row.setReasonEn(closing.reason().en());
        change(one, row);
    }

    private void change(Candidacy one, CandidaciesRecord row) {
        int found =
                jooq.update(CANDIDACIES)
                        .set(row)
                        .set(CANDIDACIES.VERSION, CANDIDACIES.VERSION.plus(1))
                        .where(CANDIDACIES.ID.eq(one.id()))
                        .and(CANDIDACIES.VERSION.eq(one.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public void judge(UUID candidacy, Judgement judgement) {
        JudgementsRecord row = new JudgementsRecord();
        row.setResult(judgement.result() == Finding.UNKNOWN ? null : judgement.result().code());
        row.setStatementJa(judgement.statement().ja());
        row.setStatementEn(judgement.statement().en());
        row.setJudgedBy(judgement.by());
        row.setJudgedOn(judgement.on());
        put(candidacy, judgement.criterion(), row);
    }

    /// Keeps what was counted on that day.
    public void count(UUID candidacy, UUID criterion, Judgement.Counted counted) {
        JudgementsRecord row = new JudgementsRecord();
        row.setValue(counted.value());
        row.setRecords(counted.records());
        row.setCountedOn(counted.on());
        put(candidacy, criterion, row);
    }

    private void put(UUID candidacy, UUID criterion, JudgementsRecord row) {
        jooq.insertInto(JUDGEMENTS)
                .set(row)
                .set(JUDGEMENTS.CANDIDACY_ID, candidacy)
                .set(JUDGEMENTS.CRITERION_ID, criterion)
                .onConflict(JUDGEMENTS.CANDIDACY_ID, JUDGEMENTS.CRITERION_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    private static Candidacy candidacy(
            CandidaciesRecord row, Scheme scheme, List<JudgementsRecord> said) {
        LocalDate designated = row.getDesignatedOn();
        LocalDate closed = row.getClosedOn();
        return new Candidacy(
                row.getId(),
                row.getOrganizationId(),
                scheme,
                row.getUnitId(),
                row.getFollowsId(),
                new Bilingual(row.getStatementJa(), row.getStatementEn()),
                Coded.of(State.class, row.getState()),
                row.getCreatedOn(),
                designated == null
                        ? null
                        : new Candidacy.Term(
                                Objects.requireNonNullElse(row.getDecision(), ""),
                                designated,
                                row.getValidUntil(),
                                row.getReviewOn()),
                closed == null
                        ? null
                        : new Candidacy.Closing(
                                closed, new Bilingual(row.getReasonJa(), row.getReasonEn())),
                said.stream()
                        .collect(
                                Collectors.toMap(
                                        JudgementsRecord::getCriterionId,
                                        CandidacyStore::judgement)),
                row.getVersion());
    }

    private static Judgement judgement(JudgementsRecord row) {
        LocalDate counted = row.getCountedOn();
        String result = row.getResult();
        return new Judgement(
                row.getCriterionId(),
                result == null ? Finding.UNKNOWN : Coded.of(Finding.class, result),
                new Bilingual(row.getStatementJa(), row.getStatementEn()),
                row.getJudgedBy(),
                row.getJudgedOn(),
                counted == null
                        ? null
                        : new Judgement.Counted(
                                row.getValue(),
                                Objects.requireNonNullElse(row.getRecords(), 0),
                                counted));
    }
}
