package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Use;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
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

/// Places offered, used and owed of all agreements, with what needs attention.
@Controller
@RequestMapping("/agreements/balance")
public class BalanceController {
    private static final int UNPROCESSABLE = 422;
    private static final int SIZE = 100;
    private static final BigDecimal UNEVEN = new BigDecimal("0.5");

    /// One line of the export: an agreement in a year.
    private record Row(Activities.Line line, Use.Year year) {}

    /// What the page shows.
    ///
    /// @param problems what is wrong with a file
    public record Shown(
            List<Activities.Line> lines,
            int total,
            int page,
            String warning,
            Map<String, Long> counts,
            boolean mayRecord,
            @Nullable String done,
            List<String> problems) {
        public boolean more() {
            return page * SIZE < total;
        }

        public String href(String shown, int number) {
            return "/agreements/balance?show=" + shown + "&page=" + number;
        }
    }

    private final Activities activities;
    private final Clock clock;
    private final Templates templates;

    BalanceController(Activities activities, Clock clock, Templates templates) {
        this.activities = activities;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        if (asked.containsKey("format")) {
            ExportFile.send(
                    export(chosen(activities.lines(), asked.getOrDefault("show", "all"))),
                    ExportFormat.of(asked.get("format")).orElse(ExportFormat.XLSX),
                    response);
            return null;
        }
        return page(asked, null, List.of());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    JteModel read(@RequestParam MultipartFile file, HttpServletResponse response)
            throws IOException {
        if (!activities.mayRecord()) {
            throw KakehashiException.forbidden("agreement.edit");
        }
        ActivityFile list = new ActivityFile(activities);
        String name = file.getOriginalFilename();
        list.read(name == null ? "" : name, file.getBytes());
        if (list.problems().isEmpty() && !list.read().isEmpty()) {
            int read = activities.recordAll(list.read());
            return page(Map.of(), t("agreement.use.read", "n", read), List.of());
        }
        response.setStatus(UNPROCESSABLE);
        List<String> problems = new ArrayList<>(list.problems());
        if (problems.isEmpty()) {
            problems.add(t("agreement.use.problem.empty"));
        }
        return page(Map.of(), null, problems);
    }

    static List<Activities.Line> chosen(List<Activities.Line> all, String warning) {
        return all.stream().filter(line -> holds(warning, line.use())).toList();
    }

    /// Over the places; very uneven; places that nobody used for three years; figures missing.
    static boolean holds(String warning, Use use) {
        List<Use.Year> recent = use.years().subList(use.years().size() - 3, use.years().size());
        BigDecimal balance = use.balance();
        return switch (warning) {
            case "exceeded" -> recent.stream().anyMatch(Use.Year::exceeded);
            case "uneven" -> balance != null && balance.compareTo(UNEVEN) < 0;
            case "unused" ->
                    recent.stream().allMatch(year -> none(year.usedIn()) && none(year.usedOut()));
            case "unknown" ->
                    recent.stream()
                            .anyMatch(year -> year.usedIn() == null || year.usedOut() == null);
            default -> true;
        };
    }

    private static boolean none(@Nullable BigDecimal used) {
        return used != null && used.signum() == 0;
    }

    private JteModel page(Map<String, String> asked, @Nullable String done, List<String> problems) {
        List<Activities.Line> all = activities.lines();
        String warning = asked.getOrDefault("show", "all");
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        for (String one : List.of("all", "exceeded", "uneven", "unused", "unknown")) {
            counts.put(one, all.stream().filter(line -> holds(one, line.use())).count());
        }
        if (!counts.containsKey(warning)) {
            warning = "all";
        }
        List<Activities.Line> chosen = chosen(all, warning);
        int pages = Math.max(1, (chosen.size() + SIZE - 1) / SIZE);
        String number = asked.getOrDefault("page", "1");
        int page = number.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(number), 1, pages) : 1;
        return templates.agreementBalance(
                new Shown(
                        chosen.subList((page - 1) * SIZE, Math.min(chosen.size(), page * SIZE)),
                        chosen.size(),
                        page,
                        warning,
                        counts,
                        activities.mayRecord(),
                        done,
                        problems));
    }

    private TableExport<Row> export(List<Activities.Line> lines) {
        return new TableExport<>(
                t("agreement.balance"),
                List.of(
                        column("agreement.number", row -> row.line().number()),
                        column("agreement.partnerJa", row -> row.line().partner().ja()),
                        column("agreement.partnerEn", row -> row.line().partner().en()),
                        column("agreement.use.column.year", row -> row.year().year()),
                        column(
                                "agreement.quotaUnit",
                                row -> Words.word("quotaUnit", row.line().use().unit())),
                        column("agreement.use.offeredIn", row -> row.year().offeredIn()),
                        column("agreement.use.usedIn", row -> row.year().usedIn()),
                        column("agreement.use.offeredOut", row -> row.year().offeredOut()),
                        column("agreement.use.usedOut", row -> row.year().usedOut()),
                        column("agreement.use.owed", row -> row.year().owed())),
                lines.stream()
                        .flatMap(line ->
                                line.use().years().stream().map(year -> new Row(line, year))),
                new ExportNote(
                        t("agreement.balance"),
                        null,
                        Words.date(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<Row> column(String key, Function<Row, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                16,
                value);
    }
}
