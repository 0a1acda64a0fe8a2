package org.kakehashi.partnership.profile.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.profile.PartnerRecords;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Documents of a partner and of its agreements; left out where there are none and the reader could
/// not add one.
@Component
public class DocumentsSection implements ProfileSection {
    private final Documents documents;
    private final PartnerRecords records;
    private final Access access;
    private final Templates templates;

    DocumentsSection(
            Documents documents, PartnerRecords records, Access access, Templates templates) {
        this.documents = documents;
        this.records = records;
        this.access = access;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public String title() {
        return "partnership.profile.documents";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!records.mayRead() || !access.may("document.read")) {
            return Optional.empty();
        }
        DocumentsPart own = documents.part("partner", organization.id());
        List<UUID> agreements =
                records.of(organization).agreements().stream().map(Agreement::id).toList();
        List<Document> all = new ArrayList<>(own.documents());
        if (!agreements.isEmpty()) {
            all.addAll(documents.of("agreement", agreements));
        }
        if (all.isEmpty() && !own.mayAdd()) {
            return Optional.empty();
        }
        return Optional.of(
                templates.partnershipDocuments(new DocumentsPart(all, own.href(), own.mayAdd()))
                        ::render);
    }
}
