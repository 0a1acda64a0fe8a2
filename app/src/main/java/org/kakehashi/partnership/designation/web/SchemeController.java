package org.kakehashi.partnership.designation.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.designation.Scheme;
import org.kakehashi.partnership.designation.Schemes;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Designation schemes: read, copied, changed as drafts, put in use.
@Controller
@RequestMapping("/strategic-partners/schemes")
class SchemeController {
    private static final int UNPROCESSABLE = 422;

    private final Schemes schemes;
    private final Templates templates;

    SchemeController(Schemes schemes, Templates templates) {
        this.schemes = schemes;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return templates.partnershipSchemes(schemes.list(), schemes.mayConfigure());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return page(id, Map.of(), null);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/copy")
    @Nullable JteModel copy(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        try {
            UUID made = schemes.copy(id, typed.getOrDefault("code", ""));
            response.sendRedirect("/strategic-partners/schemes/" + made);
            return null;
        } catch (KakehashiException refused) {
            return refused(id, typed, refused, response);
        }
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        try {
            schemes.change(read(schemes.get(id), typed));
            response.sendRedirect("/strategic-partners/schemes/" + id);
            return null;
        } catch (KakehashiException refused) {
            return refused(id, typed, refused, response);
        }
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/publish")
    @Nullable JteModel publish(@PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        try {
            schemes.publish(id);
            response.sendRedirect("/strategic-partners/schemes/" + id);
            return null;
        } catch (KakehashiException refused) {
            return refused(id, Map.of(), refused, response);
        }
    }

    private JteModel refused(
            UUID id,
            Map<String, String> typed,
            KakehashiException refused,
            HttpServletResponse response) {
        if (refused.kind() == KakehashiException.Kind.FORBIDDEN
                || refused.kind() == KakehashiException.Kind.NOT_FOUND) {
            throw refused;
        }
        response.setStatus(
                refused.kind() == KakehashiException.Kind.CONFLICT
                        ? refused.kind().status()
                        : UNPROCESSABLE);
        return page(id, typed, Messages.text(Text.locale(), refused.key(), refused.arguments()));
    }

    private JteModel page(UUID id, Map<String, String> typed, @Nullable String problem) {
        return templates.partnershipScheme(
                new SchemePage(
                        schemes.get(id),
                        schemes.measures(),
                        schemes.mayConfigure(),
                        typed,
                        problem));
    }

    private static Scheme read(Scheme known, Map<String, String> typed) {
        List<Criterion> criteria = new ArrayList<>();
        for (int row = 0; row < known.criteria().size() + SchemePage.MORE; row++) {
            if (!typed.getOrDefault("code-" + row, "").isBlank()) {
                criteria.add(criterion(typed, row));
            }
        }
        return new Scheme(
                known.id(),
                known.code(),
                known.edition(),
                known.state(),
                new Bilingual(typed.get("nameJa"), typed.get("nameEn")),
                new Bilingual(typed.get("noteJa"), typed.get("noteEn")),
                typed.getOrDefault("rule", ""),
                typed.getOrDefault("term", "").isBlank() ? null : number(typed, "term", 1, 20),
                number(typed, "review", 1, 60),
                known.origin(),
                criteria,
                number(typed, "version", 0, Integer.MAX_VALUE));
    }

    private static Criterion criterion(Map<String, String> typed, int row) {
        String measure = typed.getOrDefault("measure-" + row, "");
        return new Criterion(
                null,
                typed.getOrDefault("code-" + row, "").strip(),
                new Bilingual(typed.get("name-" + row + "Ja"), typed.get("name-" + row + "En")),
                measure.isBlank()
                        ? null
                        : new Criterion.Source(
                                measure,
                                typed.getOrDefault("choices-" + row, "").strip(),
                                number(typed, "years-" + row, 1, 20),
                                Coded.find(Criterion.Of.class, typed.get("of-" + row))
                                        .orElse(Criterion.Of.COUNT),
                                decimal(typed, "least-" + row)));
    }

    private static int number(Map<String, String> typed, String name, int least, int most) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw KakehashiException.invalid(
                "partnership.scheme.problem.number", Map.of("from", least, "to", most));
    }

    private static @Nullable BigDecimal decimal(Map<String, String> typed, String name) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,3})?")) {
            throw KakehashiException.invalid(
                    "partnership.scheme.problem.number", Map.of("from", 0, "to", 999_999_999));
        }
        return new BigDecimal(text);
    }
}
