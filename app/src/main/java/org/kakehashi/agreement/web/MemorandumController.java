package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Memoranda;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of a memorandum.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/annexes/{annex:[0-9a-f-]{36}}")
public class MemorandumController {
    /// What the page shows.
    public record Shown(
            Agreement agreement,
            Memorandum memorandum,
            String heading,
            ListPage.Names names,
            boolean mayEdit) {
        public String href() {
            return "/agreements/" + agreement.id() + "/annexes/" + memorandum.annex().id();
        }
    }

    private final Agreements agreements;
    private final Memoranda memoranda;
    private final NameSource names;
    private final Templates templates;

    MemorandumController(
            Agreements agreements, Memoranda memoranda, NameSource names, Templates templates) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.names = names;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id, @PathVariable UUID annex) {
        Memorandum memorandum = memoranda.get(id, annex);
        String title = t(memorandum.annex().title());
        return templates.agreementAnnex(
                new Shown(
                        agreements.get(id),
                        memorandum,
                        title.isEmpty() ? names.kind(memorandum.annex().kind()) : title,
                        names,
                        memoranda.mayEdit(id)));
    }

    @PostMapping("/remove")
    String remove(@PathVariable UUID id, @PathVariable UUID annex, @RequestParam int version) {
        memoranda.remove(id, annex, version);
        return "redirect:/agreements/" + id;
    }
}
