package org.kakehashi.organization.web;

import static org.kakehashi.ui.Text.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Succession;
import org.kakehashi.organization.Successions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the picker offers while someone types; after an organization that others continue, those.
@Controller
@RequestMapping("/organizations/suggestions")
class PickerController {
    private static final int MOST_SUGGESTIONS = 12;

    private final Organizations organizations;
    private final Successions successions;

    PickerController(Organizations organizations, Successions successions) {
        this.organizations = organizations;
        this.successions = successions;
    }

    /// An entry of the picker's list.
    record Suggestion(String value, String label, String detail, @Nullable String lang) {
        static Suggestion of(OrganizationRef organization, String more) {
            String other = OrganizationWords.other(organization);
            String place = OrganizationWords.place(organization);
            String status =
                    organization.status() == OrganizationRef.Status.ACTIVE
                            ? ""
                            : t("organization.status." + organization.status().code());
            List<String> details =
                    java.util.stream.Stream.of(other == null ? "" : other, place, status, more)
                            .filter(one -> !one.isEmpty())
                            .toList();
            return new Suggestion(
                    organization.id().toString(),
                    OrganizationWords.label(organization),
                    String.join(" · ", details),
                    OrganizationWords.lang(organization));
        }
    }

    @GetMapping
    ResponseEntity<List<Suggestion>> suggestions(@RequestParam(defaultValue = "") String q) {
        List<OrganizationRef> found = organizations.suggest(q, MOST_SUGGESTIONS);
        Map<UUID, List<Succession>> after =
                successions.after(found.stream().map(OrganizationRef::id).toList());
        Map<UUID, Suggestion> offered = new LinkedHashMap<>();
        for (OrganizationRef one : found) {
            offered.putIfAbsent(one.id(), Suggestion.of(one, ""));
            for (Succession next : after.getOrDefault(one.id(), List.of())) {
                offered.putIfAbsent(
                        next.successor().id(), Suggestion.of(next.successor(), continues(next)));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(offered.values().stream().limit(MOST_SUGGESTIONS).toList());
    }

    private static String continues(Succession one) {
        String name = OrganizationWords.label(one.predecessor());
        return one.happened().isKnown()
                ? t(
                        "organization.picker.continues.dated",
                        "name",
                        name,
                        "day",
                        one.happened().iso())
                : t("organization.picker.continues", "name", name);
    }
}
