package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Retention;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How long entries of the trail are kept, what is due, and its disposal.
@Controller
@RequestMapping("/audit/retention")
class RetentionController {
    private final Retention retention;
    private final Access access;
    private final Templates templates;

    RetentionController(Retention retention, Access access, Templates templates) {
        this.retention = retention;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping
    JteModel report(@RequestParam(required = false) @Nullable Integer disposed) {
        return templates.accessRetention(
                retention.report(), access.may("access.retention"), disposed);
    }

    @PostMapping("/{code}/years")
    String keep(@PathVariable String code, @RequestParam int years) {
        retention.keep(code, years);
        return "redirect:/audit/retention";
    }

    @PostMapping("/{code}/disposal")
    String dispose(@PathVariable String code, @RequestParam String reason) {
        return "redirect:/audit/retention?disposed=" + retention.dispose(code, reason);
    }
}
