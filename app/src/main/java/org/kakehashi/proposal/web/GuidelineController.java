package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Guideline;
import org.kakehashi.proposal.Guidelines;
import org.kakehashi.proposal.Rule;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Guidelines: editions, the editor, publication.
@Controller
@RequestMapping("/proposals/guidelines")
class GuidelineController {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 70;
    private static final int EMPTY_ROWS = 3;

    private final Guidelines guidelines;
    private final Templates templates;

    GuidelineController(Guidelines guidelines, Templates templates) {
        this.guidelines = guidelines;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return templates.proposalGuidelines(guidelines.list(), guidelines.mayConfigure());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return templates.proposalGuideline(guidelines.get(id), guidelines.mayConfigure());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/copy")
    String copy(@PathVariable UUID id) {
        return "redirect:/proposals/guidelines/" + guidelines.copy(id) + "/edit";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/publish")
    String publish(@PathVariable UUID id, @RequestParam int version) {
        guidelines.publish(id, version);
        return "redirect:/proposals/guidelines/" + id;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel form(@PathVariable UUID id) {
        Guideline guideline = draft(id);
        List<GuidelinePage.Row> rows =
                new ArrayList<>(
                        guideline.paragraphs().stream().map(GuidelineController::row).toList());
        return page(guideline, guideline.version(), guideline, rows, null);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        Guideline before = draft(id);
        List<GuidelinePage.Row> rows = rows(typed);
        String version = typed.getOrDefault("version", "");
        Guideline changed =
                new Guideline(
                        id,
                        before.edition(),
                        before.state(),
                        false,
                        new Bilingual(typed.get("titleJa"), typed.get("titleEn")),
                        new Bilingual(typed.get("preambleJa"), typed.get("preambleEn")),
                        null,
                        rows.stream().map(GuidelineController::paragraph).toList(),
                        version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
        try {
            guidelines.change(changed);
            response.sendRedirect("/proposals/guidelines/" + id);
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() == KakehashiException.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            String problem = Messages.text(Text.locale(), refused.key(), refused.arguments());
            return page(before, changed.version(), changed, rows, problem);
        }
    }

    private Guideline draft(UUID id) {
        Guideline guideline = guidelines.get(id);
        if (!guidelines.mayConfigure()) {
            throw KakehashiException.forbidden("proposal.configure");
        }
        if (guideline.example() || guideline.state() != Guideline.State.DRAFT) {
            throw KakehashiException.invalid("proposal.guideline.problem.notDraft", Map.of());
        }
        return guideline;
    }

    private static List<GuidelinePage.Row> rows(Map<String, String> typed) {
        List<GuidelinePage.Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST && typed.containsKey("textJa" + i); i++) {
            GuidelinePage.Row row =
                    new GuidelinePage.Row(
                            typed.getOrDefault("labelJa" + i, ""),
                            typed.getOrDefault("labelEn" + i, ""),
                            typed.getOrDefault("textJa" + i, ""),
                            typed.getOrDefault("textEn" + i, ""),
                            typed.getOrDefault("rule" + i, ""),
                            typed.getOrDefault("parameter" + i, ""),
                            typed.containsKey("mandatory" + i));
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static GuidelinePage.Row row(Guideline.Paragraph one) {
        Rule rule = one.rule();
        return new GuidelinePage.Row(
                text(one.label().ja()),
                text(one.label().en()),
                text(one.text().ja()),
                text(one.text().en()),
                rule == null ? "" : rule.code(),
                one.parameter(),
                one.mandatory());
    }

    private static Guideline.Paragraph paragraph(GuidelinePage.Row row) {
        return new Guideline.Paragraph(
                new UUID(0, 0),
                new Bilingual(row.labelJa(), row.labelEn()),
                new Bilingual(row.textJa(), row.textEn()),
                Coded.find(Rule.class, row.rule()).orElse(null),
                row.parameter().strip(),
                row.mandatory());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private JteModel page(
            Guideline guideline,
            int version,
            Guideline words,
            List<GuidelinePage.Row> typed,
            @Nullable String problem) {
        List<GuidelinePage.Row> rows = new ArrayList<>(typed);
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(new GuidelinePage.Row("", "", "", "", "", "", false));
        }
        return templates.proposalGuidelineForm(
                new GuidelinePage(
                        guideline,
                        version,
                        text(words.title().ja()),
                        text(words.title().en()),
                        text(words.preamble().ja()),
                        text(words.preamble().en()),
                        rows,
                        problem));
    }
}
