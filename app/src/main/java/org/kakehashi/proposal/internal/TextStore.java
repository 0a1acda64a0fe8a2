package org.kakehashi.proposal.internal;

import static org.kakehashi.schema.proposal.Tables.CHOSEN_CLAUSES;
import static org.kakehashi.schema.proposal.Tables.CLAUSES;
import static org.kakehashi.schema.proposal.Tables.DRAFTS;
import static org.kakehashi.schema.proposal.Tables.TALKS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Clause;
import org.kakehashi.proposal.Talk;
import org.kakehashi.schema.proposal.tables.records.ClausesRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes clauses, what is chosen of them, drafts and talks.
@Repository
public class TextStore {
    private final DSLContext jooq;

    TextStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// The newest edition of each, in order.
    public List<Clause> clauses() {
        return clauses(CLAUSES.NEWEST.isTrue());
    }

    /// Every edition of one, the newest first.
    public List<Clause> editions(String code) {
        return jooq.selectFrom(CLAUSES)
                .where(CLAUSES.CODE.eq(code))
                .orderBy(CLAUSES.EDITION.desc())
                .fetch(TextStore::clause);
    }

    public Optional<Clause> clause(UUID id) {
        return clauses(CLAUSES.ID.eq(id)).stream().findFirst();
    }

    private List<Clause> clauses(Condition condition) {
        return jooq.selectFrom(CLAUSES)
                .where(condition)
                .orderBy(CLAUSES.POSITION, CLAUSES.CODE)
                .fetch(TextStore::clause);
    }

    private static Clause clause(ClausesRecord row) {
        return new Clause(
                row.getId(),
                row.getCode(),
                row.getEdition(),
                row.getNewest(),
                row.getInUse(),
                row.getPosition(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                new Bilingual(row.getTextJa(), row.getTextEn()),
                row.getMadeAt());
    }

    /// Makes the next edition of the code the newest; refuses whoever did not see the one before.
    ///
    /// @param seen the edition its writer saw; 0: there was none
    public UUID addEdition(Clause clause, int seen, @Nullable UUID by) {
        int before =
                jooq.update(CLAUSES)
                        .set(CLAUSES.NEWEST, false)
                        .where(CLAUSES.CODE.eq(clause.code()))
                        .and(CLAUSES.NEWEST)
                        .and(CLAUSES.EDITION.eq(seen))
                        .execute();
        boolean known = jooq.fetchExists(CLAUSES, CLAUSES.CODE.eq(clause.code()));
        if (seen > 0 && before == 0 || seen == 0 && known) {
            throw KakehashiException.changedMeanwhile();
        }
        ClausesRecord row = new ClausesRecord();
        row.setCode(clause.code());
        row.setEdition(seen + 1);
        row.setInUse(clause.inUse());
        row.setPosition(clause.position());
        row.setTitleJa(clause.title().ja());
        row.setTitleEn(clause.title().en());
        row.setTextJa(clause.text().ja());
        row.setTextEn(clause.text().en());
        row.setMadeBy(by);
        return jooq.insertInto(CLAUSES).set(row).returningResult(CLAUSES.ID).fetchSingle().value1();
    }

    /// What a proposal chose, in order.
    public List<Clause> chosen(UUID proposal) {
        return jooq.select(CLAUSES.asterisk())
                .from(CHOSEN_CLAUSES)
                .join(CLAUSES)
                .on(CLAUSES.ID.eq(CHOSEN_CLAUSES.CLAUSE_ID))
                .where(CHOSEN_CLAUSES.PROPOSAL_ID.eq(proposal))
                .orderBy(CHOSEN_CLAUSES.POSITION)
                .fetch(row -> clause(row.into(CLAUSES)));
    }

    public void choose(UUID proposal, List<UUID> clauses) {
        jooq.deleteFrom(CHOSEN_CLAUSES).where(CHOSEN_CLAUSES.PROPOSAL_ID.eq(proposal)).execute();
        for (int i = 0; i < clauses.size(); i++) {
            jooq.insertInto(CHOSEN_CLAUSES)
                    .set(CHOSEN_CLAUSES.PROPOSAL_ID, proposal)
                    .set(CHOSEN_CLAUSES.POSITION, i)
                    .set(CHOSEN_CLAUSES.CLAUSE_ID, clauses.get(i))
                    .execute();
        }
    }

    /// The document earlier drafts from this template went into.
    public Optional<UUID> draft(UUID proposal, UUID template, String format) {
        return jooq.select(DRAFTS.DOCUMENT_ID)
                .from(DRAFTS)
                .where(DRAFTS.PROPOSAL_ID.eq(proposal))
                .and(DRAFTS.TEMPLATE_ID.eq(template))
                .and(DRAFTS.FORMAT.eq(format))
                .fetchOptional(DRAFTS.DOCUMENT_ID);
    }

    public void keepDraft(UUID proposal, UUID template, String format, UUID document) {
        jooq.insertInto(DRAFTS)
                .set(DRAFTS.PROPOSAL_ID, proposal)
                .set(DRAFTS.TEMPLATE_ID, template)
                .set(DRAFTS.FORMAT, format)
                .set(DRAFTS.DOCUMENT_ID, document)
                .onConflict(DRAFTS.PROPOSAL_ID, DRAFTS.TEMPLATE_ID, DRAFTS.FORMAT)
                .doUpdate()
                .set(DRAFTS.DOCUMENT_ID, document)
                .execute();
    }

    /// The latest first.
    public List<Talk> talks(UUID proposal) {
        return jooq.selectFrom(TALKS)
                .where(TALKS.PROPOSAL_ID.eq(proposal))
                .orderBy(TALKS.HELD_ON.desc(), TALKS.ID.desc())
                .fetch(row ->
                        new Talk(
                                row.getId(),
                                row.getHeldOn(),
                                row.getWho(),
                                row.getWhat(),
                                row.getRecordedBy(),
                                row.getRecordedAt()));
    }

    public void addTalk(UUID proposal, Talk talk) {
        jooq.insertInto(TALKS)
                .set(TALKS.PROPOSAL_ID, proposal)
                .set(TALKS.HELD_ON, talk.on())
                .set(TALKS.WHO, talk.who())
                .set(TALKS.WHAT, talk.what())
                .set(TALKS.RECORDED_BY, talk.recordedBy())
                .set(TALKS.RECORDED_AT, DSL.val(talk.recordedAt()))
                .execute();
    }
}
