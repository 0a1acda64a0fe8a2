package org.kakehashi.partnership.briefing.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.briefing.Briefings;
import org.kakehashi.partnership.briefing.Tongue;
import org.kakehashi.partnership.profile.PartnerRecords;
import org.kakehashi.partnership.web.Typed;
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

/// Briefing papers: at one click, or with talking points typed and a template chosen.
@Controller
@RequestMapping("/organizations/{id:[0-9a-f-]{36}}/briefing")
public class BriefingController {
    private static final int UNPROCESSABLE = 422;

    /// What the page shows.
    public record Shown(
            OrganizationRef partner,
            List<Choice> visits,
            List<Choice> languages,
            List<Choice> templates,
            Typed typed) {}

    private final Briefings briefings;
    private final PartnerRecords records;
    private final Organizations organizations;
    private final Templates templates;

    BriefingController(
            Briefings briefings,
            PartnerRecords records,
            Organizations organizations,
            Templates templates) {
        this.briefings = briefings;
        this.records = records;
        this.organizations = organizations;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(@PathVariable UUID id, @RequestParam Map<String, String> asked) {
        return page(id, new Typed(asked));
    }

    /// One click: `format`, `language`, `visit`.
    @GetMapping("/file")
    void file(
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        send(order(id, new Typed(asked)), response);
    }

    @PostMapping
    @Nullable JteModel file(
            @PathVariable UUID id,
            HttpServletResponse response,
            @RequestParam Map<String, String> fields)
            throws IOException {
        Typed typed = new Typed(fields);
        try {
            send(order(id, typed), response);
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            typed.problem("template", t(refused.key(), new LinkedHashMap<>(refused.arguments())));
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed);
    }

    /// The template that comes with the product, to be changed in Word and put in the library.
    @GetMapping("/template")
    void template(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String language,
            HttpServletResponse response)
            throws IOException {
        organizations.get(id);
        Tongue tongue = tongue(language);
        send(
                briefings.template(tongue),
                TemplateFormat.DOCX,
                t("partnership.briefing.template.name"),
                response);
    }

    private Briefings.Order order(UUID id, Typed typed) {
        return new Briefings.Order(
                id,
                typed.id("visit"),
                tongue(typed.value("language")),
                typed.value("points"),
                typed.id("template"),
                typed.value("format").equals("pdf") ? TemplateFormat.PDF : TemplateFormat.DOCX);
    }

    private static Tongue tongue(@Nullable String code) {
        return Coded.find(Tongue.class, code).orElse(Text.japanese() ? Tongue.JA : Tongue.EN);
    }

    private void send(Briefings.Order order, HttpServletResponse response) throws IOException {
        byte[] paper = briefings.paper(order);
        String partner = organizations.get(order.partner()).label(Text.locale());
        send(paper, order.format(), t("partnership.briefing.name", "partner", partner), response);
    }

    private static void send(
            byte[] paper, TemplateFormat format, String name, HttpServletResponse response)
            throws IOException {
        String file = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ") + "." + format.ending();
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"briefing."
                        + format.ending()
                        + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20"));
        response.getOutputStream().write(paper);
    }

    private JteModel page(UUID id, Typed typed) {
        OrganizationRef partner = organizations.get(id);
        return templates.partnershipBriefing(
                new Shown(
                        partner,
                        records.of(partner).visits().stream()
                                .map(one -> choice(one, typed))
                                .toList(),
                        Arrays.stream(Tongue.values())
                                .map(one ->
                                        new Choice(
                                                        one.code(),
                                                        t(
                                                                "partnership.briefing.language."
                                                                        + one.code()))
                                                .chosenIf(tongue(typed.value("language")).code()))
                                .toList(),
                        briefings.templates().stream()
                                .map(one ->
                                        new Choice(one.id().toString(), t(one.details().title()))
                                                .chosenIf(typed.value("template")))
                                .toList(),
                        typed));
    }

    private static Choice choice(Visit one, Typed typed) {
        return new Choice(
                        String.valueOf(one.id()),
                        Dates.day(one.from())
                                + " "
                                + t("partnership.direction." + one.direction().code())
                                + " "
                                + t(one.purpose()))
                .chosenIf(typed.value("visit"));
    }
}
