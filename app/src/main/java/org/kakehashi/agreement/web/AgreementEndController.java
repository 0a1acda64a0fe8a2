package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.EndingGuard;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Ending an agreement: a page of its own that says what follows from it and asks for the reason.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/end")
public class AgreementEndController {
    private static final int UNPROCESSABLE = 422;

    /// The form as typed.
    public record EndForm(
            @Nullable Integer version,
            @Nullable String on,
            @Nullable String reason,
            @Nullable String noteJa,
            @Nullable String noteEn) {}

    private final Agreements agreements;
    private final EndingGuard guard;
    private final Clock clock;
    private final Templates templates;

    AgreementEndController(
            Agreements agreements, EndingGuard guard, Clock clock, Templates templates) {
        this.agreements = agreements;
        this.guard = guard;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(@PathVariable UUID id) {
        Agreement agreement = editable(id);
        String today = LocalDate.now(clock).toString();
        return page(agreement, new EndForm(agreement.version(), today, null, null, null), Map.of());
    }

    @PostMapping
    @Nullable JteModel end(
            @PathVariable UUID id, @ModelAttribute EndForm form, HttpServletResponse response)
            throws IOException {
        Agreement agreement = editable(id);
        Map<String, String> problems = new LinkedHashMap<>();
        TypedDate typed = TypedDate.read(form.on() == null ? "" : form.on().strip());
        DateText on = typed.date();
        if (!on.isKnown()) {
            problems.put(
                    "on", typed.problem() == null ? "agreement.problem.date" : typed.problem());
        } else if (beforeTheStart(agreement, on)) {
            problems.put("on", "agreement.problem.endBeforeStart");
        }
        Optional<Ending.Reason> reason = Coded.find(Ending.Reason.class, form.reason());
        if (reason.isEmpty()) {
            problems.put("reason", "agreement.problem.reason");
        }
        if (problems.isEmpty() && reason.isPresent()) {
            try {
                Bilingual note = new Bilingual(form.noteJa(), form.noteEn());
                agreements.end(id, version(form), new Ending(on, reason.get(), note));
                response.sendRedirect("/agreements/" + id);
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused; // shown again over the newer record
                }
                problems.put("", t(refused.key()));
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(agreement, form, problems);
    }

    private static int version(EndForm form) {
        return form.version() == null ? -1 : form.version();
    }

    private static boolean beforeTheStart(Agreement agreement, DateText on) {
        LocalDate last = on.lastDay();
        LocalDate start = agreement.content().term().start().date();
        return last != null && start != null && last.isBefore(start);
    }

    private Agreement editable(UUID id) {
        Agreement agreement = agreements.get(id);
        if (!agreements.mayEdit(agreement.content())) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "agreement.refused.notYourUnit", Map.of());
        }
        return agreement;
    }

    private JteModel page(Agreement agreement, EndForm form, Map<String, String> problems) {
        List<Choice> reasons =
                Arrays.stream(Ending.Reason.values())
                        .map(reason ->
                                new Choice(
                                        reason.code(),
                                        Words.word("reason", reason),
                                        reason.code().equals(form.reason())))
                        .toList();
        return templates.agreementEnd(
                agreement,
                form,
                reasons,
                problems,
                guard.mayBeAbroad(agreement.id(), LocalDate.now(clock)));
    }
}
