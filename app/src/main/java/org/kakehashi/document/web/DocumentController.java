package org.kakehashi.document.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentPairs;
import org.kakehashi.document.DocumentPreviews;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Holds;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// One document and its versions.
@Controller
@RequestMapping("/documents/{id:[0-9a-f-]{36}}")
class DocumentController {
    private final Documents documents;
    private final DocumentChoices choices;
    private final Holds holds;
    private final DocumentPairs pairs;
    private final DocumentPreviews previews;
    private final Templates templates;

    DocumentController(
            Documents documents,
            DocumentChoices choices,
            Holds holds,
            DocumentPairs pairs,
            DocumentPreviews previews,
            Templates templates) {
        this.documents = documents;
        this.choices = choices;
        this.holds = holds;
        this.pairs = pairs;
        this.previews = previews;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(documents.get(id), null, null);
    }

    @PostMapping("/versions")
    Object addVersion(
            @PathVariable UUID id,
            @RequestParam int seen,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        try (InputStream content = RecordController.content(file)) {
            var added =
                    documents.addVersion(id, seen, RecordController.incoming(file, note, content));
            if (added.isPresent()) {
                return "redirect:/documents/" + id;
            }
            response.setStatus(KakehashiException.Kind.CONFLICT.status());
            return page(documents.get(id), null, null);
        } catch (KakehashiException problem) {
            if (!DocumentChoices.ofTheFile(problem)) {
                throw problem;
            }
            response.setStatus(problem.kind().status());
            return page(documents.get(id), note, DocumentWords.message(problem));
        }
    }

    @PostMapping("/versions/{number}/again")
    String goBack(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note) {
        documents.goBack(id, number, seen, note);
        return "redirect:/documents/" + id;
    }

    @PostMapping("/overtaken/{waiting}")
    String addOvertaken(@PathVariable UUID id, @PathVariable UUID waiting) {
        documents.addOvertaken(id, waiting);
        return "redirect:/documents/" + id;
    }

    @PostMapping("/overtaken/{waiting}/discard")
    String discardOvertaken(@PathVariable UUID id, @PathVariable UUID waiting) {
        documents.discardOvertaken(id, waiting);
        return "redirect:/documents/" + id;
    }

    /// The content, to be kept by the reader and never shown by the browser itself, whatever it is.
    @GetMapping("/versions/{number}/file")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id, @PathVariable int number) {
        Document document = documents.get(id);
        Document.Version version = Documents.version(document, number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(version.bytes())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(version.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(documents.open(document, number)));
    }

    private DocumentPage.Keeping keeping(Document document) {
        var expires = document.expiresOn();
        return new DocumentPage.Keeping(
                holds.of(document.id()),
                holds.mayDispose(),
                expires != null && !documents.today().isBefore(expires),
                holds.graceDays());
    }

    private JteModel page(Document document, @Nullable String note, @Nullable String problem) {
        return templates.documentShow(
                new DocumentPage(
                        document,
                        documents.owner(document).orElse(null),
                        choices.kindNames(),
                        choices.retentionNames(),
                        documents.overtaken(document.id()),
                        keeping(document),
                        pairs.of(document.id()).orElse(null),
                        pairs.candidates(document),
                        previews.findings(document.newest()),
                        choices.fields(document),
                        documents.mayEdit(document),
                        documents.largestMegabytes(),
                        note,
                        problem));
    }
}
