package org.kakehashi.partnership.designation.internal;

import static org.kakehashi.schema.partnership.Tables.CRITERIA;
import static org.kakehashi.schema.partnership.Tables.SCHEMES;

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
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.designation.Scheme;
import org.kakehashi.schema.partnership.tables.records.CriteriaRecord;
import org.kakehashi.schema.partnership.tables.records.SchemesRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes designation schemes.
@Repository
public class SchemeStore {
    private final DSLContext jooq;

    SchemeStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// By code, the newest edition first.
    public List<Scheme> list() {
        return read(DSL.trueCondition());
    }

    public Optional<Scheme> find(UUID id) {
        return read(SCHEMES.ID.eq(id)).stream().findFirst();
    }

    public Map<UUID, Scheme> find(Collection<UUID> ids) {
        return read(SCHEMES.ID.in(ids)).stream()
                .collect(Collectors.toMap(one -> Objects.requireNonNull(one.id()), one -> one));
    }

    private List<Scheme> read(Condition wanted) {
        var rows =
                jooq.selectFrom(SCHEMES)
                        .where(wanted)
                        .orderBy(SCHEMES.CODE, SCHEMES.EDITION.desc())
                        .fetch();
        Map<UUID, List<Criterion>> criteria =
                jooq
                        .selectFrom(CRITERIA)
                        .where(CRITERIA.SCHEME_ID.in(rows.getValues(SCHEMES.ID)))
                        .orderBy(CRITERIA.POSITION)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        CriteriaRecord::getSchemeId,
                                        Collectors.mapping(
                                                SchemeStore::criterion, Collectors.toList())));
        return rows.map(row -> scheme(row, criteria.getOrDefault(row.getId(), List.of())));
    }

    /// A new edition after all others of its code, as a draft; criteria are written anew.
    public UUID insert(Scheme scheme) {
        Integer last =
                jooq.select(DSL.max(SCHEMES.EDITION))
                        .from(SCHEMES)
                        .where(SCHEMES.CODE.eq(scheme.code()))
                        .fetchSingle()
                        .value1();
        SchemesRecord row = row(scheme);
        row.setCode(scheme.code());
        row.setEdition(last == null ? 1 : last + 1);
        row.setState(Scheme.State.DRAFT.code());
        UUID id =
                jooq.insertInto(SCHEMES)
                        .set(row)
                        .returningResult(SCHEMES.ID)
                        .fetchSingle()
                        .value1();
        write(id, scheme.criteria());
        return id;
    }

    /// Changes a draft.
    public void update(Scheme scheme) {
        UUID id = Objects.requireNonNull(scheme.id());
        int found =
                jooq.update(SCHEMES)
                        .set(row(scheme))
                        .set(SCHEMES.VERSION, SCHEMES.VERSION.plus(1))
                        .where(SCHEMES.ID.eq(id))
                        .and(SCHEMES.VERSION.eq(scheme.version()))
                        .and(SCHEMES.STATE.eq(Scheme.State.DRAFT.code()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        jooq.deleteFrom(CRITERIA).where(CRITERIA.SCHEME_ID.eq(id)).execute();
        write(id, scheme.criteria());
    }

    private void write(UUID scheme, List<Criterion> criteria) {
        int position = 0;
        for (Criterion one : criteria) {
            CriteriaRecord row = new CriteriaRecord();
            row.setSchemeId(scheme);
            row.setPosition(++position);
            row.setCode(one.code());
            row.setNameJa(one.name().ja());
            row.setNameEn(one.name().en());
            Criterion.Source source = one.source();
            if (source != null) {
                row.setMeasure(source.measure());
                row.setChoices(source.choices());
                row.setYears(source.years());
                row.setOf(source.of().code());
                row.setAtLeast(source.atLeast());
            }
            jooq.executeInsert(row);
        }
    }

    /// The draft is in use from now on, earlier editions no longer.
    public void publish(UUID id, String code, LocalDate on) {
        jooq.update(SCHEMES)
                .set(SCHEMES.STATE, Scheme.State.RETIRED.code())
                .where(SCHEMES.CODE.eq(code))
                .and(SCHEMES.STATE.eq(Scheme.State.PUBLISHED.code()))
                .execute();
        jooq.update(SCHEMES)
                .set(SCHEMES.STATE, Scheme.State.PUBLISHED.code())
                .set(SCHEMES.PUBLISHED_ON, on)
                .where(SCHEMES.ID.eq(id))
                .execute();
    }

    private static SchemesRecord row(Scheme scheme) {
        SchemesRecord row = new SchemesRecord();
        row.setNameJa(scheme.name().ja());
        row.setNameEn(scheme.name().en());
        row.setNoteJa(scheme.note().ja());
        row.setNoteEn(scheme.note().en());
        row.setRule(scheme.rule());
        row.setTermYears(scheme.termYears());
        row.setReviewMonths(scheme.reviewMonths());
        return row;
    }

    private static Scheme scheme(SchemesRecord row, List<Criterion> criteria) {
        String source = row.getSource();
        return new Scheme(
                row.getId(),
                row.getCode(),
                row.getEdition(),
                Coded.of(Scheme.State.class, row.getState()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                new Bilingual(row.getNoteJa(), row.getNoteEn()),
                row.getRule(),
                row.getTermYears(),
                row.getReviewMonths(),
                source == null
                        ? null
                        : new Scheme.Origin(
                                new Bilingual(row.getUniversityJa(), row.getUniversityEn()),
                                source,
                                row.getSourceYear()),
                criteria,
                row.getVersion());
    }

    private static Criterion criterion(CriteriaRecord row) {
        String measure = row.getMeasure();
        return new Criterion(
                row.getId(),
                row.getCode(),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                measure == null
                        ? null
                        : new Criterion.Source(
                                measure,
                                row.getChoices(),
                                row.getYears(),
                                Coded.of(Criterion.Of.class, row.getOf()),
                                row.getAtLeast()));
    }
}
