package org.kakehashi.publicsite.web;

import gg.jte.models.runtime.JteModel;
import org.kakehashi.proposal.Guidelines;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The university's guideline on agreements, for everybody.
@Controller
class GuidelinePages {
    private final Guidelines guidelines;
    private final Templates templates;

    GuidelinePages(Guidelines guidelines, Templates templates) {
        this.guidelines = guidelines;
        this.templates = templates;
    }

    @GetMapping("/public/guidelines")
    JteModel guideline() {
        return templates.publicsiteGuideline(guidelines.inForce().orElse(null));
    }
}
