package org.kakehashi.interchange.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.kakehashi.interchange.Property;
import org.kakehashi.interchange.Reconciliation;
import org.kakehashi.kernel.Installation;
import org.kakehashi.organization.Organization;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/// A small page about a record, made to be shown inside other pages: the one route that may be
/// framed. And smaller still, for hovering (flyout, 0.2 only).
@Controller
class PreviewController {
    private static final String FRAMED =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final Reconciliation reconciliation;
    private final Installation installation;
    private final Templates templates;

    PreviewController(
            Reconciliation reconciliation, Installation installation, Templates templates) {
        this.reconciliation = reconciliation;
        this.installation = installation;
        this.templates = templates;
    }

    @GetMapping({
        "/reconcile/preview",
        "/ja/reconcile/preview",
        "/en/reconcile/preview",
        "/reconcile/v1/preview",
        "/ja/reconcile/v1/preview",
        "/en/reconcile/v1/preview"
    })
    JteModel preview(
            @RequestParam String id, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", FRAMED);
        Organization found = reconciliation.find(id).orElse(null);
        if (found == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return templates.interchangePreview(
                PreviewPage.of(found, OpenWeb.language(request), installation.demonstration()));
    }

    @GetMapping({
        "/reconcile/flyout/entity",
        "/ja/reconcile/flyout/entity",
        "/en/reconcile/flyout/entity"
    })
    @ResponseBody
    Version02.Flyout entity(@RequestParam String id, HttpServletRequest request) {
        Locale locale = OpenWeb.language(request);
        Organization one = reconciliation.find(id).orElseThrow(Refused::unknown);
        return flyout(id, Vocabulary.name(one, locale), Vocabulary.description(one, locale));
    }

    @GetMapping({
        "/reconcile/flyout/property",
        "/ja/reconcile/flyout/property",
        "/en/reconcile/flyout/property"
    })
    @ResponseBody
    Version02.Flyout property(@RequestParam String id, HttpServletRequest request) {
        Property property = Property.find(id).orElseThrow(Refused::unknown);
        Locale locale = OpenWeb.language(request);
        return flyout(
                id,
                Messages.text(locale, property.label()),
                Messages.text(locale, property.label() + ".text"));
    }

    @GetMapping({
        "/reconcile/flyout/type",
        "/ja/reconcile/flyout/type",
        "/en/reconcile/flyout/type"
    })
    @ResponseBody
    Version02.Flyout type(@RequestParam String id, HttpServletRequest request) {
        Locale locale = OpenWeb.language(request);
        Vocabulary.Type type =
                Vocabulary.types(locale).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(Refused::unknown);
        return flyout(id, type.name(), id);
    }

    private static Version02.Flyout flyout(String id, String name, String text) {
        return new Version02.Flyout(
                id,
                "<p><strong>"
                        + HtmlUtils.htmlEscape(name)
                        + "</strong></p><p>"
                        + HtmlUtils.htmlEscape(text)
                        + "</p>");
    }
}
