package org.kakehashi.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.kakehashi.document.internal.PdfWriter;
import org.kakehashi.document.internal.TemplateFill;
import org.kakehashi.document.internal.WordFile;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;

/// Templates are documents too: Word files with `{{field}}`. Filled, they come as Word or PDF.
@Service
public class DocumentTemplates {
    static final String KIND = "template";
    private static final int MOST = 200;

    private final Documents documents;
    private final DocumentLists lists;
    private final DocumentOwners owners;

    DocumentTemplates(Documents documents, DocumentLists lists, DocumentOwners owners) {
        this.documents = documents;
        this.lists = lists;
        this.owners = owners;
    }

    /// The Word templates that the person acting may see, by title.
    public List<Document> list() {
        DocumentFilter filter = new DocumentFilter("", KIND, null, null, null);
        return lists.list(filter, "title", Text.locale(), 0, MOST).stream()
                .filter(one -> one.newest().mediaType().equals(TemplateFormat.DOCX.mediaType()))
                .toList();
    }

    /// Fills a template with what its record knows and adds it to the record as a draft.
    public UUID draft(UUID template, String ownerKind, UUID ownerId, TemplateFormat format) {
        documents.requireAdd(ownerKind, ownerId);
        Document from = documents.get(template);
        byte[] filled = fill(template, owners.values(ownerKind, ownerId), format);
        Bilingual title = from.details().title();
        return documents.add(
                ownerKind,
                ownerId,
                new Document.Details(
                        "draft", title, from.details().language(), false, "", documents.today()),
                new Incoming(
                        title.in(Text.locale()) + "." + format.ending(),
                        format.mediaType(),
                        Text.t("document.draft.note", "title", Text.t(title), "n", from.latest()),
                        new ByteArrayInputStream(filled)));
    }

    /// The names a template asks for: `partner`, `quotas.kind`.
    public Set<String> fields(UUID template) {
        return new TreeSet<>(TemplateFill.names(word(template)));
    }

    /// The names a template asks for and the values lack.
    public List<String> missing(UUID template, TemplateValues values) {
        List<String> missing = new ArrayList<>();
        for (String name : fields(template)) {
            if (!TemplateFill.knows(values, name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    /// Fills the newest version of a template.
    ///
    /// @throws KakehashiException naming the fields that the values lack
    public byte[] fill(UUID template, TemplateValues values, TemplateFormat format) {
        return filled(word(template), values, format);
    }

    /// Fills a template that a room brings with it.
    public byte[] fill(PlainTemplate template, TemplateValues values, TemplateFormat format) {
        return filled(WordFile.read(new ByteArrayInputStream(template.bytes())), values, format);
    }

    private static byte[] filled(WordFile word, TemplateValues values, TemplateFormat format) {
        List<String> missing =
                new TreeSet<>(TemplateFill.names(word))
                        .stream().filter(name -> !TemplateFill.knows(values, name)).toList();
        if (!missing.isEmpty()) {
            throw KakehashiException.invalid(
                    "document.template.missing", Map.of("fields", String.join(", ", missing)));
        }
        WordFile filled = TemplateFill.fill(word, values);
        return switch (format) {
            case DOCX -> filled.bytes();
            case PDF -> PdfWriter.pdf(filled);
        };
    }

    private WordFile word(UUID template) {
        Document document = documents.get(template);
        try (InputStream in = documents.open(document, document.latest())) {
            return WordFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
