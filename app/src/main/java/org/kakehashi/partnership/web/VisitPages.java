package org.kakehashi.partnership.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.document.Documents;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.partnership.visit.VisitDetails;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// The page of a visit, also when one of its forms comes back.
@Component
public class VisitPages {
    /// What the page of a visit shows.
    ///
    /// @param names of those who must do what follows
    public record Shown(
            Visit visit,
            OrganizationRef partner,
            @Nullable String unit,
            Map<UUID, String> names,
            VisitDetails.Of details,
            DocumentsPart documents,
            LocalDate today,
            boolean mayEdit,
            Typed typed) {
        public String href() {
            return "/visits/" + visit.id();
        }

        public boolean mayClose(Visit.FollowUp one) {
            return one.doneOn() == null
                    && (mayEdit
                            || one.responsible() != null
                                    && one.responsible().equals(CurrentUser.get().id()));
        }
    }

    private final Visits visits;
    private final VisitDetails details;
    private final Documents documents;
    private final Organizations organizations;
    private final Units units;
    private final Users users;
    private final Clock clock;
    private final Templates templates;

    VisitPages(
            Visits visits,
            VisitDetails details,
            Documents documents,
            Organizations organizations,
            Units units,
            Users users,
            Clock clock,
            Templates templates) {
        this.visits = visits;
        this.details = details;
        this.documents = documents;
        this.organizations = organizations;
        this.units = units;
        this.users = users;
        this.clock = clock;
        this.templates = templates;
    }

    public JteModel of(UUID id, Typed typed) {
        Visit visit = visits.get(id);
        Map<UUID, String> names = new LinkedHashMap<>();
        for (Visit.FollowUp one : visit.followUps()) {
            UUID who = one.responsible();
            if (who != null) {
                names.put(who, users.name(who).map(name -> t(name)).orElse(""));
            }
        }
        UUID unit = visit.unit();
        return templates.partnershipShow(
                new Shown(
                        visit,
                        organizations.get(visit.organization()),
                        unit == null
                                ? null
                                : units.find(unit).map(one -> t(one.name())).orElse(null),
                        names,
                        details.of(id),
                        documents.part("visit", id),
                        LocalDate.now(clock),
                        visits.mayEdit(visit),
                        typed));
    }
}
