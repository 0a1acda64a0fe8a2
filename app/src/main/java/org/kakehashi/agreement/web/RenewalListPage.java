package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Deadline;
import org.kakehashi.agreement.RenewalLine;
import org.kakehashi.ui.view.Tab;

/// The list of what ends or renews itself soon.
///
/// @param lines of this page
/// @param total of the tab
public record RenewalListPage(
        List<RenewalLine> lines,
        int total,
        int page,
        Tabs tab,
        Map<Tabs, Long> counts,
        int within,
        LocalDate today,
        NameSource names,
        Map<Deadline.Kind, String> steps,
        boolean mayConfigure,
        @Nullable String done,
        @Nullable String problem) {
    static final int SIZE = 100;

    /// What the list is narrowed to.
    public enum Tabs {
        /// Nobody has decided, and the period still runs.
        OPEN,
        /// It renews itself unless notice is given.
        AUTOMATIC,
        /// The period is over and nobody has decided.
        LAPSED,
        DECIDED;

        static Tabs of(@Nullable String code) {
            return Optional.ofNullable(code)
                    .flatMap(given ->
                            Arrays.stream(values())
                                    .filter(one -> one.code().equals(given))
                                    .findFirst())
                    .orElse(OPEN);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(RenewalLine line, LocalDate today) {
            return switch (this) {
                case OPEN -> !line.decided() && !line.automatic() && !line.over(today);
                case AUTOMATIC -> !line.decided() && line.automatic();
                case LAPSED -> !line.decided() && !line.automatic() && line.over(today);
                case DECIDED -> line.decided();
            };
        }
    }

    static RenewalListPage of(
            List<RenewalLine> all,
            Tabs tab,
            int within,
            LocalDate today,
            String page,
            NameSource names,
            Map<Deadline.Kind, String> steps,
            boolean mayConfigure,
            @Nullable String done,
            @Nullable String problem) {
        Map<Tabs, Long> counts =
                Arrays.stream(Tabs.values())
                        .collect(
                                Collectors.toMap(
                                        one -> one,
                                        one ->
                                                all.stream()
                                                        .filter(line -> one.holds(line, today))
                                                        .count()));
        List<RenewalLine> chosen = all.stream().filter(line -> tab.holds(line, today)).toList();
        int pages = Math.max(1, (chosen.size() + SIZE - 1) / SIZE);
        int number = page.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(page), 1, pages) : 1;
        int from = (number - 1) * SIZE;
        return new RenewalListPage(
                chosen.subList(from, Math.min(chosen.size(), from + SIZE)),
                chosen.size(),
                number,
                tab,
                counts,
                within,
                today,
                names,
                steps,
                mayConfigure,
                done,
                problem);
    }

    public List<Tab> tabs() {
        return Arrays.stream(Tabs.values())
                .map(one ->
                        new Tab(
                                t("agreement.renewal.tab." + one.code()),
                                href(one, 1),
                                one == tab,
                                counts.get(one)))
                .toList();
    }

    public String href(Tabs shown, int number) {
        return "/agreements/renewals?show=%s&within=%d&page=%d"
                .formatted(shown.code(), within, number);
    }

    public boolean more() {
        return page * SIZE < total;
    }

    public String unit(UUID id) {
        return names.unit(id);
    }

    public String href(RenewalLine line) {
        return "/agreements/"
                + line.agreement()
                + "/renewal"
                + (line.annex() == null ? "" : "?annex=" + line.annex());
    }

    /// Only whole agreements that end by themselves are renewed many at once.
    public boolean selectable() {
        return tab == Tabs.OPEN || tab == Tabs.LAPSED;
    }
}
