package org.kakehashi.document;

import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.HOLDS;
import static org.kakehashi.schema.document.Tables.VERSIONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.kakehashi.document.internal.DocumentReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of documents over all records. Every list holds only what the person acting may see.
@Service
@Transactional(readOnly = true)
public class DocumentLists {
    private final DocumentReader reader;
    private final Clock clock;

    DocumentLists(DocumentReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    public long count(DocumentFilter filter) {
        return reader.count(condition(filter));
    }

    /// @param sort `title`, `kind`, `expires` or `at`, with `-` before it downwards
    public List<Document> list(
            DocumentFilter filter, String sort, Locale locale, long offset, int limit) {
        return reader.read(condition(filter), order(sort, locale), offset, limit);
    }

    private Condition condition(DocumentFilter filter) {
        Condition wanted = state(filter);
        if (filter.kind() != null) {
            wanted = wanted.and(DOCUMENTS.KIND.eq(filter.kind()));
        }
        if (filter.ownerKind() != null) {
            wanted = wanted.and(DOCUMENTS.OWNER_KIND.eq(filter.ownerKind()));
        }
        if (filter.language() != null) {
            wanted = wanted.and(DOCUMENTS.LANGUAGE.eq(filter.language()));
        }
        for (String word : filter.text().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                wanted = wanted.and(contains(word));
            }
        }
        return wanted;
    }

    private Condition state(DocumentFilter filter) {
        if (filter.state() == null) {
            return DOCUMENTS.REMOVED_AT.isNull();
        }
        return switch (filter.state()) {
            case REMOVED -> DOCUMENTS.REMOVED_AT.isNotNull();
            case HELD ->
                    DOCUMENTS
                            .REMOVED_AT
                            .isNull()
                            .andExists(
                                    DSL.selectOne()
                                            .from(HOLDS)
                                            .where(HOLDS.DOCUMENT_ID.eq(DOCUMENTS.ID))
                                            .and(HOLDS.LIFTED_AT.isNull()));
            case EXPIRED ->
                    DOCUMENTS
                            .REMOVED_AT
                            .isNull()
                            .and(DocumentReader.EXPIRES.le(LocalDate.now(clock)));
        };
    }

    private static Condition contains(String word) {
        return DOCUMENTS
                .TITLE_JA
                .containsIgnoreCase(word)
                .or(DOCUMENTS.TITLE_EN.containsIgnoreCase(word))
                .orExists(
                        DSL.selectOne()
                                .from(VERSIONS)
                                .where(VERSIONS.DOCUMENT_ID.eq(DOCUMENTS.ID))
                                .and(VERSIONS.NAME.containsIgnoreCase(word)));
    }

    private static List<OrderField<?>> order(String sort, Locale locale) {
        boolean down = sort.startsWith("-");
        Field<?> field =
                switch (down ? sort.substring(1) : sort) {
                    case "title" -> title(locale);
                    case "kind" -> DOCUMENTS.KIND;
                    case "expires" -> DocumentReader.EXPIRES;
                    default ->
                            DSL.field(
                                    DSL.select(DSL.max(VERSIONS.AT))
                                            .from(VERSIONS)
                                            .where(VERSIONS.DOCUMENT_ID.eq(DOCUMENTS.ID)));
                };
        return List.of(
                down ? field.desc().nullsLast() : field.asc().nullsLast(), DOCUMENTS.ID.desc());
    }

    private static Field<String> title(Locale locale) {
        boolean japanese = locale.getLanguage().equals("ja");
        Field<String> title =
                japanese
                        ? DSL.coalesce(DOCUMENTS.TITLE_JA, DOCUMENTS.TITLE_EN)
                        : DSL.coalesce(DOCUMENTS.TITLE_EN, DOCUMENTS.TITLE_JA);
        return title.collate(DSL.collation(DSL.name("kernel", japanese ? "ja" : "en")));
    }
}
