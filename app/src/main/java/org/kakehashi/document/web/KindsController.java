package org.kakehashi.document.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.DocumentKind;
import org.kakehashi.document.DocumentKinds;
import org.kakehashi.document.RetentionClass;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Kinds of documents and retention classes, kept by the office.
@Controller
@RequestMapping("/documents/settings")
class KindsController {
    private static final String HERE = "redirect:/documents/settings";
    private static final int UNPROCESSABLE = 422;

    private final DocumentKinds kinds;
    private final Templates templates;

    KindsController(DocumentKinds kinds, Templates templates) {
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        kinds.requireConfigure();
        return templates.documentSettings(
                new KindsPage(
                        kinds.list(),
                        kinds.classes(),
                        kinds.documentsByKind(),
                        kinds.documentsByClass()));
    }

    @GetMapping("/kinds/new")
    JteModel freshKind() {
        kinds.requireConfigure();
        return kind(null, KindForm.EMPTY, null);
    }

    @PostMapping("/kinds/new")
    Object createKind(@ModelAttribute KindForm form, HttpServletResponse response) {
        return tried(
                () -> kinds.create(form.kind(null)),
                refused -> kind(null, form, refused),
                response);
    }

    @GetMapping("/kinds/{code:[a-z0-9_]+}")
    JteModel editKind(@PathVariable String code) {
        kinds.requireConfigure();
        DocumentKind saved = kinds.get(code);
        return kind(saved, KindForm.of(saved), null);
    }

    @PostMapping("/kinds/{code:[a-z0-9_]+}")
    Object changeKind(
            @PathVariable String code,
            @ModelAttribute KindForm form,
            HttpServletResponse response) {
        kinds.requireConfigure();
        DocumentKind saved = kinds.get(code);
        return tried(
                () -> kinds.change(form.kind(saved)),
                refused -> kind(saved, form, refused),
                response);
    }

    @GetMapping("/classes/new")
    JteModel freshClass() {
        kinds.requireConfigure();
        return retention(null, KindForm.EMPTY, null);
    }

    @PostMapping("/classes/new")
    Object createClass(@ModelAttribute KindForm form, HttpServletResponse response) {
        return tried(
                () -> kinds.create(form.retentionClass(null)),
                refused -> retention(null, form, refused),
                response);
    }

    @GetMapping("/classes/{code:[a-z0-9_]+}")
    JteModel editClass(@PathVariable String code) {
        kinds.requireConfigure();
        RetentionClass saved = kinds.getClass(code);
        return retention(saved, KindForm.of(saved), null);
    }

    @PostMapping("/classes/{code:[a-z0-9_]+}")
    Object changeClass(
            @PathVariable String code,
            @ModelAttribute KindForm form,
            HttpServletResponse response) {
        kinds.requireConfigure();
        RetentionClass saved = kinds.getClass(code);
        return tried(
                () -> kinds.change(form.retentionClass(saved)),
                refused -> retention(saved, form, refused),
                response);
    }

    private interface Again {
        JteModel with(String refused);
    }

    private static Object tried(Runnable work, Again again, HttpServletResponse response) {
        try {
            work.run();
            return HERE;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return again.with(DocumentWords.message(refused));
        }
    }

    private JteModel kind(@Nullable DocumentKind saved, KindForm form, @Nullable String refused) {
        List<Choice> classes =
                kinds.classes().stream()
                        .filter(one -> one.active() || one.code().equals(form.retention()))
                        .map(one ->
                                new Choice(one.code(), t(one.name()))
                                        .chosenIf(DetailsForm.text(form.retention())))
                        .toList();
        return templates.documentKindEdit(saved, form, classes, refused);
    }

    private JteModel retention(
            @Nullable RetentionClass saved, KindForm form, @Nullable String refused) {
        int documents = saved == null ? 0 : kinds.documentsByClass().getOrDefault(saved.code(), 0);
        return templates.documentClassEdit(
                saved == null ? null : saved.code(),
                saved == null ? null : t(saved.name()),
                form,
                documents,
                refused);
    }
}
