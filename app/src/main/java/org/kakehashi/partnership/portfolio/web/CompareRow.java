package org.kakehashi.partnership.portfolio.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.partnership.portfolio.Amount;
import org.kakehashi.partnership.portfolio.Compared;
import org.kakehashi.ui.Text;

/// One line of the comparison: the same figure of every partner.
public record CompareRow(String label, List<Cell> cells) {
    /// @param text what stands there; null: unknown
    /// @param href where its records are
    /// @param atLeast some records have no number
    public record Cell(@Nullable Object text, @Nullable String href, boolean atLeast) {
        public String shown() {
            return text == null ? "" : text.toString();
        }

        /// In a file: a number stays a number, and what is unknown stays empty.
        public @Nullable Object file() {
            return text;
        }
    }

    private static final List<String> EXCHANGE =
            List.of(
                    "student.inbound",
                    "student.outbound",
                    "staff.inbound",
                    "staff.outbound",
                    "joint_paper",
                    "joint_degree",
                    "event",
                    "project");

    static List<CompareRow> of(List<Compared> all, Kinds kinds) {
        List<CompareRow> rows = new ArrayList<>();
        rows.add(
                row(
                        "partnership.portfolio.agreements",
                        all,
                        one ->
                                new Cell(
                                        one.figures().agreements(),
                                        "/agreements?partner="
                                                + one.figures().organization()
                                                + "&status=in_force&status=expiring",
                                        false)));
        rows.add(
                row(
                        "partnership.compare.university",
                        all,
                        one -> plain(one.figures().universityLevel())));
        rows.add(row("partnership.portfolio.breadth", all, one -> plain(one.figures().breadth())));
        rows.add(
                row(
                        "partnership.compare.kinds",
                        all,
                        one ->
                                plain(
                                        one.figures().kinds().stream()
                                                .map(kind -> kinds.name(kind).in(Text.locale()))
                                                .collect(Collectors.joining(", ")))));
        rows.add(
                row(
                        "partnership.compare.unit",
                        all,
                        one ->
                                plain(
                                        one.places().unit() == null
                                                ? null
                                                : t(
                                                        "agreement.quotaUnit."
                                                                + one.places().unit().code()))));
        rows.add(row("agreement.use.offeredIn", all, one -> plain(one.places().offeredIn())));
        rows.add(row("agreement.use.usedIn", all, one -> plain(one.places().usedIn())));
        rows.add(row("agreement.use.offeredOut", all, one -> plain(one.places().offeredOut())));
        rows.add(row("agreement.use.usedOut", all, one -> plain(one.places().usedOut())));
        rows.add(row("agreement.use.owed", all, one -> plain(one.places().owed())));
        for (String what : EXCHANGE) {
            rows.add(
                    row(
                            "partnership.exchange." + what,
                            all,
                            one -> amount(one.figures().of(what), null)));
        }
        rows.add(
                row(
                        "partnership.portfolio.ratio",
                        all,
                        one -> plain(rounded(one.figures().ratio()))));
        rows.add(
                row(
                        "partnership.compare.people",
                        all,
                        one -> amount(one.figures().people(), null)));
        rows.add(
                row(
                        "partnership.compare.before",
                        all,
                        one -> amount(one.figures().before(), null)));
        rows.add(
                row(
                        "partnership.portfolio.visits",
                        all,
                        one ->
                                amount(
                                        one.figures().visits(),
                                        one.figures().organization().toString())));
        return rows;
    }

    private static CompareRow row(String key, List<Compared> all, Function<Compared, Cell> cell) {
        return new CompareRow(t(key), all.stream().map(cell).toList());
    }

    private static Cell plain(@Nullable Object value) {
        return new Cell(value instanceof String text && text.isEmpty() ? null : value, null, false);
    }

    private static Cell amount(Amount amount, @Nullable String organization) {
        return new Cell(
                amount.value(),
                organization == null ? null : "/organizations/" + organization,
                amount.known() && amount.atLeast());
    }

    private static @Nullable BigDecimal rounded(@Nullable Double ratio) {
        return ratio == null ? null : BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP);
    }
}
