package org.kakehashi.review.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.CorrectiveAction;
import org.kakehashi.review.CorrectiveActions;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own corrective actions: said to be done by their owner.
@Controller
class ActionController {
    private final CorrectiveActions actions;
    private final Templates templates;

    ActionController(CorrectiveActions actions, Templates templates) {
        this.actions = actions;
        this.templates = templates;
    }

    @GetMapping("/tasks/actions/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        CorrectiveAction action =
                actions.mine().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        return templates.reviewAction(action);
    }

    @PostMapping("/tasks/actions/{id:[0-9a-f-]{36}}")
    String finish(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note) {
        actions.finish(id, version, note);
        return "redirect:/tasks";
    }
}
