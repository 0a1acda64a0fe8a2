package org.kakehashi.person.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.person.Duplicates;
import org.kakehashi.person.Keeping;
import org.kakehashi.person.People;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonSection;
import org.kakehashi.person.Sensitive;
import org.kakehashi.person.SubjectAccess;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finding people, and the page of one.
@Controller
@RequestMapping("/people")
class PersonController {
    private static final int SHOWN = 50;
    private static final int SUGGESTED = 12;

    private final People people;
    private final Duplicates duplicates;
    private final Keeping keeping;
    private final SubjectAccess subjects;
    private final ObjectProvider<PersonSection> sections;
    private final Units units;
    private final Clock clock;
    private final Templates templates;

    PersonController(
            People people,
            Duplicates duplicates,
            Keeping keeping,
            SubjectAccess subjects,
            ObjectProvider<PersonSection> sections,
            Units units,
            Clock clock,
            Templates templates) {
        this.people = people;
        this.duplicates = duplicates;
        this.keeping = keeping;
        this.subjects = subjects;
        this.sections = sections;
        this.units = units;
        this.clock = clock;
        this.templates = templates;
    }

    /// An entry of the picker's list.
    record Suggestion(String value, String label, String detail, @Nullable String lang) {}

    @GetMapping
    JteModel list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        int shown = Math.clamp(page, 1, 200);
        List<Person> found = people.search(q, (shown - 1) * SHOWN, SHOWN + 1);
        return templates.personList(
                found.stream().limit(SHOWN).toList(),
                q,
                shown,
                found.size() > SHOWN,
                people.mayCreate(),
                duplicates.mayMerge() ? duplicates.open() : -1,
                keeping.mayErase());
    }

    @GetMapping("/suggestions")
    ResponseEntity<List<Suggestion>> suggestions(@RequestParam(defaultValue = "") String q) {
        return ResponseEntity.ok(
                people.search(q, 0, SUGGESTED).stream()
                        .map(person ->
                                new Suggestion(
                                        person.id().toString(),
                                        PersonWords.label(person),
                                        person.number() + " · " + person.names().all(Text.locale()),
                                        null))
                        .toList());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return page(id, null, Map.of());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/sensitive")
    JteModel sensitive(@PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
        try {
            return page(id, people.sensitive(id, why), Map.of());
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            return page(id, null, Map.of("why", refused.key()));
        }
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/export")
    void export(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        List<SubjectAccess.Line> lines = subjects.about(id);
        ExportFile.send(
                new TableExport<>(
                        t("person.about"),
                        List.of(
                                column("person.about.place", SubjectAccess.Line::place),
                                column("person.about.name", SubjectAccess.Line::name),
                                column("person.about.value", SubjectAccess.Line::value)),
                        lines.stream(),
                        new ExportNote(
                                t("person.about"),
                                null,
                                Dates.day(LocalDate.now(clock)),
                                t(CurrentUser.get().name()),
                                Instant.now(clock),
                                Page.demonstration()),
                        Text.locale()),
                ExportFormat.of(format).orElse(ExportFormat.XLSX),
                response);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/erasure")
    @Nullable JteModel erase(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response)
            throws IOException {
        try {
            keeping.erase(id, reason);
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(422);
            return page(id, null, Map.of("reason", refused.key()));
        }
        response.sendRedirect("/people/" + id);
        return null;
    }

    private JteModel page(UUID id, @Nullable Sensitive sensitive, Map<String, String> problems) {
        Person person = people.get(id);
        UUID into = person.mergedInto();
        List<PersonPage.Section> parts = new ArrayList<>();
        sections.stream()
                .sorted(Comparator.comparingInt(PersonSection::order))
                .forEach(section ->
                        section.content(person)
                                .ifPresent(content ->
                                        parts.add(
                                                new PersonPage.Section(
                                                        "part-" + parts.size(),
                                                        t(section.title()),
                                                        content))));
        return templates.personShow(
                new PersonPage(
                        person,
                        person.units().stream()
                                .flatMap(unit -> units.find(unit).stream())
                                .map(unit -> t(unit.name()))
                                .toList(),
                        into == null ? null : people.get(into),
                        duplicates.of(id),
                        parts,
                        sensitive,
                        new PersonPage.Rights(
                                people.mayEdit(person),
                                people.maySeeSensitive() && !person.erased(),
                                duplicates.mayMerge(),
                                subjects.mayGive() && !person.erased(),
                                keeping.mayErase() && !person.erased()),
                        problems));
    }

    private static ExportColumn<SubjectAccess.Line> column(
            String key, Function<SubjectAccess.Line, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                30,
                value);
    }
}
