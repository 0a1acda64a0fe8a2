package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.KINDS;
import static org.kakehashi.schema.document.Tables.RETENTION_CLASSES;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.document.DocumentKind;
import org.kakehashi.document.RetentionClass;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;

/// Kinds of documents and retention classes.
@Repository
public class KindStore {
    private final DSLContext jooq;

    KindStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<DocumentKind> kinds() {
        return jooq.selectFrom(KINDS)
                .orderBy(KINDS.POSITION)
                .fetch(row ->
                        new DocumentKind(
                                row.getCode(),
                                new Bilingual(row.getNameJa(), row.getNameEn()),
                                row.getRetention(),
                                row.getActive(),
                                row.getVersion()));
    }

    public List<RetentionClass> classes() {
        return jooq.selectFrom(RETENTION_CLASSES)
                .orderBy(RETENTION_CLASSES.POSITION)
                .fetch(row ->
                        new RetentionClass(
                                row.getCode(),
                                new Bilingual(row.getNameJa(), row.getNameEn()),
                                row.getYears(),
                                row.getActive(),
                                row.getVersion()));
    }

    /// How many documents are of each kind, deleted ones too: their record stays.
    public Map<String, Integer> documentsByKind() {
        return jooq.select(DOCUMENTS.KIND, DSL.count())
                .from(DOCUMENTS)
                .groupBy(DOCUMENTS.KIND)
                .fetchMap(DOCUMENTS.KIND, DSL.count());
    }

    public Map<String, Integer> documentsByClass() {
        return jooq.select(DOCUMENTS.RETENTION, DSL.count())
                .from(DOCUMENTS)
                .where(DOCUMENTS.REMOVED_AT.isNull())
                .groupBy(DOCUMENTS.RETENTION)
                .fetchMap(DOCUMENTS.RETENTION, DSL.count());
    }

    public void insert(DocumentKind kind) {
        jooq.insertInto(KINDS)
                .set(KINDS.CODE, kind.code())
                .set(
                        KINDS.POSITION,
                        DSL.field(
                                DSL.select(DSL.coalesce(DSL.max(KINDS.POSITION), 0).plus(1))
                                        .from(KINDS)))
                .set(KINDS.NAME_JA, kind.name().ja())
                .set(KINDS.NAME_EN, kind.name().en())
                .set(KINDS.RETENTION, kind.retention())
                .execute();
    }

    public void update(DocumentKind kind) {
        requireOne(
                jooq.update(KINDS)
                        .set(KINDS.NAME_JA, kind.name().ja())
                        .set(KINDS.NAME_EN, kind.name().en())
                        .set(KINDS.RETENTION, kind.retention())
                        .set(KINDS.ACTIVE, kind.active())
                        .set(KINDS.VERSION, KINDS.VERSION.plus(1))
                        .where(KINDS.CODE.eq(kind.code()))
                        .and(KINDS.VERSION.eq(kind.version()))
                        .execute());
    }

    public void insert(RetentionClass one) {
        jooq.insertInto(RETENTION_CLASSES)
                .set(RETENTION_CLASSES.CODE, one.code())
                .set(
                        RETENTION_CLASSES.POSITION,
                        DSL.field(
                                DSL.select(
                                                DSL.coalesce(DSL.max(RETENTION_CLASSES.POSITION), 0)
                                                        .plus(1))
                                        .from(RETENTION_CLASSES)))
                .set(RETENTION_CLASSES.NAME_JA, one.name().ja())
                .set(RETENTION_CLASSES.NAME_EN, one.name().en())
                .set(RETENTION_CLASSES.YEARS, one.years())
                .execute();
    }

    public void update(RetentionClass one) {
        requireOne(
                jooq.update(RETENTION_CLASSES)
                        .set(RETENTION_CLASSES.NAME_JA, one.name().ja())
                        .set(RETENTION_CLASSES.NAME_EN, one.name().en())
                        .set(RETENTION_CLASSES.YEARS, one.years())
                        .set(RETENTION_CLASSES.ACTIVE, one.active())
                        .set(RETENTION_CLASSES.VERSION, RETENTION_CLASSES.VERSION.plus(1))
                        .where(RETENTION_CLASSES.CODE.eq(one.code()))
                        .and(RETENTION_CLASSES.VERSION.eq(one.version()))
                        .execute());
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }
}
