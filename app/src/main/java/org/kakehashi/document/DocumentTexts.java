package org.kakehashi.document;

import static org.kakehashi.schema.document.Tables.TEXTS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.kakehashi.document.internal.WordFile;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;

/// The words of a version by paragraphs, for rooms that compare texts.
@Service
public class DocumentTexts {
    private final Documents documents;
    private final DSLContext jooq;

    DocumentTexts(Documents documents, DSLContext jooq) {
        this.documents = documents;
        this.jooq = jooq;
    }

    /// The paragraphs of a Word file; of other files what was read for search, by sentences.
    ///
    /// @throws KakehashiException where there are no words in it, or they are not read yet
    public List<String> paragraphs(Document document, int number) {
        Document.Version version = Documents.version(document, number);
        if (version.mediaType().equals(TemplateFormat.DOCX.mediaType())) {
            try (InputStream in = documents.open(document, number)) {
                return WordFile.read(in).paragraphs();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String body =
                jooq.select(TEXTS.BODY)
                        .from(TEXTS)
                        .where(TEXTS.SHA256.eq(version.sha256()))
                        .fetchOptional(TEXTS.BODY)
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() ->
                                KakehashiException.invalid(
                                        "document.text.none", Map.of("n", number)));
        return Arrays.stream(body.split("(?<=[。．])|(?<=[.!?])\\s+"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
