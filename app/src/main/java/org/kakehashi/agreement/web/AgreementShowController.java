package org.kakehashi.agreement.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of one agreement and its history.
@Controller
class AgreementShowController {
    private final Agreements agreements;
    private final ShowPages pages;
    private final AgreementTimeline timeline;
    private final Templates templates;

    AgreementShowController(
            Agreements agreements,
            ShowPages pages,
            AgreementTimeline timeline,
            Templates templates) {
        this.agreements = agreements;
        this.pages = pages;
        this.timeline = timeline;
        this.templates = templates;
    }

    @GetMapping("/agreements/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return templates.agreementShow(pages.of(agreements.get(id)));
    }

    @GetMapping("/agreements/{id:[0-9a-f-]{36}}/history")
    JteModel history(@PathVariable UUID id) {
        return templates.agreementHistory(pages.of(agreements.get(id)), timeline.of(id));
    }

    @PostMapping("/agreements/{id:[0-9a-f-]{36}}/reopen")
    String reopen(@PathVariable UUID id, @RequestParam int version) {
        agreements.end(id, version, null);
        return "redirect:/agreements/" + id;
    }
}
