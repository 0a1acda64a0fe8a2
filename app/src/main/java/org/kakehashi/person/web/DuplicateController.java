package org.kakehashi.person.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.kakehashi.kernel.Coded;
import org.kakehashi.person.Duplicates;
import org.kakehashi.person.Keeping;
import org.kakehashi.person.Person;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Possible duplicates waiting for a decision, merges undone, and how long records are kept.
@Controller
@RequestMapping("/people")
class DuplicateController {
    private static final int SHOWN = 50;

    private final Duplicates duplicates;
    private final Keeping keeping;
    private final Templates templates;

    DuplicateController(Duplicates duplicates, Keeping keeping, Templates templates) {
        this.duplicates = duplicates;
        this.keeping = keeping;
        this.templates = templates;
    }

    @GetMapping("/duplicates")
    JteModel list() {
        List<Duplicates.Candidate> shown = duplicates.list(0, SHOWN);
        return templates.personDuplicates(shown, duplicates.open());
    }

    @PostMapping("/duplicates/{id:[0-9a-f-]{36}}/different")
    String different(@PathVariable UUID id) {
        duplicates.different(id);
        return "redirect:/people/duplicates";
    }

    @PostMapping("/{kept:[0-9a-f-]{36}}/merge")
    String merge(@PathVariable UUID kept, @RequestParam UUID gone) {
        duplicates.merge(kept, gone);
        return "redirect:/people/" + kept;
    }

    @PostMapping("/merges/{id:[0-9a-f-]{36}}/undo")
    String undo(@PathVariable UUID id) {
        return "redirect:/people/" + duplicates.undo(id);
    }

    @GetMapping("/keeping")
    JteModel keeping() {
        return templates.personKeeping(keeping.rules(), keeping.over());
    }

    @PostMapping("/keeping")
    String change(@RequestParam String category, @RequestParam int years) {
        keeping.change(
                Coded.find(Person.Category.class, category).orElse(Person.Category.UNKNOWN), years);
        return "redirect:/people/keeping";
    }
}
