package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.TEXTS;
import static org.kakehashi.schema.document.Tables.VERSIONS;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Words somebody looks for: every one must stand in the title, in the name of a file, or in the
/// words of the newest version. Whole-width and half-width letters, capital and small ones are the
/// same, and so are a word and its plural with s.
public final class SearchTerms {
    private static final int MOST = 8;

    private final List<String> terms;

    private SearchTerms(List<String> terms) {
        this.terms = terms;
    }

    public static SearchTerms of(String words) {
        List<String> terms = new ArrayList<>();
        for (String word :
                Normalizer.normalize(words, Normalizer.Form.NFKC)
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]", " ")
                        .strip()
                        .split("\\s+")) {
            if (!word.isEmpty() && terms.size() < MOST) {
                terms.add(
                        word.matches("[a-zA-Z]{4,}s")
                                ? word.substring(0, word.length() - 1)
                                : word);
            }
        }
        return new SearchTerms(terms);
    }

    public List<String> terms() {
        return terms;
    }

    public Condition condition() {
        Condition all = DSL.trueCondition();
        for (String term : terms) {
            all = all.and(contains(term));
        }
        return all;
    }

    private static Condition contains(String term) {
        return DOCUMENTS
                .TITLE_JA
                .containsIgnoreCase(term)
                .or(DOCUMENTS.TITLE_EN.containsIgnoreCase(term))
                .orExists(
                        DSL.selectOne()
                                .from(VERSIONS)
                                .where(VERSIONS.DOCUMENT_ID.eq(DOCUMENTS.ID))
                                .and(VERSIONS.NAME.containsIgnoreCase(term)))
                .or(
                        DOCUMENTS.ID.in(
                                DSL.select(VERSIONS.DOCUMENT_ID)
                                        .from(VERSIONS)
                                        .join(TEXTS)
                                        .on(TEXTS.SHA256.eq(VERSIONS.SHA256))
                                        .where(inText(term))
                                        .and(VERSIONS.NUMBER.eq(latest()))));
    }

    private static org.jooq.Field<Integer> latest() {
        var newest = VERSIONS.as("newest");
        return DSL.field(
                DSL.select(DSL.max(newest.NUMBER))
                        .from(newest)
                        .where(newest.DOCUMENT_ID.eq(VERSIONS.DOCUMENT_ID)));
    }

    private static Condition inText(String term) {
        Condition like = DSL.lower(TEXTS.BODY).contains(DSL.lower(DSL.val(term)));
        Set<String> grams = Grams.of(term);
        return grams.isEmpty()
                ? like
                : DSL.condition(
                                "{0} @> {1}::text[]",
                                TEXTS.GRAMS, DSL.val(grams.toArray(String[]::new)))
                        .and(like);
    }
}
