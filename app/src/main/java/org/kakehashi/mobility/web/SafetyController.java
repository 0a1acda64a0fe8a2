package org.kakehashi.mobility.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.mobility.Crisis;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering whether one is safe, by a link of one's own and without signing in. The page tells
/// nothing about the person, so that a forwarded link gives nothing away.
@Controller
@RequestMapping("/public/safety/{token:[A-Za-z0-9_-]{10,80}}")
class SafetyController {
    private static final int GONE = 410;
    private static final int LONGEST = 2_000;

    private final Crisis crisis;
    private final Templates templates;

    SafetyController(Crisis crisis, Templates templates) {
        this.crisis = crisis;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable String token, HttpServletResponse response) {
        return page(token, false, response);
    }

    @PostMapping
    JteModel answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String said,
            HttpServletResponse response) {
        Crisis.State given = Coded.find(Crisis.State.class, state).orElse(Crisis.State.UNKNOWN);
        if (given == Crisis.State.UNKNOWN) {
            return page(token, false, response);
        }
        try {
            crisis.answer(
                    token, given, said.length() > LONGEST ? said.substring(0, LONGEST) : said);
        } catch (KakehashiException over) {
            return page(token, false, response);
        }
        return page(token, true, response);
    }

    private JteModel page(String token, boolean done, HttpServletResponse response) {
        Optional<Crisis.Asked> asked = crisis.asked(token).filter(one -> !one.over());
        if (asked.isEmpty()) {
            response.setStatus(GONE);
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        return templates.mobilitySafety(asked.orElse(null), token, done);
    }
}
