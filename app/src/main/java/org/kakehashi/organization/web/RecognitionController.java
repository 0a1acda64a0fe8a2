package org.kakehashi.organization.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Explanations;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.kakehashi.resolver.Hints;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Why this institution: the page that explains what a text means, and where one may decide.
@Controller
@RequestMapping("/organizations/recognition")
class RecognitionController {
    private static final int LONGEST = 2_000;

    private final Explanations explanations;
    private final Recognition recognition;
    private final Organizations organizations;
    private final Templates templates;

    RecognitionController(
            Explanations explanations,
            Recognition recognition,
            Organizations organizations,
            Templates templates) {
        this.explanations = explanations;
        this.recognition = recognition;
        this.organizations = organizations;
        this.templates = templates;
    }

    @GetMapping
    JteModel explain(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String date) {
        String asked = text.strip();
        String shortened = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        String code = code(country);
        Hints hints =
                Hints.country(code)
                        .withCity(LocalOrganizationForm.text(city))
                        .withDomain(LocalOrganizationForm.text(domain))
                        .withDate(DateReader.single(date.strip()).map(DateText::date).orElse(null));
        return templates.organizationRecognition(
                new RecognitionPage(
                        shortened,
                        code,
                        city,
                        domain,
                        date,
                        shortened.isEmpty() ? null : explanations.explain(shortened, hints),
                        recognition.mayDecide()));
    }

    @PostMapping("/decision")
    String decide(
            @RequestParam String text,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String organization,
            @RequestParam(defaultValue = "") String organizationText) {
        String code = code(country);
        if (text.isBlank() || text.length() > LONGEST) {
            throw KakehashiException.invalid("organization.name.needed", java.util.Map.of());
        }
        switch (decision) {
            case "none" -> recognition.confirmNone(text, code);
            case "forget" -> recognition.forget(text, code);
            default -> recognition.confirm(text, code, chosen(organization, organizationText));
        }
        return "redirect:"
                + Query.of("/organizations/recognition")
                        .with("text", text)
                        .with("country", code)
                        .href();
    }

    private UUID chosen(String id, String words) {
        if (!id.isBlank()) {
            return organizations.get(UUID.fromString(id)).id();
        }
        var found = organizations.search(words, 2);
        if (found.size() != 1) {
            throw KakehashiException.invalid(
                    "organization.choose", java.util.Map.of("text", words));
        }
        return found.getFirst().id();
    }

    private static @Nullable String code(String country) {
        return country.matches("[A-Z]{2}")
                ? country
                : Countries.find(country).map(found -> found.code()).orElse(null);
    }
}
