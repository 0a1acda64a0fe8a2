package org.kakehashi.partnership.contact.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Contacts at partners: the list, lists in and out, one of them, and its end.
@Controller
@RequestMapping("/contacts")
public class ContactController {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 200;

    /// A contact in the list.
    public record Line(Contact contact, @Nullable OrganizationRef partner) {
        public String partnerName() {
            return partner == null ? "" : partner.label(Text.locale());
        }
    }

    /// What the list shows.
    public record Listed(
            List<Line> lines,
            int total,
            Contacts.Shown shown,
            String text,
            LocalDate today,
            boolean mayCreate,
            @Nullable String done,
            List<String> problems) {
        public String href(Contacts.Shown other) {
            return "/contacts?show=" + other.name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the page of one shows.
    public record One(
            Contact contact,
            OrganizationRef partner,
            @Nullable String unit,
            LocalDate today,
            boolean mayEdit) {}

    private final Contacts contacts;
    private final Organizations organizations;
    private final ContactFile file;
    private final Units units;
    private final Clock clock;
    private final Templates templates;

    ContactController(
            Contacts contacts,
            Organizations organizations,
            ContactFile file,
            Units units,
            Clock clock,
            Templates templates) {
        this.contacts = contacts;
        this.organizations = organizations;
        this.file = file;
        this.units = units;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(defaultValue = "valid") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Contacts.Shown shown = shown(show);
        if (format != null) {
            ExportFile.send(
                    ContactExport.of(lines(contacts.take(shown), q), LocalDate.now(clock), clock),
                    ExportFormat.of(format).orElse(ExportFormat.XLSX),
                    response);
            return null;
        }
        return page(shown, q, null, List.of());
    }

    /// The headings and nothing else, to be filled in.
    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        if (!contacts.mayCreate()) {
            throw KakehashiException.forbidden("partnership.contactEdit");
        }
        ExportFile.send(
                ContactExport.of(List.of(), LocalDate.now(clock), clock),
                ExportFormat.XLSX,
                response);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    JteModel read(@RequestParam("file") MultipartFile sent, HttpServletResponse response)
            throws IOException {
        if (!contacts.mayCreate()) {
            throw KakehashiException.forbidden("partnership.contactEdit");
        }
        String name = sent.getOriginalFilename();
        ContactFile.Read read = file.read(name == null ? "" : name, sent.getBytes());
        if (read.problems().isEmpty()) {
            int n = contacts.saveAll(read.contacts());
            return page(Contacts.Shown.VALID, "", t("partnership.contact.read", "n", n), List.of());
        }
        response.setStatus(UNPROCESSABLE);
        return page(Contacts.Shown.VALID, "", null, read.problems());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        Contact contact = contacts.open(id);
        UUID unit = contact.unit();
        return templates.partnershipContactShow(
                new One(
                        contact,
                        organizations.get(contact.organization()),
                        unit == null
                                ? null
                                : units.find(unit).map(one -> t(one.name())).orElse(null),
                        LocalDate.now(clock),
                        contacts.mayEdit(contact)));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/heard")
    String heard(@PathVariable UUID id) {
        contacts.heard(id);
        return "redirect:/contacts/" + id;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/erasure")
    String erase(@PathVariable UUID id) {
        contacts.erase(id);
        return "redirect:/contacts";
    }

    private JteModel page(
            Contacts.Shown shown, String text, @Nullable String done, List<String> problems) {
        List<Line> lines = lines(contacts.list(shown), text);
        return templates.partnershipContactList(
                new Listed(
                        lines.stream().limit(SHOWN).toList(),
                        lines.size(),
                        shown,
                        text,
                        LocalDate.now(clock),
                        contacts.mayCreate(),
                        done,
                        problems));
    }

    private List<Line> lines(List<Contact> all, String text) {
        Map<UUID, OrganizationRef> partners =
                organizations.find(all.stream().map(Contact::organization).distinct().toList());
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .map(one -> new Line(one, partners.get(one.organization())))
                .filter(line -> wanted.isEmpty() || words(line).contains(wanted))
                .sorted(Comparator.comparing(Line::partnerName))
                .toList();
    }

    private static String words(Line line) {
        Contact one = line.contact();
        return String.join(
                        " ",
                        String.valueOf(one.name().ja()),
                        String.valueOf(one.name().en()),
                        String.valueOf(one.reading()),
                        String.valueOf(one.faculty()),
                        line.partnerName())
                .toLowerCase(Locale.ROOT);
    }

    private static Contacts.Shown shown(String text) {
        return switch (text) {
            case "ended" -> Contacts.Shown.ENDED;
            case "silent" -> Contacts.Shown.SILENT;
            default -> Contacts.Shown.VALID;
        };
    }
}
