package org.kakehashi.document.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What people say about a document, changed.
@Controller
@RequestMapping("/documents/{id:[0-9a-f-]{36}}/edit")
class DetailsController {
    private final Documents documents;
    private final DocumentChoices choices;
    private final Templates templates;

    DetailsController(Documents documents, DocumentChoices choices, Templates templates) {
        this.documents = documents;
        this.choices = choices;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(@PathVariable UUID id) {
        Document document = documents.get(id);
        if (!documents.mayEdit(document)) {
            throw KakehashiException.forbidden("document.edit");
        }
        return page(document, DetailsForm.of(document.details(), document.version()), null);
    }

    @PostMapping
    Object change(
            @PathVariable UUID id, @ModelAttribute DetailsForm form, HttpServletResponse response) {
        try {
            documents.change(
                    id,
                    Objects.requireNonNullElse(form.version(), -1),
                    form.details(
                            new Bilingual(null, null), documents.get(id).details().keptFrom()));
            return "redirect:/documents/" + id;
        } catch (KakehashiException problem) {
            if (problem.kind() != KakehashiException.Kind.INVALID) {
                throw problem;
            }
            response.setStatus(problem.kind().status());
            return page(documents.get(id), form, DocumentWords.message(problem));
        }
    }

    private JteModel page(Document document, DetailsForm form, @Nullable String problem) {
        return templates.documentEdit(document, form, choices.of(form), problem);
    }
}
