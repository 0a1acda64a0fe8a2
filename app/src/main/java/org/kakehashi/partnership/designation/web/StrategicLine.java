package org.kakehashi.partnership.designation.web;

import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.partnership.designation.Candidacy;

/// A candidacy or designation in a list.
public record StrategicLine(Candidacy candidacy, OrganizationRef partner) {
    public String href() {
        return "/strategic-partners/" + candidacy.id();
    }

    public boolean gone() {
        return partner.status() != OrganizationRef.Status.ACTIVE;
    }
}
