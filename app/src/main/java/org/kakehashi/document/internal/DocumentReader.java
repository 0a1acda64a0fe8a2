package org.kakehashi.document.internal;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.document.Tables.CONTENTS;
import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.HOLDS;
import static org.kakehashi.schema.document.Tables.RETENTION_CLASSES;
import static org.kakehashi.schema.document.Tables.VERSIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.Language;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.schema.access.tables.Users;
import org.kakehashi.schema.document.Routines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/// Reads documents. [#visible] is the predicate no query of documents goes without.
@Repository
public class DocumentReader {
    private static final Users REMOVER = USERS.as("remover");
    private static final Field<Boolean> HELD =
            DSL.field(
                            exists(
                                    selectOne()
                                            .from(HOLDS)
                                            .where(HOLDS.DOCUMENT_ID.eq(DOCUMENTS.ID))
                                            .and(HOLDS.LIFTED_AT.isNull())))
                    .as("held");
    public static final Field<LocalDate> EXPIRES =
            Routines.expiresOn(DOCUMENTS.KEPT_FROM, RETENTION_CLASSES.YEARS);

    private final DSLContext jooq;
    private final Access access;
    private final ObjectProvider<DocumentOwner> owners;

    DocumentReader(DSLContext jooq, Access access, ObjectProvider<DocumentOwner> owners) {
        this.jooq = jooq;
        this.access = access;
        this.owners = owners;
    }

    /// Those whose record the person acting may see; restricted ones only where they may change the
    /// record, or may read what is restricted; deleted ones only who may dispose of documents.
    public Condition visible() {
        if (CurrentUser.get().equals(CurrentUser.SYSTEM)) {
            return DSL.trueCondition();
        }
        if (!access.may("document.read")) {
            return falseCondition();
        }
        Condition there =
                access.may("document.dispose")
                        ? DSL.trueCondition()
                        : DOCUMENTS.REMOVED_AT.isNull();
        boolean all = access.may("document.restricted");
        Condition any = falseCondition();
        for (DocumentOwner owner : owners) {
            Condition seen = owner.visible(DOCUMENTS.OWNER_ID);
            Condition restricted = all ? DSL.trueCondition() : owner.changeable(DOCUMENTS.OWNER_ID);
            any =
                    any.or(
                            DOCUMENTS
                                    .OWNER_KIND
                                    .eq(owner.kind())
                                    .and(seen)
                                    .and(DOCUMENTS.CONFIDENTIALITY.eq("ordinary").or(restricted)));
        }
        return any.and(there);
    }

    public List<Document> of(String ownerKind, UUID ownerId) {
        return of(ownerKind, List.of(ownerId));
    }

    public List<Document> of(String ownerKind, Collection<UUID> ownerIds) {
        return read(
                DOCUMENTS
                        .OWNER_KIND
                        .eq(ownerKind)
                        .and(DOCUMENTS.OWNER_ID.eq(DSL.any(ownerIds.toArray(UUID[]::new))))
                        .and(DOCUMENTS.REMOVED_AT.isNull()),
                List.of(DOCUMENTS.ID.desc()),
                0,
                1000);
    }

    public List<Document> find(Collection<UUID> ids) {
        return read(DOCUMENTS.ID.in(ids), List.of(DOCUMENTS.ID.desc()), 0, Integer.MAX_VALUE);
    }

    /// Those of the documents that the person acting may see.
    public List<Document> read(
            Condition wanted, List<? extends OrderField<?>> order, long offset, int limit) {
        Map<UUID, Record> rows = new LinkedHashMap<>();
        jooq.select(DOCUMENTS.fields())
                .select(HELD, EXPIRES.as("expires_on"))
                .select(REMOVER.NAME_JA, REMOVER.NAME_EN)
                .from(DOCUMENTS)
                .join(RETENTION_CLASSES)
                .on(RETENTION_CLASSES.CODE.eq(DOCUMENTS.RETENTION))
                .leftJoin(REMOVER)
                .on(REMOVER.ID.eq(DOCUMENTS.REMOVED_BY))
                .where(wanted)
                .and(visible())
                .orderBy(order)
                .offset(offset)
                .limit(limit)
                .forEach(row -> rows.put(Objects.requireNonNull(row.get(DOCUMENTS.ID)), row));
        Map<UUID, List<Document.Version>> versions = versions(rows.keySet());
        return rows.entrySet().stream()
                .map(row ->
                        document(row.getValue(), versions.getOrDefault(row.getKey(), List.of())))
                .toList();
    }

    public long count(Condition wanted) {
        return jooq.fetchCount(
                jooq.select(DOCUMENTS.ID)
                        .from(DOCUMENTS)
                        .join(RETENTION_CLASSES)
                        .on(RETENTION_CLASSES.CODE.eq(DOCUMENTS.RETENTION))
                        .where(wanted)
                        .and(visible()));
    }

    private Map<UUID, List<Document.Version>> versions(Collection<UUID> documents) {
        Map<UUID, List<Document.Version>> byDocument = new LinkedHashMap<>();
        jooq.select(VERSIONS.fields())
                .select(CONTENTS.BYTES, CONTENTS.MEDIA_TYPE, USERS.NAME_JA, USERS.NAME_EN)
                .from(VERSIONS)
                .join(CONTENTS)
                .on(CONTENTS.SHA256.eq(VERSIONS.SHA256))
                .leftJoin(USERS)
                .on(USERS.ID.eq(VERSIONS.BY_USER))
                .where(VERSIONS.DOCUMENT_ID.in(documents))
                .orderBy(VERSIONS.NUMBER.desc())
                .forEach(row ->
                        byDocument
                                .computeIfAbsent(
                                        row.get(VERSIONS.DOCUMENT_ID), any -> new ArrayList<>())
                                .add(version(row)));
        return byDocument;
    }

    private static Document.Version version(Record row) {
        return new Document.Version(
                row.get(VERSIONS.NUMBER),
                row.get(VERSIONS.SHA256),
                row.get(CONTENTS.BYTES),
                row.get(CONTENTS.MEDIA_TYPE),
                row.get(VERSIONS.NAME),
                row.get(VERSIONS.NOTE),
                row.get(VERSIONS.RESTORED_FROM),
                row.get(VERSIONS.AT),
                new Bilingual(row.get(USERS.NAME_JA), row.get(USERS.NAME_EN)));
    }

    private static Document document(Record row, List<Document.Version> versions) {
        return new Document(
                row.get(DOCUMENTS.ID),
                row.get(DOCUMENTS.OWNER_KIND),
                row.get(DOCUMENTS.OWNER_ID),
                new Document.Details(
                        row.get(DOCUMENTS.KIND),
                        new Bilingual(row.get(DOCUMENTS.TITLE_JA), row.get(DOCUMENTS.TITLE_EN)),
                        Language.of(row.get(DOCUMENTS.LANGUAGE)),
                        row.get(DOCUMENTS.CONFIDENTIALITY).equals("restricted"),
                        row.get(DOCUMENTS.RETENTION),
                        row.get(DOCUMENTS.KEPT_FROM)),
                row.get(DOCUMENTS.LATEST),
                versions,
                row.get("expires_on", LocalDate.class),
                row.get(HELD),
                removal(row),
                row.get(DOCUMENTS.VERSION));
    }

    private static Document.@Nullable Removal removal(Record row) {
        return row.get(DOCUMENTS.REMOVED_AT) == null
                ? null
                : new Document.Removal(
                        row.get(DOCUMENTS.REMOVED_AT),
                        new Bilingual(row.get(REMOVER.NAME_JA), row.get(REMOVER.NAME_EN)),
                        row.get(DOCUMENTS.REMOVED_REASON));
    }
}
