package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The newest lines of the audit trail.
@Controller
class AuditController {
    private static final int SHOWN = 500;

    private final Audit audit;
    private final Access access;
    private final Templates templates;

    AuditController(Audit audit, Access access, Templates templates) {
        this.audit = audit;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/audit")
    JteModel latest() {
        access.require("access.audit");
        return templates.accessAudit(audit.latest(SHOWN), SHOWN);
    }
}
