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
import org.kakehashi.access.Access;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.ContentCheck;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recording and changing an agreement. A form with something wrong comes back as it was typed.
@Controller
class AgreementFormController {
    private static final int UNPROCESSABLE = 422;

    private final Agreements agreements;
    private final Access access;
    private final Units units;
    private final Kinds kinds;
    private final FormFiller filler;
    private final PartnerReading partners;
    private final Meanwhile meanwhile;
    private final Templates templates;

    AgreementFormController(
            Agreements agreements,
            Access access,
            Units units,
            Kinds kinds,
            FormFiller filler,
            PartnerReading partners,
            Meanwhile meanwhile,
            Templates templates) {
        this.agreements = agreements;
        this.access = access;
        this.units = units;
        this.kinds = kinds;
        this.filler = filler;
        this.partners = partners;
        this.meanwhile = meanwhile;
        this.templates = templates;
    }

    @GetMapping("/agreements/new")
    JteModel empty(@RequestParam(required = false) @Nullable UUID partner) {
        access.require("agreement.edit");
        UUID own =
                CurrentUser.get().grants().stream()
                        .filter(grant -> grant.role().equals("member"))
                        .map(CurrentUser.Grant::unit)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return page(filler.empty(partner, own), null);
    }

    @GetMapping("/agreements/{id:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id) {
        Agreement agreement = editable(id);
        return page(filler.of(agreement), agreement);
    }

    @PostMapping("/agreements/new")
    @Nullable JteModel create(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AgreementForm form = typed(null, request);
        return answer(form, null, request, response);
    }

    @PostMapping("/agreements/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(typed(id.toString(), request), editable(id), request, response);
    }

    private @Nullable JteModel answer(
            AgreementForm form,
            @Nullable Agreement present,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        access.require("agreement.edit");
        String button = request.getParameter("button");
        if (button != null) {
            return page(form.after(button), present);
        }
        FormReader reader = new FormReader(form, partners);
        Ending ending = present == null ? null : present.content().ending();
        AgreementContent content = reader.content(ending);
        Map<String, String> problems = new LinkedHashMap<>(reader.problems());
        ContentCheck.doubtful(content).forEach(problems::putIfAbsent);
        if (!agreements.mayEdit(content)) {
            problems.putIfAbsent("unit0", "agreement.refused.needsYourUnit");
        }
        if (problems.isEmpty()) {
            try {
                response.sendRedirect("/agreements/" + save(form, content, present));
                return null;
            } catch (KakehashiException refused) {
                if (present != null && refused.kind() == KakehashiException.Kind.CONFLICT) {
                    response.setStatus(refused.kind().status());
                    return overtaken(form, content, present.id());
                }
                problems.put("", t(refused.key()));
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(form.with(problems), present);
    }

    /// Somebody else saved first: the form stays as typed, on top of the newer version, and says
    /// what was changed. Saving it again is then a decision.
    private JteModel overtaken(AgreementForm form, AgreementContent content, UUID id) {
        Agreement newer = agreements.get(id);
        AgreementForm again = form.with(Map.of("", t("agreement.meanwhile"))).on(newer.version());
        return templates.agreementForm(
                FormPage.of(again, heading(newer), kinds, units)
                        .after(meanwhile.since(id, version(form), content)));
    }

    private UUID save(AgreementForm form, AgreementContent content, @Nullable Agreement present) {
        if (present == null) {
            return agreements.create(content);
        }
        agreements.change(present.id(), version(form), content);
        return present.id();
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

    private static AgreementForm typed(@Nullable String id, HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, given) -> values.put(name, Arrays.asList(given)));
        String version = request.getParameter("version");
        return new AgreementForm(id, version == null ? "" : version, values, Map.of());
    }

    private JteModel page(AgreementForm form, @Nullable Agreement present) {
        return templates.agreementForm(FormPage.of(form, heading(present), kinds, units));
    }

    private static String heading(@Nullable Agreement present) {
        return present == null
                ? t("agreement.new")
                : t("agreement.edit.heading", "number", present.number());
    }
}
