package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.mobility.Bringing;
import org.kakehashi.mobility.Stays;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Lists of people and stays read in, wholly or not at all.
@Controller
@RequestMapping("/stays/import")
class StayImportController {
    private static final int UNPROCESSABLE = 422;

    private final Bringing bringing;
    private final Stays stays;
    private final Agreements agreements;
    private final Units units;
    private final Access access;
    private final Clock clock;
    private final Templates templates;

    StayImportController(
            Bringing bringing,
            Stays stays,
            Agreements agreements,
            Units units,
            Access access,
            Clock clock,
            Templates templates) {
        this.bringing = bringing;
        this.stays = stays;
        this.agreements = agreements;
        this.units = units;
        this.access = access;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel empty() {
        access.require("mobility.edit");
        return templates.mobilityBring(null, false, List.of());
    }

    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        access.require("mobility.edit");
        ExportFile.send(
                new TableExport<String>(
                        t("mobility.import.template"),
                        StayFile.columns().stream()
                                .map(name ->
                                        Words.<String>column("import.column." + name, row -> ""))
                                .toList(),
                        Stream.empty(),
                        new ExportNote(
                                t("mobility.import.template"),
                                null,
                                Dates.day(LocalDate.now(clock)),
                                t(CurrentUser.get().name()),
                                Instant.now(clock),
                                Page.demonstration()),
                        Text.locale()),
                ExportFormat.XLSX,
                response);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    JteModel read(
            @RequestParam MultipartFile file,
            @RequestParam Map<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        access.require("mobility.edit");
        String name = file.getOriginalFilename();
        StayFile list =
                new StayFile(
                        text -> units.findByNameOrCode(text).map(Unit::id).orElse(null),
                        this::agreement,
                        LocalDate.now(clock));
        list.read(name == null ? "" : name, file.getBytes());
        List<String> problems = list.problems();
        if (problems.isEmpty()
                && list.read().stream().anyMatch(row -> !stays.mayEdit(row.content()))) {
            problems = List.of(t("mobility.import.problem.refused"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return templates.mobilityBring(null, false, problems);
        }
        boolean check = asked.containsKey("check");
        return templates.mobilityBring(
                check ? bringing.check(list.read()) : bringing.bring(list.read()),
                check,
                List.of());
    }

    private @Nullable UUID agreement(String number) {
        return agreements.findByNumber(number).map(Agreement::id).orElse(null);
    }
}
