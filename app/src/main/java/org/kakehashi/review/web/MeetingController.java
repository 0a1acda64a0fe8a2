package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Meetings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A meeting: its page, time and place, agenda and who was there.
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
class MeetingController {
    private final Meetings meetings;
    private final MeetingPages pages;

    MeetingController(Meetings meetings, MeetingPages pages) {
        this.meetings = meetings;
        this.pages = pages;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return pages.of(id, DecisionForm.NONE, null);
    }

    @PostMapping("/plan")
    @Nullable JteModel plan(
            @PathVariable UUID id,
            @RequestParam int version,
            PlanForm form,
            HttpServletResponse response)
            throws IOException {
        try {
            meetings.change(id, version, form.plan());
        } catch (DateTimeParseException e) {
            return pages.again(id, form, t("review.day.form"), response);
        } catch (KakehashiException refused) {
            if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                throw refused; // shown again over the newer record
            }
            return pages.again(id, form, refused, response);
        }
        response.sendRedirect("/meetings/" + id);
        return null;
    }

    @PostMapping("/cancellation")
    @Nullable JteModel cancel(
            @PathVariable UUID id, @RequestParam int version, HttpServletResponse response)
            throws IOException {
        return pages.tried(id, response, () -> meetings.cancel(id, version));
    }

    @PostMapping("/cases")
    @Nullable JteModel addCase(
            @PathVariable UUID id, @RequestParam UUID caseId, HttpServletResponse response)
            throws IOException {
        return pages.tried(id, response, () -> meetings.addCase(id, caseId));
    }

    @PostMapping("/items")
    @Nullable JteModel addItem(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String titleJa,
            @RequestParam(defaultValue = "") String titleEn,
            HttpServletResponse response)
            throws IOException {
        return pages.tried(
                id, response, () -> meetings.addItem(id, new Bilingual(titleJa, titleEn), ""));
    }

    @PostMapping("/items/{item}/remove")
    @Nullable JteModel removeItem(
            @PathVariable UUID id, @PathVariable UUID item, HttpServletResponse response)
            throws IOException {
        return pages.tried(id, response, () -> meetings.removeItem(id, item));
    }

    @PostMapping("/attendance")
    @Nullable JteModel attend(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> present,
            HttpServletResponse response)
            throws IOException {
        Set<UUID> there = present == null ? Set.of() : new HashSet<>(present);
        return pages.tried(id, response, () -> meetings.attend(id, there));
    }
}
