package org.kakehashi.organization.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Links;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.organization.Profiles;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.map.CountryFigure;
import org.kakehashi.ui.map.Place;
import org.kakehashi.ui.map.WorldMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The profile page of an organization.
@Controller
@RequestMapping("/organizations/{id}")
class ProfileController {
    private final Profiles profiles;
    private final Organizations organizations;
    private final List<ProfileSection> sections;
    private final Links links;
    private final Templates templates;

    ProfileController(
            Profiles profiles,
            Links links,
            Organizations organizations,
            ObjectProvider<ProfileSection> sections,
            Templates templates) {
        this.profiles = profiles;
        this.links = links;
        this.organizations = organizations;
        this.sections =
                sections.stream().sorted(Comparator.comparingInt(ProfileSection::order)).toList();
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        Profiles.Profile profile = profiles.get(id);
        return templates.organizationProfile(
                new OrganizationProfilePage(
                        profile,
                        contributed(profile.organization().ref()),
                        organizations.mayEdit(),
                        links.of(id),
                        links.suggestion(profile.organization().ref()).orElse(null)));
    }

    private List<OrganizationProfilePage.Section> contributed(OrganizationRef organization) {
        return sections.stream()
                .flatMap(section ->
                        section.content(organization).stream()
                                .map(content ->
                                        new OrganizationProfilePage.Section(
                                                Text.t(section.title()), content)))
                .toList();
    }

    /// The place on the map: heavy, so fetched when the reader comes to it.
    @GetMapping("/map")
    JteModel map(@PathVariable UUID id, HttpServletRequest request) {
        Organization organization = organizations.profile(id);
        Double latitude = organization.latitude();
        Double longitude = organization.longitude();
        if (latitude == null || longitude == null) {
            throw KakehashiException.notFound();
        }
        OrganizationRef ref = organization.ref();
        String label = OrganizationWords.label(ref);
        WorldMap map =
                new WorldMap(
                        Caption.of("place", label, Text.t("organization.map.text", "name", label)),
                        Text.t("organization.name"),
                        Text.t("organization.map.places"),
                        ref.country() == null
                                ? List.of()
                                : List.of(
                                        new CountryFigure(
                                                ref.country().code(),
                                                OrganizationWords.country(ref.country()),
                                                1,
                                                null)),
                        List.of(new Place(latitude, longitude, label, 1, null)));
        return request.getHeader("HX-Request") == null
                ? templates.organizationMap(ref, map)
                : templates.organizationMapPicture(map);
    }
}
