package org.kakehashi.publicsite.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The strategic partners designated today, with the criteria they were designated by.
@Controller
public class PublicStrategicController {
    /// One of them.
    public record Line(Candidacy designation, OrganizationRef partner) {}

    private final Candidacies candidacies;
    private final Organizations organizations;
    private final Clock clock;
    private final Templates templates;

    PublicStrategicController(
            Candidacies candidacies,
            Organizations organizations,
            Clock clock,
            Templates templates) {
        this.candidacies = candidacies;
        this.organizations = organizations;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/public/strategic-partners")
    JteModel list() {
        LocalDate today = LocalDate.now(clock);
        List<Candidacy> all = candidacies.designated(today);
        Map<UUID, OrganizationRef> partners =
                organizations.find(all.stream().map(Candidacy::organization).toList());
        return templates.publicsiteStrategic(
                all.stream()
                        .filter(one -> partners.containsKey(one.organization()))
                        .map(one ->
                                new Line(
                                        one,
                                        Objects.requireNonNull(partners.get(one.organization()))))
                        .toList(),
                all.stream().map(Candidacy::scheme).distinct().toList(),
                today);
    }
}
