package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.compliance.Gate;
import org.kakehashi.mobility.Stay;
import org.kakehashi.mobility.Stays;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.person.People;
import org.kakehashi.person.Person;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.HistoryEntry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The page of a stay.
@Controller
@RequestMapping("/stays")
public class StayController {
    /// What the page shows.
    ///
    /// @param gate whether due diligence of the inviting or invited institution is done; null where
    ///   nobody asks
    public record Shown(
            Stay stay,
            @Nullable Person person,
            @Nullable OrganizationRef partner,
            @Nullable String unit,
            @Nullable Agreement agreement,
            @Nullable Gate gate,
            List<HistoryEntry> history,
            boolean mayEdit) {}

    private final Stays stays;
    private final People people;
    private final Organizations organizations;
    private final Agreements agreements;
    private final Units units;
    private final Users users;
    private final Templates templates;

    StayController(
            Stays stays,
            People people,
            Organizations organizations,
            Agreements agreements,
            Units units,
            Users users,
            Templates templates) {
        this.stays = stays;
        this.people = people;
        this.organizations = organizations;
        this.agreements = agreements;
        this.units = units;
        this.users = users;
        this.templates = templates;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        Stay stay = stays.get(id);
        Stay.Content content = stay.content();
        UUID partner = content.partner().organization();
        UUID unit = content.frame().unit();
        UUID agreement = content.frame().agreement();
        return templates.mobilityShow(
                new Shown(
                        stay,
                        people.find(List.of(stay.person())).get(stay.person()),
                        partner == null ? null : organizations.find(partner).orElse(null),
                        unit == null
                                ? null
                                : units.find(unit).map(one -> t(one.name())).orElse(null),
                        agreement == null ? null : agreements.find(agreement).orElse(null),
                        stays.gate(content),
                        StayTimeline.of(
                                stays.history(id),
                                user -> users.name(user).map(name -> t(name)).orElse(null)),
                        stays.mayEdit(content)));
    }
}
