package org.kakehashi.organization.web;

import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Links;
import org.kakehashi.organization.Organizations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Links our own organizations to the registry's records of the same institutions.
@Controller
@RequestMapping("/organizations")
class LinkController {
    private final Links links;
    private final Organizations organizations;
    private final Access access;

    LinkController(Links links, Organizations organizations, Access access) {
        this.links = links;
        this.organizations = organizations;
        this.access = access;
    }

    @PostMapping("/{id}/link")
    String link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String registered,
            @RequestParam(defaultValue = "") String registeredText) {
        access.require("organization.edit");
        UUID record = chosen(registered, registeredText);
        links.link(id, record);
        return "redirect:/organizations/" + record;
    }

    @PostMapping("/links/{link}/removal")
    String undo(@PathVariable UUID link) {
        return "redirect:/organizations/" + links.undo(link);
    }

    /// What the picker chose; without it, the only organization the words find.
    private UUID chosen(String id, String words) {
        if (!id.isBlank()) {
            return organizations.get(UUID.fromString(id)).id();
        }
        var found = organizations.search(words, 2);
        if (found.size() != 1) {
            throw KakehashiException.invalid("organization.choose", Map.of("text", words));
        }
        return found.getFirst().id();
    }
}
