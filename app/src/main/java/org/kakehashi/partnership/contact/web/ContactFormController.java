package org.kakehashi.partnership.contact.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recording and changing a contact. A form with something wrong comes back as it was typed.
@Controller
@RequestMapping("/contacts")
class ContactFormController {
    private static final int UNPROCESSABLE = 422;

    private final Contacts contacts;
    private final Organizations organizations;
    private final Units units;
    private final Templates templates;

    ContactFormController(
            Contacts contacts, Organizations organizations, Units units, Templates templates) {
        this.contacts = contacts;
        this.organizations = organizations;
        this.units = units;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel empty(@RequestParam(required = false) @Nullable UUID partner) {
        requireCreate();
        Typed typed = new Typed();
        typed.put("unit", contacts.usualUnit());
        if (partner != null) {
            organizations.find(partner).ifPresent(typed::partner);
        }
        return page(null, typed);
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id) {
        Contact contact = editable(id);
        Typed typed = new Typed();
        typed.partner(organizations.get(contact.organization()));
        ContactForm.fill(typed, contact);
        return page(id, typed);
    }

    @PostMapping("/new")
    @Nullable JteModel create(
            @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        requireCreate();
        return answer(null, new Typed(fields), response);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        editable(id);
        return answer(id, new Typed(fields), response);
    }

    private @Nullable JteModel answer(@Nullable UUID id, Typed typed, HttpServletResponse response)
            throws IOException {
        OrganizationRef partner = typed.partner(organizations);
        Contact contact =
                ContactForm.read(id, partner == null ? new UUID(0, 0) : partner.id(), typed);
        if (typed.sound()) {
            try {
                response.sendRedirect("/contacts/" + contacts.save(contact));
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused; // shown again over the newer record
                }
                typed.problem("", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed);
    }

    private void requireCreate() {
        if (!contacts.mayCreate()) {
            throw KakehashiException.forbidden("partnership.contactEdit");
        }
    }

    private Contact editable(UUID id) {
        Contact contact = contacts.get(id);
        if (!contacts.mayEdit(contact)) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN,
                    "partnership.contact.refused.notYourUnit",
                    Map.of());
        }
        return contact;
    }

    private JteModel page(@Nullable UUID id, Typed typed) {
        return templates.partnershipContactForm(
                new ContactForm(
                        id,
                        typed,
                        units.list().stream()
                                .map(unit -> new Choice(unit.id().toString(), t(unit.name())))
                                .toList()));
    }
}
