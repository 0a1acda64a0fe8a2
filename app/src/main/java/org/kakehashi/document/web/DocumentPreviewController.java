package org.kakehashi.document.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentPreviews;
import org.kakehashi.document.Documents;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// A look at a version.
@Controller
@RequestMapping("/documents/{id:[0-9a-f-]{36}}/versions/{number}/preview")
class DocumentPreviewController {
    private final Documents documents;
    private final DocumentPreviews previews;
    private final Templates templates;

    DocumentPreviewController(Documents documents, DocumentPreviews previews, Templates templates) {
        this.documents = documents;
        this.previews = previews;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id, @PathVariable int number) {
        Document document = documents.get(id);
        DocumentPreviews.Preview preview = previews.of(document, number);
        Query query = Query.here().without("size");
        return templates.documentPreview(
                document,
                Documents.version(document, number),
                preview,
                Pager.of(query, 1, preview.pages()));
    }

    /// A page drawn anew: no script, no link, no font of the original is in it.
    @GetMapping("/{page}.png")
    ResponseEntity<byte[]> page(
            @PathVariable UUID id, @PathVariable int number, @PathVariable int page) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(previews.png(documents.get(id), number, page));
    }
}
