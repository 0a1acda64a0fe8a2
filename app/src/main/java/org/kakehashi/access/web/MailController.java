package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Mails;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The outbox, for administrators: what waits, what went, what was refused; never the texts.
@Controller
class MailController {
    private static final int SHOWN = 200;

    private final Mails mails;
    private final Access access;
    private final Templates templates;

    MailController(Mails mails, Access access, Templates templates) {
        this.mails = mails;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/mails")
    JteModel list() {
        access.require("access.administer");
        return templates.accessMails(
                mails.latest(SHOWN), mails.configured(), mails.waiting(), SHOWN);
    }
}
