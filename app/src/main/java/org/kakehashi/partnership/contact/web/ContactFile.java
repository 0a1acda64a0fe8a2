package org.kakehashi.partnership.contact.web;

import static org.kakehashi.ui.Text.t;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.kakehashi.partnership.contact.Consent;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.resolver.Hints;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Reads contacts from a list with headings, Japanese or English, in any order. What a row states
/// of somebody already known at the partner (same mail or name) changes that contact. Everything is
/// read or nothing; each wrong row is named.
@Component
class ContactFile {
    private static final List<String> COLUMNS =
            List.of(
                    "partner",
                    "ror",
                    "faculty",
                    "nameJa",
                    "nameEn",
                    "reading",
                    "positionJa",
                    "positionEn",
                    "email",
                    "phone",
                    "languages",
                    "purpose",
                    "given",
                    "how",
                    "until",
                    "last",
                    "note");
    private static final int MOST_HEADINGS = 20;

    /// What a file states, and what is wrong with it.
    record Read(List<Contact> contacts, List<String> problems) {}

    private final Contacts contacts;
    private final Organizations organizations;
    private final Recognition recognition;

    ContactFile(Contacts contacts, Organizations organizations, Recognition recognition) {
        this.contacts = contacts;
        this.organizations = organizations;
        this.recognition = recognition;
    }

    Read read(String name, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("contacts", ".list");
        try {
            Files.write(file, bytes);
            FileReading reading = ListFiles.read(file, name, ReadingLimits.usual());
            if (reading.isRefused() || reading.sheets().isEmpty()) {
                return new Read(List.of(), List.of(t("partnership.contact.problem.file")));
            }
            return rows(reading.sheets().getFirst());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Read rows(Sheet sheet) {
        Map<String, Integer> columns = Map.of();
        int heading = -1;
        for (int i = 0; i < Math.min(sheet.rows().size(), MOST_HEADINGS); i++) {
            Map<String, Integer> found = columns(sheet.rows().get(i));
            if (headings(found)) {
                columns = found;
                heading = i; // the second row of headings, in the other language, too
            }
        }
        if (heading < 0) {
            return new Read(List.of(), List.of(t("partnership.contact.problem.headings")));
        }
        List<Contact> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = heading + 1; i < sheet.rows().size(); i++) {
            List<Cell> cells = sheet.rows().get(i);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                Row row = new Row(cells, columns, i + 1, new ArrayList<>());
                Contact contact = contact(row);
                if (row.problems().isEmpty() && contact != null) {
                    read.add(contact);
                } else {
                    row.problems()
                            .forEach(key ->
                                    problems.add(
                                            t(
                                                            "partnership.contact.problem.row",
                                                            "row",
                                                            row.number())
                                                    + " "
                                                    + t(key)));
                }
            }
        }
        if (read.isEmpty() && problems.isEmpty()) {
            problems.add(t("partnership.contact.problem.empty"));
        }
        return new Read(read, problems);
    }

    private static boolean headings(Map<String, Integer> found) {
        return (found.containsKey("partner") || found.containsKey("ror"))
                && (found.containsKey("nameJa") || found.containsKey("nameEn"))
                && found.containsKey("given");
    }

    private record Row(
            List<Cell> cells, Map<String, Integer> columns, int number, List<String> problems) {
        @Nullable String text(String column) {
            Integer at = columns.get(column);
            String text = at == null || at >= cells.size() ? "" : cells.get(at).text().strip();
            return text.isEmpty() ? null : text;
        }

        @Nullable LocalDate day(String column) {
            String text = text(column);
            LocalDate day = text == null ? null : Typed.read(text);
            if (text != null && day == null) {
                problems.add("partnership.problem.date");
            }
            return day;
        }
    }

    private static Map<String, Integer> columns(List<Cell> cells) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = folded(cells.get(i).text());
            for (String column : COLUMNS) {
                if (text.equals(folded(column))
                        || text.equals(heading(column, Locale.JAPANESE))
                        || text.equals(heading(column, Locale.ENGLISH))) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found;
    }

    private static String heading(String column, Locale locale) {
        return folded(Messages.text(locale, "partnership.contact." + column));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private @Nullable Contact contact(Row row) {
        OrganizationRef partner = partner(row);
        Consent consent =
                new Consent(
                        row.text("purpose"), row.day("given"), how(row), row.day("until"), null);
        Bilingual name = new Bilingual(row.text("nameJa"), row.text("nameEn"));
        LocalDate last = row.day("last");
        String mail = row.text("email");
        if (partner == null) {
            row.problems().add("partnership.contact.problem.partner");
        }
        if (name.parity() == Bilingual.Parity.NONE) {
            row.problems().add("partnership.contact.problem.name");
        }
        if (consent.given() == null || consent.how() == null || consent.purpose() == null) {
            row.problems().add("partnership.contact.problem.consent");
        } else if (consent.until() != null && consent.until().isBefore(consent.given())) {
            row.problems().add("partnership.contact.problem.until");
        }
        if (!ContactForm.mail(mail)) {
            row.problems().add("partnership.contact.problem.email");
        }
        if (partner == null || !row.problems().isEmpty()) {
            return null;
        }
        Contact stated =
                new Contact(
                        null,
                        partner.id(),
                        contacts.usualUnit(),
                        row.text("faculty"),
                        name,
                        row.text("reading"),
                        new Bilingual(row.text("positionJa"), row.text("positionEn")),
                        mail,
                        row.text("phone"),
                        ContactForm.languages(
                                Objects.requireNonNullElse(row.text("languages"), "")),
                        consent,
                        last,
                        row.text("note"),
                        0);
        Contact known = contacts.same(stated);
        if (known == null) {
            return stated;
        }
        if (!contacts.mayEdit(known)) {
            row.problems().add("partnership.contact.problem.others");
            return null;
        }
        return ContactForm.over(known, stated);
    }

    private @Nullable OrganizationRef partner(Row row) {
        String ror = row.text("ror");
        if (ror != null) {
            String id = ror.replaceFirst("^(https?://)?ror\\.org/", "");
            return organizations.findByRor(id).orElse(null);
        }
        String written = row.text("partner");
        return written == null
                ? null
                : recognition.resolve(written, Hints.none()).accepted().orElse(null);
    }

    private static Consent.@Nullable How how(Row row) {
        String text = row.text("how");
        for (Consent.How one : Consent.How.values()) {
            String key = "partnership.contact.how." + one.code();
            if (text != null
                    && (text.equalsIgnoreCase(one.code())
                            || text.equals(Messages.text(Locale.JAPANESE, key))
                            || text.equalsIgnoreCase(Messages.text(Locale.ENGLISH, key)))) {
                return one;
            }
        }
        return null;
    }
}
