package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.ImportSteps;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Preview;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the sheet means: the guess, corrected by a person, with what it gives beside it.
@Controller
@RequestMapping("/intake/imports/{id}/layout")
class LayoutController {
    private final Imports imports;
    private final ImportSteps steps;
    private final Units units;
    private final Access access;
    private final Templates templates;

    LayoutController(
            Imports imports, ImportSteps steps, Units units, Access access, Templates templates) {
        this.imports = imports;
        this.steps = steps;
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int table) {
        Import one = imports.get(id);
        Preview preview =
                imports.preview(one, one.kind(), imports.layout(one), imports.answers(one));
        return templates.intakeLayout(page(one, preview, table));
    }

    private LayoutPage page(Import one, Preview preview, int table) {
        var profile = imports.profile(one);
        return new LayoutPage(
                one,
                preview,
                table,
                imports.kinds().stream()
                        .map(kind ->
                                new Choice(
                                        kind,
                                        Text.t("intake.kind." + kind),
                                        kind.equals(one.kind())))
                        .toList(),
                IntakeController.unitChoices(units, access, one.unit()),
                access.reach("intake.use") == null,
                earlier(one),
                profile.map(saved -> saved.name()).orElse(null),
                profile.map(saved -> saved.used()).orElse(0));
    }

    private List<Choice> earlier(Import one) {
        return imports.continuable(one).stream()
                .map(other ->
                        new Choice(
                                other.id().toString(),
                                Text.t(
                                        "intake.previous.choice",
                                        "file",
                                        other.fileName(),
                                        "at",
                                        Dates.moment(other.createdAt())),
                                other.id().equals(one.previous())))
                .toList();
    }

    /// What the settings would give, without saving them: asked by htmx at every change.
    @PostMapping("/preview")
    JteModel preview(@PathVariable UUID id, @RequestParam Map<String, String> given) {
        Import one = imports.get(id);
        var form = new LayoutForm(given, one, imports);
        Layout layout = form.layout(imports.layout(one));
        return templates.intakePreview(
                imports.preview(one, form.kind(), layout, form.answers()),
                form.kind().equals("figures"));
    }

    @PostMapping
    String save(@PathVariable UUID id, @RequestParam Map<String, String> given) {
        Import one = imports.get(id);
        var form = new LayoutForm(given, one, imports);
        String action = form.text("action");
        if (action.equals("restart")) {
            imports.setLayout(id, form.settings(), imports.propose(one), form.answers());
            return "redirect:/intake/imports/" + id + "/layout";
        }
        imports.setLayout(id, form.settings(), form.layout(imports.layout(one)), form.answers());
        if (action.equals("profile") && !form.text("profileName").isEmpty()) {
            imports.saveProfile(id, form.text("profileName"));
        }
        if (action.equals("continue")) {
            var job = steps.begin(id, "read");
            return job.isPresent()
                    ? "redirect:/intake/imports/" + id
                    : "redirect:/intake/imports/" + id + "/next";
        }
        return "redirect:/intake/imports/" + id + "/layout?table=" + form.table();
    }
}
