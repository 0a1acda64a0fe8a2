package org.kakehashi.bench.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Compares what was read of one list with what should have been read. A date, country, level or
/// quota counts when it is expected or was read.
final class ListScore {

    private static final List<String> PARTNER_CELLS =
            List.of(
                    "institution",
                    "partner_unit",
                    "home_unit",
                    "country",
                    "level",
                    "start_date",
                    "end_date",
                    "auto_renew",
                    "quota_in",
                    "quota_out");
    private static final List<String> FIGURE_CELLS = List.of("value", "value_women");
    private static final Set<String> DATES = Set.of("start_date", "end_date");
    private static final Set<String> QUOTAS = Set.of("quota_in", "quota_out");

    private final Expected expected;
    private final Map<String, Line> actual = new HashMap<>();
    private final Set<String> rowCountries = new HashSet<>();
    private final UnaryOperator<String> successor;
    private final Consumer<String> wrong;
    private final Tally tally = new Tally();

    /// @param successor the identifier that answers for one today
    /// @param wrong takes a sentence about everything wrong
    ListScore(
            Expected expected,
            List<Line> lines,
            UnaryOperator<String> successor,
            Consumer<String> wrong) {
        this.expected = expected;
        this.successor = successor;
        this.wrong = wrong;
        for (var line : lines) {
            if (actual.putIfAbsent(line.key(), line) != null) {
                tally.extra++;
                wrong.accept("twice " + line.key());
            }
            rowCountries.add(line.cell("row") + "/" + line.cell("country"));
        }
    }

    Tally score() {
        tally.lists = 1;
        tally.expected = expected.lines().size();
        var matched = new HashSet<String>();
        for (var line : expected.lines()) {
            var read = actual.get(line.key());
            if (read == null) {
                wrong.accept(
                        "missing "
                                + line.key()
                                + " "
                                + line.cell("institution")
                                + line.cell("value"));
            } else {
                tally.found++;
                matched.add(line.key());
            }
            cells(line, read);
            if (expected.kind() == Expected.Kind.PARTNERS) {
                institution(line, read);
            } else if (!line.cell("country").isEmpty()) {
                tally.countries++;
                tally.countriesRight +=
                        rowCountries.contains(line.cell("row") + "/" + line.cell("country"))
                                ? 1
                                : 0;
            }
        }
        for (var key : actual.keySet()) {
            if (!matched.contains(key)) {
                tally.extra++;
                wrong.accept(
                        "extra "
                                + key
                                + " "
                                + actual.get(key).cell("institution")
                                + " "
                                + actual.get(key).cell("value"));
            }
        }
        return tally;
    }

    private void cells(Line line, @Nullable Line read) {
        for (var cell : expected.kind() == Expected.Kind.PARTNERS ? PARTNER_CELLS : FIGURE_CELLS) {
            var should = line.cell(cell);
            var is = read == null ? "" : read.cell(cell);
            boolean right = read != null && Same.text(should, is);
            count(cell, right, !should.isEmpty() || !is.isEmpty());
            if (read != null && !right) {
                wrong.accept(
                        "cell "
                                + line.key()
                                + " "
                                + cell
                                + " expected \""
                                + should
                                + "\" read \""
                                + is
                                + "\"");
            }
        }
    }

    private void count(String cell, boolean right, boolean counts) {
        tally.cells++;
        tally.cellsRight += right ? 1 : 0;
        if (!counts) {
            return;
        }
        int one = right ? 1 : 0;
        if (DATES.contains(cell)) {
            tally.dates++;
            tally.datesRight += one;
        } else if (cell.equals("country")) {
            tally.countries++;
            tally.countriesRight += one;
        } else if (cell.equals("level")) {
            tally.levels++;
            tally.levelsRight += one;
        } else if (QUOTAS.contains(cell)) {
            tally.quotas++;
            tally.quotasRight += one;
        }
    }

    private void institution(Line line, @Nullable Line read) {
        var label = line.cell("ror");
        tally.labelled += label.isEmpty() ? 0 : 1;
        var decided = read == null ? "" : read.cell("ror");
        if (decided.isEmpty()) {
            return;
        }
        tally.auto++;
        boolean right =
                !label.isEmpty()
                        && (decided.equals(label) || decided.equals(successor.apply(label)));
        tally.autoRight += right ? 1 : 0;
        if (!right) {
            wrong.accept(
                    "institution "
                            + line.key()
                            + " "
                            + line.cell("institution")
                            + " expected \""
                            + label
                            + "\" decided "
                            + decided);
        }
    }
}
