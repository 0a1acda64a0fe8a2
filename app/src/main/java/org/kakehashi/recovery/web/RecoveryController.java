package org.kakehashi.recovery.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.recovery.Backups;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Backups, for administrators: how old the newest is, whether it was verified, when they are made.
@Controller
@RequestMapping("/recovery")
class RecoveryController {
    private static final int SHOWN = 100;

    private final Backups backups;
    private final Access access;
    private final Clock clock;
    private final Templates templates;

    RecoveryController(Backups backups, Access access, Clock clock, Templates templates) {
        this.backups = backups;
        this.access = access;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show() {
        access.require("recovery.backup");
        return templates.recoveryShow(
                new RecoveryPage(
                        backups.list(SHOWN),
                        backups.settings(),
                        backups.folder().toString(),
                        clock.instant()));
    }

    @PostMapping("/backups")
    String make() {
        return "redirect:/jobs/" + backups.startMaking().id();
    }

    @PostMapping("/verification")
    String verify() {
        return "redirect:/jobs/" + backups.startVerifying().id();
    }

    @PostMapping("/settings")
    String change(
            @RequestParam(required = false) @Nullable String scheduled,
            @RequestParam int hour,
            @RequestParam int kept) {
        if (hour < 0 || hour > 23 || kept < 1 || kept > 1000) {
            throw KakehashiException.invalid("recovery.settings.range", java.util.Map.of());
        }
        backups.change(new Backups.Settings(scheduled != null, hour, kept));
        return "redirect:/recovery";
    }
}
