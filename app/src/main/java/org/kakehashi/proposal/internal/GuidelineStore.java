package org.kakehashi.proposal.internal;

import static org.kakehashi.schema.proposal.Tables.GUIDELINES;
import static org.kakehashi.schema.proposal.Tables.PARAGRAPHS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Guideline;
import org.kakehashi.proposal.Guideline.Paragraph;
import org.kakehashi.proposal.Rule;
import org.kakehashi.schema.proposal.tables.records.GuidelinesRecord;
import org.kakehashi.schema.proposal.tables.records.ParagraphsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes guidelines.
@Repository
public class GuidelineStore {
    private final DSLContext jooq;

    GuidelineStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Guideline> find(UUID id) {
        return read(GUIDELINES.ID.eq(id)).stream().findFirst();
    }

    public Optional<Guideline> published() {
        return read(GUIDELINES.STATE.eq("published")).stream().findFirst();
    }

    /// The newest first, examples last.
    public List<Guideline> list() {
        return read(DSL.trueCondition());
    }

    private List<Guideline> read(Condition condition) {
        var rows =
                jooq.selectFrom(GUIDELINES)
                        .where(condition)
                        .orderBy(
                                GUIDELINES.EXAMPLE, GUIDELINES.EDITION.desc(), GUIDELINES.ID.desc())
                        .fetch();
        Map<UUID, List<ParagraphsRecord>> paragraphs =
                jooq
                        .selectFrom(PARAGRAPHS)
                        .where(
                                PARAGRAPHS.GUIDELINE_ID.eq(
                                        DSL.any(
                                                rows.getValues(GUIDELINES.ID)
                                                        .toArray(UUID[]::new))))
                        .orderBy(PARAGRAPHS.POSITION)
                        .fetch()
                        .stream()
                        .collect(Collectors.groupingBy(ParagraphsRecord::getGuidelineId));
        return rows.map(row -> guideline(row, paragraphs.getOrDefault(row.getId(), List.of())));
    }

    private static Guideline guideline(GuidelinesRecord row, List<ParagraphsRecord> paragraphs) {
        return new Guideline(
                row.getId(),
                row.getEdition(),
                Coded.of(Guideline.State.class, row.getState()),
                row.getExample(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                new Bilingual(row.getPreambleJa(), row.getPreambleEn()),
                row.getPublishedOn(),
                paragraphs.stream().map(GuidelineStore::paragraph).toList(),
                row.getVersion());
    }

    private static Paragraph paragraph(ParagraphsRecord row) {
        return new Paragraph(
                row.getId(),
                new Bilingual(row.getLabelJa(), row.getLabelEn()),
                new Bilingual(row.getTextJa(), row.getTextEn()),
                Coded.find(Rule.class, row.getRule()).orElse(null),
                row.getParameter(),
                row.getMandatory());
    }

    public UUID insert(Guideline draft) {
        UUID id =
                jooq.insertInto(GUIDELINES)
                        .set(row(draft))
                        .set(
                                GUIDELINES.EDITION,
                                DSL.select(DSL.coalesce(DSL.max(GUIDELINES.EDITION), 0).plus(1))
                                        .from(GUIDELINES)
                                        .asField())
                        .returningResult(GUIDELINES.ID)
                        .fetchSingle()
                        .value1();
        paragraphs(id, draft.paragraphs());
        return id;
    }

    public void replace(Guideline draft) {
        int found =
                jooq.update(GUIDELINES)
                        .set(row(draft))
                        .set(GUIDELINES.VERSION, GUIDELINES.VERSION.plus(1))
                        .where(GUIDELINES.ID.eq(draft.id()))
                        .and(GUIDELINES.VERSION.eq(draft.version()))
                        .and(GUIDELINES.STATE.eq("draft"))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        jooq.deleteFrom(PARAGRAPHS).where(PARAGRAPHS.GUIDELINE_ID.eq(draft.id())).execute();
        paragraphs(draft.id(), draft.paragraphs());
    }

    public void publish(UUID id, int version, LocalDate on) {
        jooq.update(GUIDELINES)
                .set(GUIDELINES.STATE, "retired")
                .where(GUIDELINES.STATE.eq("published"))
                .execute();
        int found =
                jooq.update(GUIDELINES)
                        .set(GUIDELINES.STATE, "published")
                        .set(GUIDELINES.PUBLISHED_ON, on)
                        .set(GUIDELINES.VERSION, GUIDELINES.VERSION.plus(1))
                        .where(GUIDELINES.ID.eq(id))
                        .and(GUIDELINES.VERSION.eq(version))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private void paragraphs(UUID guideline, List<Paragraph> all) {
        for (int i = 0; i < all.size(); i++) {
            Paragraph one = all.get(i);
            Rule rule = one.rule();
            ParagraphsRecord row = new ParagraphsRecord();
            row.setGuidelineId(guideline);
            row.setPosition(i);
            row.setLabelJa(one.label().ja());
            row.setLabelEn(one.label().en());
            row.setTextJa(one.text().ja());
            row.setTextEn(one.text().en());
            row.setRule(rule == null ? null : rule.code());
            row.setParameter(one.parameter());
            row.setMandatory(one.mandatory());
            jooq.executeInsert(row);
        }
    }

    private static GuidelinesRecord row(Guideline draft) {
        GuidelinesRecord row = new GuidelinesRecord();
        row.setTitleJa(draft.title().ja());
        row.setTitleEn(draft.title().en());
        row.setPreambleJa(draft.preamble().ja());
        row.setPreambleEn(draft.preamble().en());
        return row;
    }
}
