package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Mails;
import org.kakehashi.mobility.Crisis;
import org.kakehashi.mobility.Stay;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is where, on the screen, on paper and as a file; signs of life; questions to everybody.
@Controller
@RequestMapping("/crisis")
class CrisisController {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 100;
    private static final int DAYS = 7;
    private static final List<String> TEXTS = List.of("subjectJa", "subjectEn", "textJa", "textEn");

    private final Crisis crisis;
    private final Mails mails;
    private final Units units;
    private final Clock clock;
    private final Templates templates;

    CrisisController(Crisis crisis, Mails mails, Units units, Clock clock, Templates templates) {
        this.crisis = crisis;
        this.mails = mails;
        this.units = units;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@RequestParam Map<String, String> asked) {
        return page(asked, defaults(), Map.of());
    }

    /// Everybody on one page for paper, which works without a network.
    @GetMapping("/print")
    JteModel print(@RequestParam Map<String, String> asked) {
        Crisis.Question question = question(asked);
        return templates.mobilityCrisisPrint(
                crisis.export(question).toList(),
                unitNames(),
                Dates.moment(OffsetDateTime.now(clock)));
    }

    @GetMapping("/file")
    void file(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Crisis.Question question = question(asked);
        Map<UUID, String> names = unitNames();
        ExportFile.send(
                new TableExport<>(
                        t("mobility.crisis"),
                        List.of(
                                Words.column("country", one -> Words.country(one.country())),
                                Words.column("city", Crisis.Somebody::city),
                                Words.column("name", one -> one.names().label(Text.locale())),
                                Words.column("names", one -> one.names().all(Text.locale())),
                                Words.column("personNumber", Crisis.Somebody::number),
                                Words.column("crisis.contact", one -> one.mail()),
                                Words.column("crisis.means.call", Crisis.Somebody::phone),
                                Words.column(
                                        "direction",
                                        one -> Words.word("direction", one.direction())),
                                Words.column("partner", one -> t(one.partner())),
                                Words.column("unit", one -> names.get(one.unit())),
                                Words.column("starts", Crisis.Somebody::starts),
                                Words.column("ends", Crisis.Somebody::ends),
                                Words.column("crisis.heard", one -> heard(one)),
                                Words.column(
                                        "crisis.state",
                                        one ->
                                                one.state() == null
                                                        ? null
                                                        : Words.word("crisis.state", one.state()))),
                        crisis.export(question),
                        new ExportNote(
                                t("mobility.crisis"),
                                null,
                                Dates.day(question.from()),
                                t(CurrentUser.get().name()),
                                Instant.now(clock),
                                Page.demonstration()),
                        Text.locale()),
                ExportFormat.XLSX,
                response);
    }

    private static @Nullable String heard(Crisis.Somebody one) {
        OffsetDateTime heard = one.heard();
        return heard == null ? null : Dates.moment(heard);
    }

    @PostMapping("/signs")
    String sign(@RequestParam Map<String, String> typed) {
        String person = typed.getOrDefault("person", "");
        if (!person.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw KakehashiException.notFound();
        }
        crisis.heard(
                UUID.fromString(person),
                Coded.find(Crisis.Means.class, typed.get("means")).orElse(Crisis.Means.OTHER),
                Coded.find(Crisis.State.class, typed.get("state")).orElse(Crisis.State.UNKNOWN),
                null);
        return "redirect:" + new Query("/crisis", back(typed)).href();
    }

    private static Map<String, List<String>> back(Map<String, String> typed) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : List.of("from", "until", "country", "city", "direction")) {
            String value = typed.get(name);
            if (value != null && !value.isBlank()) {
                values.put(name, List.of(value));
            }
        }
        return values;
    }

    @PostMapping("/inquiries")
    @Nullable JteModel ask(@RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        try {
            UUID inquiry =
                    crisis.ask(
                            question(typed),
                            new Bilingual(typed.get("subjectJa"), typed.get("subjectEn")),
                            new Bilingual(typed.get("textJa"), typed.get("textEn")));
            response.sendRedirect("/crisis/inquiries/" + inquiry);
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return page(typed, typed, Map.of("subjectJa", refused.key()));
        }
    }

    @GetMapping("/inquiries")
    JteModel inquiries() {
        return templates.mobilityInquiries(crisis.inquiries());
    }

    @GetMapping("/inquiries/{id:[0-9a-f-]{36}}")
    JteModel inquiry(@PathVariable UUID id) {
        return templates.mobilityInquiry(crisis.inquiry(id), crisis.answers(id));
    }

    private JteModel page(
            Map<String, String> asked, Map<String, String> typed, Map<String, String> problems) {
        Crisis.Question question = question(asked);
        List<Crisis.Place> places = crisis.places(question);
        List<Crisis.Somebody> people = crisis.people(question, SHOWN);
        return templates.mobilityCrisis(
                new CrisisPage(
                        new Query("/crisis", back(asked)),
                        question,
                        places,
                        people,
                        SHOWN,
                        places.stream().mapToInt(Crisis.Place::now).sum(),
                        places.stream().mapToInt(Crisis.Place::later).sum(),
                        places.stream().mapToInt(Crisis.Place::silent).sum(),
                        unitNames(),
                        Words.choices(
                                "direction",
                                Stay.Direction.values(),
                                asked.getOrDefault("direction", "")),
                        !mails.configured(),
                        typed,
                        problems,
                        Dates.moment(OffsetDateTime.now(clock))));
    }

    private static Map<String, String> defaults() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : TEXTS) {
            Locale own = name.endsWith("Ja") ? Locale.JAPANESE : Locale.ENGLISH;
            typed.put(name, Messages.text(own, "mobility.crisis.ask.default." + name));
        }
        return typed;
    }

    private Crisis.Question question(Map<String, String> asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = day(asked.get("from"), today);
        LocalDate until = day(asked.get("until"), from.plusDays(DAYS));
        String country = asked.getOrDefault("country", "").strip();
        String city = asked.getOrDefault("city", "").strip();
        return new Crisis.Question(
                from,
                until.isBefore(from) ? from : until,
                country.isEmpty() ? null : country,
                city.isEmpty() ? null : city,
                Coded.find(Stay.Direction.class, asked.get("direction")).orElse(null));
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return otherwise;
        }
    }

    private Map<UUID, String> unitNames() {
        Map<UUID, String> names = new HashMap<>();
        new ArrayList<>(units.list()).forEach(unit -> names.put(unit.id(), t(unit.name())));
        return names;
    }
}
