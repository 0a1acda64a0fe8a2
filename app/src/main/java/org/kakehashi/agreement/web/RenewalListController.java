package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Deadline;
import org.kakehashi.agreement.RenewalLine;
import org.kakehashi.agreement.Renewals;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What ends or renews itself soon, with bulk renewal and the steps at which people are told.
@Controller
@RequestMapping("/agreements/renewals")
class RenewalListController {
    private static final int UNPROCESSABLE = 422;
    private static final int USUAL_MONTHS = 12;

    private final Renewals renewals;
    private final RenewalExport export;
    private final NameSource names;
    private final Clock clock;
    private final Templates templates;

    RenewalListController(
            Renewals renewals,
            RenewalExport export,
            NameSource names,
            Clock clock,
            Templates templates) {
        this.renewals = renewals;
        this.export = export;
        this.names = names;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        if (asked.containsKey("format")) {
            export.send(
                    chosen(asked),
                    ExportFormat.of(asked.get("format")).orElse(ExportFormat.XLSX),
                    response);
            return null;
        }
        return page(asked, null, null);
    }

    @PostMapping
    JteModel renewAll(
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) @Nullable List<UUID> chosen,
            HttpServletResponse response) {
        List<UUID> ids = chosen == null ? List.of() : chosen;
        String years = asked.getOrDefault("years", "");
        try {
            int renewed =
                    renewals.renewAll(
                            ids,
                            years.matches("\\d{1,2}") ? Integer.parseInt(years) : 0,
                            new Bilingual(asked.get("reasonJa"), asked.get("reasonEn")));
            return page(asked, t("agreement.renewal.done", "n", renewed), null);
        } catch (KakehashiException refused) {
            if (refused.kind() == KakehashiException.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return page(
                    asked, null, Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
    }

    @PostMapping("/steps")
    JteModel steps(@RequestParam Map<String, String> asked, HttpServletResponse response) {
        try {
            for (Deadline.Kind kind : Deadline.Kind.values()) {
                renewals.changeSteps(kind, months(asked.getOrDefault(kind.code(), "")));
            }
            return page(Map.of(), t("agreement.renewal.steps.saved"), null);
        } catch (KakehashiException refused) {
            if (refused.kind() == KakehashiException.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return page(asked, null, t(refused.key()));
        }
    }

    private static List<Integer> months(String typed) {
        List<Integer> months = new ArrayList<>();
        String digits = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC);
        for (String one : digits.split("[\\s,、・]+", -1)) {
            if (!one.isBlank()) {
                months.add(one.matches("\\d{1,3}") ? Integer.parseInt(one) : -1);
            }
        }
        return months;
    }

    private List<RenewalLine> chosen(Map<String, String> asked) {
        RenewalListPage.Tabs tab = RenewalListPage.Tabs.of(asked.get("show"));
        LocalDate today = LocalDate.now(clock);
        return renewals.lines(within(asked)).stream()
                .filter(line -> tab.holds(line, today))
                .toList();
    }

    private static int within(Map<String, String> asked) {
        String months = asked.getOrDefault("within", "");
        return months.matches("\\d{1,2}")
                ? Math.clamp(Integer.parseInt(months), 1, 60)
                : USUAL_MONTHS;
    }

    private JteModel page(
            Map<String, String> asked, @Nullable String done, @Nullable String problem) {
        LocalDate today = LocalDate.now(clock);
        int within = within(asked);
        List<RenewalLine> all = renewals.lines(within);
        RenewalListPage.Tabs tab = RenewalListPage.Tabs.of(asked.get("show"));
        Map<Deadline.Kind, String> steps = new java.util.EnumMap<>(Deadline.Kind.class);
        renewals.steps()
                .forEach((kind, months) ->
                        steps.put(
                                kind,
                                months.stream()
                                        .map(String::valueOf)
                                        .collect(java.util.stream.Collectors.joining(", "))));
        Arrays.stream(Deadline.Kind.values()).forEach(kind -> steps.putIfAbsent(kind, ""));
        return templates.agreementRenewals(
                RenewalListPage.of(
                        all,
                        tab,
                        within,
                        today,
                        asked.getOrDefault("page", "1"),
                        names,
                        steps,
                        renewals.mayConfigure(),
                        done,
                        problem));
    }
}
