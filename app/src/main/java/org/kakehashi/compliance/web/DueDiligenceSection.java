package org.kakehashi.compliance.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.compliance.Examination;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Due diligence on the page of an institution: left out where nobody has examined it and the
/// reader could not record that.
@Component
public class DueDiligenceSection implements ProfileSection {
    /// What the section shows.
    ///
    /// @param latest null: nobody has examined it
    public record Shown(
            OrganizationRef organization,
            @Nullable Examination latest,
            LocalDate today,
            boolean mayRecord) {}

    private final DueDiligence door;
    private final Clock clock;
    private final Templates templates;

    DueDiligenceSection(DueDiligence door, Clock clock, Templates templates) {
        this.door = door;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String title() {
        return "compliance.dueDiligence";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!door.mayRead()) {
            return Optional.empty();
        }
        List<Examination> all = door.of(organization.id());
        if (all.isEmpty() && !door.mayRecord()) {
            return Optional.empty();
        }
        return Optional.of(
                templates.complianceSection(
                                new Shown(
                                        organization,
                                        all.isEmpty() ? null : all.getFirst(),
                                        LocalDate.now(clock),
                                        door.mayRecord()))
                        ::render);
    }
}
