package org.kakehashi.partnership.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.Visits;
import org.kakehashi.partnership.visit.Gift;
import org.kakehashi.partnership.visit.ProgrammeItem;
import org.kakehashi.partnership.visit.VisitCalendar;
import org.kakehashi.partnership.visit.VisitDetails;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.partnership.web.VisitPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Programme, gifts, talking points and calendar of a visit. A form with something wrong comes back
/// on the page of the visit, as it was typed.
@Controller
@RequestMapping("/visits/{id:[0-9a-f-]{36}}")
class VisitDetailController {
    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final VisitDetails details;
    private final VisitCalendar calendar;
    private final VisitPages pages;

    VisitDetailController(
            Visits visits, VisitDetails details, VisitCalendar calendar, VisitPages pages) {
        this.visits = visits;
        this.details = details;
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping("/calendar")
    void calendar(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        byte[] text = calendar.of(id).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"visit.ics\"");
        response.getOutputStream().write(text);
    }

    @PostMapping("/programme")
    @Nullable Object add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        Typed typed = new Typed(fields);
        ProgrammeItem item =
                new ProgrammeItem(
                        null,
                        typed.dayNeeded("on"),
                        time(typed, "fromTime"),
                        time(typed, "untilTime"),
                        typed.bilingual("item"),
                        typed.text("place"),
                        typed.text("people"));
        return answer(id, typed, "programme", "on", response, visit -> details.add(visit, item));
    }

    @PostMapping("/gifts")
    @Nullable Object give(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        Typed typed = new Typed(fields);
        String yen = typed.value("yen").replaceAll("[,円¥\\s]", "");
        if (!yen.matches("\\d{0,9}")) {
            typed.problem("yen", "partnership.visit.problem.yen");
            yen = "";
        }
        Gift gift =
                new Gift(
                        null,
                        Coded.find(Gift.Direction.class, typed.value("giftDirection"))
                                .orElse(Gift.Direction.GIVEN),
                        Objects.requireNonNullElse(typed.text("gift"), ""),
                        yen.isEmpty() ? null : Integer.valueOf(yen),
                        typed.text("registration"));
        return answer(id, typed, "gifts", "gift", response, visit -> details.add(visit, gift));
    }

    @PostMapping("/talking")
    @Nullable Object talk(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        Typed typed = new Typed(fields);
        return answer(
                id,
                typed,
                "talking",
                "talkingJa",
                response,
                visit -> details.talk(visit, typed.bilingual("talking")));
    }

    @PostMapping("/programme/{item:[0-9a-f-]{36}}/removal")
    String removeItem(@PathVariable UUID id, @PathVariable UUID item) {
        details.removeItem(id, item);
        return "redirect:/visits/" + id + "#programme";
    }

    @PostMapping("/gifts/{gift:[0-9a-f-]{36}}/removal")
    String removeGift(@PathVariable UUID id, @PathVariable UUID gift) {
        details.removeGift(id, gift);
        return "redirect:/visits/" + id + "#gifts";
    }

    private @Nullable Object answer(
            UUID id,
            Typed typed,
            String part,
            String field,
            HttpServletResponse response,
            Consumer<UUID> work)
            throws IOException {
        boolean mayEdit = visits.mayEdit(visits.get(id));
        if (typed.sound() || !mayEdit) {
            try {
                work.accept(id);
                response.sendRedirect("/visits/" + id + "#" + part);
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() != KakehashiException.Kind.INVALID) {
                    throw refused;
                }
                typed.problem(field, refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return pages.of(id, typed);
    }

    private static @Nullable LocalTime time(Typed typed, String name) {
        String text = typed.value(name).strip().replace('：', ':');
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException wrong) {
            typed.problem(name, "partnership.visit.problem.time");
            return null;
        }
    }
}
