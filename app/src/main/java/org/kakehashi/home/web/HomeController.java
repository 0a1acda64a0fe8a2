package org.kakehashi.home.web;

import gg.jte.models.runtime.JteModel;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The landing page.
@Controller
class HomeController {
    private final Templates templates;

    HomeController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/")
    JteModel home() {
        return templates.homeShow();
    }
}
