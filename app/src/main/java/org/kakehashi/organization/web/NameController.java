package org.kakehashi.organization.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Aliases;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.kakehashi.organization.Successions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The small forms of the profile page: names, decisions, successions.
@Controller
@RequestMapping("/organizations")
class NameController {
    private final Organizations organizations;
    private final Aliases aliases;
    private final Recognition recognition;
    private final Successions successions;

    NameController(
            Organizations organizations,
            Aliases aliases,
            Recognition recognition,
            Successions successions) {
        this.organizations = organizations;
        this.aliases = aliases;
        this.recognition = recognition;
        this.successions = successions;
    }

    @PostMapping("/{id}/names")
    String add(
            @PathVariable UUID id,
            @RequestParam String value,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "alias") String kind,
            @RequestParam(required = false) @Nullable String note) {
        aliases.add(
                id,
                value,
                LocalOrganizationForm.text(language),
                kind,
                LocalOrganizationForm.text(note));
        return back(id, "#names-title");
    }

    @PostMapping("/names/{name}/removal")
    String remove(@PathVariable UUID name) {
        return back(aliases.remove(name), "#names-title");
    }

    @PostMapping("/names/{name}/preference")
    String prefer(@PathVariable UUID name) {
        return back(aliases.prefer(name), "#names-title");
    }

    @PostMapping("/{id}/decisions/removal")
    String forget(
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable String country) {
        recognition.forget(text, LocalOrganizationForm.text(country));
        return back(id, "#names-title");
    }

    @PostMapping("/{id}/successions")
    String succeed(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String successor,
            @RequestParam(defaultValue = "") String successorText,
            @RequestParam(defaultValue = "unknown") String succession,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(required = false) @Nullable String remark,
            @RequestParam(required = false) @Nullable UUID back) {
        successions.add(
                new Successions.NewSuccession(
                        id,
                        chosen(successor, successorText).id(),
                        succession,
                        date(happened),
                        LocalOrganizationForm.text(remark)));
        return back(back == null ? id : back, "#relations-title");
    }

    @PostMapping("/successions/{id}/removal")
    String end(@PathVariable UUID id, @RequestParam int version) {
        return back(successions.remove(id, version), "#relations-title");
    }

    /// What the picker chose; without it, the only organization the words find.
    private OrganizationRef chosen(@Nullable String id, String words) {
        if (id != null && !id.isBlank()) {
            return organizations.get(UUID.fromString(id));
        }
        var found = organizations.search(words, 2);
        if (found.size() != 1) {
            throw KakehashiException.invalid("organization.choose", Map.of("text", words));
        }
        return found.getFirst();
    }

    private static DateText date(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return DateText.NONE;
        }
        return DateReader.single(text)
                .orElseThrow(() ->
                        KakehashiException.invalid("organization.date", Map.of("text", text)));
    }

    private static String back(UUID organization, String part) {
        return "redirect:/organizations/" + organization + part;
    }
}
