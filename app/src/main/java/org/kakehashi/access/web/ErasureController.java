package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.kakehashi.access.Erasure;
import org.kakehashi.access.Users;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Erasing a person who has left.
@Controller
@RequestMapping("/users/{id}/erasure")
class ErasureController {
    private final Erasure erasure;
    private final Users users;
    private final Templates templates;

    ErasureController(Erasure erasure, Users users, Templates templates) {
        this.erasure = erasure;
        this.users = users;
        this.templates = templates;
    }

    @GetMapping
    JteModel ask(@PathVariable UUID id) {
        return templates.accessErasure(users.get(id), erasure.erased(id));
    }

    @PostMapping
    String erase(@PathVariable UUID id, @RequestParam String reason) {
        erasure.erase(id, reason);
        return "redirect:/users/" + id + "/erasure";
    }
}
