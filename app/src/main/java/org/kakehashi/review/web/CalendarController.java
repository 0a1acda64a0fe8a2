package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.Body;
import org.kakehashi.review.Calendars;
import org.kakehashi.review.Calendars.Address;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Tab;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// One's calendars: the page where their addresses are made and made void, and the addresses.
@Controller
public class CalendarController {
    private static final MediaType ICALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /// @param body null: one's own calendar; @param address null: there is none yet
    public record Line(@Nullable UUID body, String name, @Nullable Address address) {}

    /// @param fresh the address just made, shown this once; @param of for which calendar
    public record CalendarsPage(
            List<Line> lines, List<Tab> tabs, @Nullable String fresh, @Nullable String of) {}

    private final Calendars calendars;
    private final Templates templates;
    private final String address;

    CalendarController(
            Calendars calendars,
            Templates templates,
            @Value("${kakehashi.address:}") String address) {
        this.calendars = calendars;
        this.templates = templates;
        this.address = address;
    }

    @GetMapping("/tasks/calendars")
    JteModel show() {
        return page(null, null);
    }

    /// The answer itself shows the address: it is kept nowhere, so there is no page to go to.
    @PostMapping("/tasks/calendars")
    JteModel renew(
            @RequestParam(required = false) @Nullable UUID body, HttpServletRequest request) {
        String secret = calendars.renew(body);
        String base =
                address.isBlank()
                        ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                        : address;
        return page(base + "/calendars/" + secret + ".ics", body);
    }

    @PostMapping("/tasks/calendars/revocation")
    String revoke(@RequestParam(required = false) @Nullable UUID body) {
        calendars.revoke(body);
        return "redirect:/tasks/calendars";
    }

    @GetMapping("/calendars/{secret:[A-Za-z0-9_-]{20,80}}.ics")
    ResponseEntity<String> read(@PathVariable String secret) {
        return calendars
                .read(secret)
                .map(text ->
                        ResponseEntity.ok()
                                .contentType(ICALENDAR)
                                .cacheControl(CacheControl.noStore())
                                .header("X-Robots-Tag", "noindex")
                                .header("Content-Disposition", "inline; filename=\"kakehashi.ics\"")
                                .body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private JteModel page(@Nullable String fresh, @Nullable UUID of) {
        List<Address> made = calendars.mine();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(null, t("review.calendar.mine"), find(made, null)));
        for (Body body : calendars.offered()) {
            lines.add(new Line(body.id(), t(body.name()), find(made, body.id())));
        }
        String name =
                lines.stream()
                        .filter(line -> java.util.Objects.equals(line.body(), of))
                        .map(Line::name)
                        .findFirst()
                        .orElse(null);
        return templates.reviewCalendars(
                new CalendarsPage(lines, TaskTabs.at("/tasks/calendars"), fresh, name));
    }

    private static @Nullable Address find(List<Address> made, @Nullable UUID body) {
        return made.stream()
                .filter(one -> java.util.Objects.equals(one.body(), body))
                .findFirst()
                .orElse(null);
    }
}
