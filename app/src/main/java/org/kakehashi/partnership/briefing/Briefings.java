package org.kakehashi.partnership.briefing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentTemplates;
import org.kakehashi.document.PlainTemplate;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.partnership.profile.PartnerRecord;
import org.kakehashi.partnership.profile.PartnerRecords;
import org.kakehashi.partnership.visit.VisitDetails;
import org.springframework.stereotype.Service;

/// The paper with which one prepares a visit: everything on the page of the partner that the reader
/// may see, as Word or PDF, from the template that comes with it or one of the library.
@Service
public class Briefings {
    /// What a paper is about, and how it shall look.
    ///
    /// @param visit null: none in particular
    /// @param points what should be said; empty: what the visit says
    /// @param template of the library; null: the one that comes with the product
    public record Order(
            UUID partner,
            @Nullable UUID visit,
            Tongue tongue,
            String points,
            @Nullable UUID template,
            TemplateFormat format) {}

    private final PartnerRecords records;
    private final Organizations organizations;
    private final Visits visits;
    private final VisitDetails details;
    private final DocumentTemplates templates;
    private final Access access;
    private final Audit audit;

    Briefings(
            PartnerRecords records,
            Organizations organizations,
            Visits visits,
            VisitDetails details,
            DocumentTemplates templates,
            Access access,
            Audit audit) {
        this.records = records;
        this.organizations = organizations;
        this.visits = visits;
        this.details = details;
        this.templates = templates;
        this.access = access;
        this.audit = audit;
    }

    /// The filled paper. That it was taken out stands in the audit trail, since it names people.
    public byte[] paper(Order order) {
        TemplateValues values = values(order);
        byte[] paper =
                order.template() == null
                        ? templates.fill(
                                BriefingTemplate.of(order.tongue()), values, order.format())
                        : templates.fill(order.template(), values, order.format());
        audit.read(
                "partnership.briefing.taken",
                "organization",
                order.partner(),
                Map.of("format", order.format().ending()));
        return paper;
    }

    /// The template that comes with the product, to be changed in Word.
    public byte[] template(Tongue tongue) {
        access.require("partnership.read");
        PlainTemplate template = BriefingTemplate.of(tongue);
        return template.bytes();
    }

    /// Templates of the library that the reader may see.
    public List<Document> templates() {
        return access.may("document.read") ? templates.list() : List.of();
    }

    private TemplateValues values(Order order) {
        OrganizationRef partner = organizations.get(order.partner());
        PartnerRecord record = records.of(partner);
        UUID id = order.visit();
        if (id == null) {
            return new BriefingValues(order.tongue(), record).of(null, null, order.points());
        }
        Visit visit = visits.get(id);
        if (!visit.organization().equals(order.partner())) {
            throw KakehashiException.notFound();
        }
        return new BriefingValues(order.tongue(), record).of(visit, details.of(id), order.points());
    }
}
