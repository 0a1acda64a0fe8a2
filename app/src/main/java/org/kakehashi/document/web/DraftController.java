package org.kakehashi.document.web;

import java.util.UUID;
import org.kakehashi.document.DocumentTemplates;
import org.kakehashi.document.TemplateFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Drafts made from templates.
@Controller
class DraftController {
    private final DocumentTemplates templates;

    DraftController(DocumentTemplates templates) {
        this.templates = templates;
    }

    /// What the record does not know is named on the page of the error; nothing is left empty.
    @PostMapping("/documents/of/{kind}/{owner}/draft")
    String draft(
            @PathVariable String kind,
            @PathVariable UUID owner,
            @RequestParam UUID template,
            @RequestParam(defaultValue = "docx") String format) {
        TemplateFormat wanted = format.equals("pdf") ? TemplateFormat.PDF : TemplateFormat.DOCX;
        return "redirect:/documents/" + templates.draft(template, kind, owner, wanted);
    }
}
