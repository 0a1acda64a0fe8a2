package org.kakehashi.proposal.internal;

import static org.kakehashi.schema.proposal.Tables.NUMBERS;
import static org.kakehashi.schema.proposal.Tables.PROPOSALS;
import static org.kakehashi.schema.proposal.Tables.SIGNINGS;
import static org.kakehashi.schema.proposal.Tables.WAIVERS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.ProposalContent;
import org.kakehashi.proposal.Signing;
import org.kakehashi.proposal.Waiver;
import org.kakehashi.schema.proposal.tables.records.SigningsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes proposals, their waivers and signatures.
@Repository
public class ProposalStore {
    private static final String[] OVER = {"signed", "refused", "withdrawn"};

    private final DSLContext jooq;

    ProposalStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Proposal> list(Condition condition, long offset, int limit) {
        return jooq.selectFrom(PROPOSALS)
                .where(condition)
                .orderBy(PROPOSALS.STATE_SINCE.desc(), PROPOSALS.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(ProposalRows::proposal);
    }

    public int count(Condition condition) {
        return jooq.fetchCount(PROPOSALS, condition);
    }

    public Optional<Proposal> find(Condition condition) {
        return list(condition, 0, 1).stream().findFirst();
    }

    /// Proposals of these partners that are not over.
    public static Condition open(Collection<UUID> partners) {
        return PROPOSALS
                .PARTNER_ID
                .eq(DSL.any(partners.toArray(UUID[]::new)))
                .and(PROPOSALS.STATE.notIn(OVER));
    }

    /// One after the other submits for a partner, so that nobody overlooks who came first.
    public void lockPartner(UUID partner) {
        jooq.query(
                        "select pg_advisory_xact_lock(hashtextextended({0}, 5))",
                        DSL.val("proposal:" + partner))
                .execute();
    }

    public UUID insert(ProposalContent content, @Nullable UUID by, OffsetDateTime now, int year) {
        int number =
                jooq.insertInto(NUMBERS)
                        .set(NUMBERS.YEAR, year)
                        .set(NUMBERS.LAST, 1)
                        .onConflict(NUMBERS.YEAR)
                        .doUpdate()
                        .set(NUMBERS.LAST, NUMBERS.LAST.plus(1))
                        .returningResult(NUMBERS.LAST)
                        .fetchSingle()
                        .value1();
        return jooq.insertInto(PROPOSALS)
                .set(ProposalRows.row(content))
                .set(PROPOSALS.NUMBER, "P-%d-%04d".formatted(year, number))
                .set(PROPOSALS.CREATED_BY, by)
                .set(PROPOSALS.CREATED_AT, now)
                .set(PROPOSALS.STATE_SINCE, now)
                .returningResult(PROPOSALS.ID)
                .fetchSingle()
                .value1();
    }

    public void update(UUID id, int version, ProposalContent content) {
        int found =
                jooq.update(PROPOSALS)
                        .set(ProposalRows.row(content))
                        .set(PROPOSALS.VERSION, PROPOSALS.VERSION.plus(1))
                        .where(PROPOSALS.ID.eq(id))
                        .and(PROPOSALS.VERSION.eq(version))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public void move(UUID id, Proposal.State state, OffsetDateTime at) {
        jooq.update(PROPOSALS)
                .set(PROPOSALS.STATE, state.code())
                .set(PROPOSALS.STATE_SINCE, at)
                .set(PROPOSALS.VERSION, PROPOSALS.VERSION.plus(1))
                .where(PROPOSALS.ID.eq(id))
                .execute();
    }

    public void submitted(UUID id, @Nullable UUID guideline, OffsetDateTime at) {
        jooq.update(PROPOSALS)
                .set(PROPOSALS.GUIDELINE_ID, guideline)
                .set(PROPOSALS.SUBMITTED_AT, DSL.coalesce(PROPOSALS.SUBMITTED_AT, DSL.val(at)))
                .where(PROPOSALS.ID.eq(id))
                .execute();
        move(id, Proposal.State.SUBMITTED, at);
    }

    public void approved(UUID id, OffsetDateTime at) {
        set(id, PROPOSALS.APPROVED_AT, at);
        move(id, Proposal.State.APPROVED, at);
    }

    public void ended(UUID id, String reason) {
        set(id, PROPOSALS.END_REASON, reason);
    }

    public void effective(UUID id, UUID agreement, LocalDate on, OffsetDateTime at) {
        set(id, PROPOSALS.AGREEMENT_ID, agreement);
        set(id, PROPOSALS.EFFECTIVE_ON, on);
        move(id, Proposal.State.SIGNED, at);
    }

    public void papersHanded(UUID id) {
        set(id, PROPOSALS.PAPERS_HANDED, Boolean.TRUE);
    }

    /// Those signed in the last 90 days whose papers the agreement does not have yet.
    public List<Proposal> papersWaiting() {
        return list(
                PROPOSALS
                        .STATE
                        .eq("signed")
                        .and(PROPOSALS.PAPERS_HANDED.isFalse())
                        .and(PROPOSALS.AGREEMENT_ID.isNotNull())
                        .and(
                                DSL.condition(
                                        "{0} > now() - interval '90 days'", PROPOSALS.STATE_SINCE)),
                0,
                100);
    }

    private <T> void set(UUID id, Field<T> column, T value) {
        jooq.update(PROPOSALS).set(column, value).where(PROPOSALS.ID.eq(id)).execute();
    }

    public List<Waiver> waivers(UUID id) {
        return jooq.selectFrom(WAIVERS)
                .where(WAIVERS.PROPOSAL_ID.eq(id))
                .fetch(row ->
                        new Waiver(
                                row.getParagraphId(),
                                row.getReason(),
                                row.getWaivedBy(),
                                row.getWaivedAt()));
    }

    public void waive(UUID id, Waiver waiver) {
        jooq.insertInto(WAIVERS)
                .set(WAIVERS.PROPOSAL_ID, id)
                .set(WAIVERS.PARAGRAPH_ID, waiver.paragraph())
                .set(WAIVERS.REASON, waiver.reason())
                .set(WAIVERS.WAIVED_BY, waiver.by())
                .set(WAIVERS.WAIVED_AT, waiver.at())
                .onConflict(WAIVERS.PROPOSAL_ID, WAIVERS.PARAGRAPH_ID)
                .doUpdate()
                .set(WAIVERS.REASON, waiver.reason())
                .set(WAIVERS.WAIVED_BY, waiver.by())
                .set(WAIVERS.WAIVED_AT, waiver.at())
                .execute();
    }

    public int unwaive(UUID id, UUID paragraph) {
        return jooq.deleteFrom(WAIVERS)
                .where(WAIVERS.PROPOSAL_ID.eq(id))
                .and(WAIVERS.PARAGRAPH_ID.eq(paragraph))
                .execute();
    }

    public List<Signing> signings(UUID id) {
        return jooq.selectFrom(SIGNINGS)
                .where(SIGNINGS.PROPOSAL_ID.eq(id))
                .orderBy(SIGNINGS.POSITION)
                .fetch(row ->
                        new Signing(
                                Coded.of(Signing.Side.class, row.getSide()),
                                row.getRole(),
                                row.getWho(),
                                row.getPlace(),
                                row.getCeremony(),
                                row.getSignedOn()));
    }

    public void saveSignings(UUID id, List<Signing> all) {
        jooq.deleteFrom(SIGNINGS).where(SIGNINGS.PROPOSAL_ID.eq(id)).execute();
        SigningsRecord[] rows = new SigningsRecord[all.size()];
        for (int i = 0; i < rows.length; i++) {
            Signing one = all.get(i);
            rows[i] = new SigningsRecord();
            rows[i].setProposalId(id);
            rows[i].setSide(one.side().code());
            rows[i].setPosition(i);
            rows[i].setRole(one.role());
            rows[i].setWho(one.who());
            rows[i].setPlace(one.place());
            rows[i].setCeremony(one.ceremony());
            rows[i].setSignedOn(one.on());
        }
        Arrays.stream(rows).forEach(jooq::executeInsert);
    }

    /// Taken so that two who record signatures at once do not overwrite each other.
    public void lock(UUID id, int version) {
        int found =
                jooq.update(PROPOSALS)
                        .set(PROPOSALS.VERSION, PROPOSALS.VERSION.plus(1))
                        .where(PROPOSALS.ID.eq(id))
                        .and(PROPOSALS.VERSION.eq(version))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }
}
