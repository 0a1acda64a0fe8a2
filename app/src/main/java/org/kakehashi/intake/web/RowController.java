package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Review;
import org.kakehashi.intake.RowView;
import org.kakehashi.intake.Uploads;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Where a fact is from: file, sheet, row, the cells as written and what was read from them.
@Controller
class RowController {
    private final Review review;
    private final Imports imports;
    private final Uploads uploads;
    private final Organizations organizations;
    private final Templates templates;

    RowController(
            Review review,
            Imports imports,
            Uploads uploads,
            Organizations organizations,
            Templates templates) {
        this.review = review;
        this.imports = imports;
        this.uploads = uploads;
        this.organizations = organizations;
        this.templates = templates;
    }

    @GetMapping("/intake/rows/{id}")
    JteModel show(@PathVariable UUID id) {
        RowView row = review.row(id);
        var one = imports.get(row.importId());
        UUID organization = row.organization();
        return templates.intakeRow(
                row,
                one,
                uploads.get(one.file()),
                review.subjects(one, List.of(row)),
                organization == null ? null : organizations.find(organization).orElse(null));
    }
}
