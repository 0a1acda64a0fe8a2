package org.kakehashi.interchange.web;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.Locale;
import org.kakehashi.interchange.Property;
import org.kakehashi.resolver.Feature;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// How to use the reconciliation service: its address, step by step in OpenRefine, what it knows.
@Controller
class GuideController {
    private final Templates templates;

    GuideController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/public/reconciliation")
    JteModel guide() {
        String origin = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return templates.interchangeGuide(
                new GuidePage(
                        origin,
                        Property.all(),
                        Arrays.stream(Feature.values()).map(GuideController::clue).toList()));
    }

    private static GuidePage.Clue clue(Feature feature) {
        String id = feature.name().toLowerCase(Locale.ROOT);
        return new GuidePage.Clue(
                id,
                Text.t("organization.reason." + id, "a", "…", "b", "…", "c", "…"),
                feature.against());
    }
}
