package org.kakehashi.document.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.DocumentOwners;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Incoming;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The documents of one record: seen, added.
@Controller
@RequestMapping("/documents/of/{kind}/{owner}")
class RecordController {
    private final Documents documents;
    private final DocumentOwners owners;
    private final DocumentChoices choices;
    private final Templates templates;

    RecordController(
            Documents documents,
            DocumentOwners owners,
            DocumentChoices choices,
            Templates templates) {
        this.documents = documents;
        this.owners = owners;
        this.choices = choices;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable String kind, @PathVariable UUID owner) {
        return page(kind, owner, DetailsForm.EMPTY, null);
    }

    @PostMapping
    @Nullable Object add(
            @PathVariable String kind,
            @PathVariable UUID owner,
            @ModelAttribute DetailsForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        try (InputStream content = content(file)) {
            Incoming incoming = incoming(file, form.note(), content);
            UUID id =
                    documents.add(
                            kind,
                            owner,
                            form.details(DocumentWords.titleOf(incoming.name()), documents.today()),
                            incoming);
            return "redirect:/documents/" + id;
        } catch (KakehashiException problem) {
            if (!DocumentChoices.ofTheFile(problem)) {
                throw problem;
            }
            response.setStatus(problem.kind().status());
            return page(kind, owner, form, DocumentWords.message(problem));
        }
    }

    /// A form without a file is one with an empty file.
    static InputStream content(@Nullable MultipartFile file) throws IOException {
        return file == null ? InputStream.nullInputStream() : file.getInputStream();
    }

    static Incoming incoming(
            @Nullable MultipartFile file, @Nullable String note, InputStream content) {
        return new Incoming(
                DetailsForm.text(file == null ? null : file.getOriginalFilename()),
                DetailsForm.text(file == null ? null : file.getContentType()),
                DetailsForm.text(note),
                content);
    }

    private JteModel page(String kind, UUID owner, DetailsForm form, @Nullable String problem) {
        DocumentOwner.Owner of = owners.find(kind, owner).orElseThrow(KakehashiException::notFound);
        return templates.documentRecord(
                new RecordPage(
                        of,
                        documents.part(kind, owner),
                        form,
                        choices.of(form),
                        choices.templates(kind),
                        documents.largestMegabytes(),
                        problem));
    }
}
