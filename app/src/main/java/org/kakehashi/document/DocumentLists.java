package org.kakehashi.document;

import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.HOLDS;
import static org.kakehashi.schema.document.Tables.VERSIONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.kakehashi.document.internal.DocumentReader;
import org.kakehashi.document.internal.ExaminationStore;
import org.kakehashi.document.internal.SearchTerms;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of documents over all records. Every list holds only what the person acting may see.
@Service
@Transactional(readOnly = true)
public class DocumentLists {
    private final DocumentReader reader;
    private final ExaminationStore examinations;
    private final Clock clock;

    DocumentLists(DocumentReader reader, ExaminationStore examinations, Clock clock) {
        this.reader = reader;
        this.examinations = examinations;
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

    /// The words around what was looked for, of those documents in whose words it stands.
    public Map<UUID, Excerpt> excerpts(List<Document> documents, String words) {
        List<String> terms = SearchTerms.of(words).terms();
        Map<UUID, Excerpt> excerpts = new HashMap<>();
        for (String term : terms) {
            Map<String, String> around =
                    examinations.around(
                            documents.stream()
                                    .filter(one -> !excerpts.containsKey(one.id()))
                                    .map(one -> one.newest().sha256())
                                    .toList(),
                            term);
            for (Document one : documents) {
                String text = around.get(one.newest().sha256());
                if (text != null) {
                    excerpts.put(one.id(), Excerpt.of(text, terms));
                }
            }
        }
        return excerpts;
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
        return wanted.and(SearchTerms.of(filter.text()).condition());
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
