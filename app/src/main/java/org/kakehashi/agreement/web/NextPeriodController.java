package org.kakehashi.agreement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AmendmentLetters;
import org.kakehashi.agreement.NextPlan;
import org.kakehashi.agreement.NextPlans;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What belongs to the next period of an agreement: the plan for it, and the letter that begins it.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/renewal")
class NextPeriodController {
    private final NextPlans plans;
    private final AmendmentLetters letters;

    NextPeriodController(NextPlans plans, AmendmentLetters letters) {
        this.plans = plans;
        this.letters = letters;
    }

    @PostMapping("/plan")
    String plan(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        String version = typed.getOrDefault("planVersion", "");
        plans.save(
                new NextPlan(
                        id,
                        new Bilingual(typed.get("planJa"), typed.get("planEn")),
                        number(typed.get("studentsIn")),
                        number(typed.get("studentsOut")),
                        version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1));
        return "redirect:/agreements/" + id + "/renewal#plan";
    }

    /// The letter of a renewal that is decided or drafted.
    @GetMapping("/letter")
    void letter(
            @PathVariable UUID id,
            @RequestParam UUID renewal,
            @RequestParam(defaultValue = "ja") String language,
            @RequestParam(defaultValue = "docx") String format,
            HttpServletResponse response)
            throws IOException {
        TemplateFormat wanted = format.equals("pdf") ? TemplateFormat.PDF : TemplateFormat.DOCX;
        byte[] letter =
                letters.letter(
                        id,
                        renewal,
                        language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE,
                        wanted);
        response.setContentType(wanted.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"amendment." + wanted.ending() + "\"");
        response.getOutputStream().write(letter);
    }

    private static @Nullable Integer number(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        if (!digits.matches("\\d{0,5}")) {
            throw KakehashiException.invalid("agreement.next.problem.number", Map.of());
        }
        return digits.isEmpty() ? null : Integer.valueOf(digits);
    }
}
