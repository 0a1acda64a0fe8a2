package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Memoranda;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Recording and changing a memorandum. A form with something wrong comes back as it was typed.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/annexes")
class MemorandumFormController {
    private static final int UNPROCESSABLE = 422;

    private final Agreements agreements;
    private final Memoranda memoranda;
    private final Kinds kinds;
    private final Templates templates;

    MemorandumFormController(
            Agreements agreements, Memoranda memoranda, Kinds kinds, Templates templates) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel empty(@PathVariable UUID id) {
        Agreement agreement = editable(id);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("annexKind", List.of("student_exchange"));
        values.put("annexPer", List.of("persons_per_year"));
        return page(agreement, new AgreementForm(null, "" + agreement.version(), values, Map.of()));
    }

    @GetMapping("/{annex:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id, @PathVariable UUID annex) {
        Agreement agreement = editable(id);
        return page(agreement, MemorandumFiller.of(memoranda.get(id, annex), agreement.version()));
    }

    @PostMapping("/new")
    @Nullable JteModel create(
            @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(id, null, request, response);
    }

    @PostMapping("/{annex:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @PathVariable UUID annex,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answer(id, memoranda.get(id, annex), request, response);
    }

    private @Nullable JteModel answer(
            UUID id,
            @Nullable Memorandum present,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Agreement agreement = editable(id);
        AgreementForm form = typed(present, request);
        String button = request.getParameter("button");
        if (button != null) {
            return page(agreement, form.after(button));
        }
        MemorandumReader reader = new MemorandumReader(form, id, present);
        Memorandum memorandum = reader.memorandum();
        Map<String, String> problems = new LinkedHashMap<>(reader.problems());
        if (problems.isEmpty()) {
            try {
                UUID saved = memoranda.save(memorandum, version(form));
                response.sendRedirect("/agreements/" + id + "/annexes/" + saved);
                return null;
            } catch (KakehashiException refused) {
                problems.put("", t(refused.key()));
                if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                    response.setStatus(refused.kind().status());
                    return page(
                            agreement,
                            form.with(Map.of("", t("agreement.annex.meanwhile")))
                                    .on(agreement.version()));
                }
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(agreement, form.with(problems));
    }

    private static int version(AgreementForm form) {
        return form.version().matches("\\d{1,9}") ? Integer.parseInt(form.version()) : -1;
    }

    private Agreement editable(UUID id) {
        Agreement agreement = agreements.get(id);
        if (!agreements.mayEdit(agreement.content())) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "agreement.refused.notYourUnit", Map.of());
        }
        return agreement;
    }

    private static AgreementForm typed(@Nullable Memorandum present, HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, given) -> values.put(name, Arrays.asList(given)));
        values.put(
                "annexId",
                present == null ? List.of() : List.of(String.valueOf(present.annex().id())));
        String version = request.getParameter("version");
        return new AgreementForm(
                present == null ? null : String.valueOf(present.annex().id()),
                version == null ? "" : version,
                values,
                Map.of());
    }

    private JteModel page(Agreement agreement, AgreementForm form) {
        return templates.agreementAnnexForm(MemorandumPage.of(agreement, form, kinds));
    }
}
