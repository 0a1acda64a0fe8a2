package org.kakehashi.bench.intake;

import java.util.Locale;

/// Counts of one list or of all.
final class Tally {

    int lists;
    int expected;
    int found;
    int extra;
    int cells;
    int cellsRight;
    int dates;
    int datesRight;
    int countries;
    int countriesRight;
    int levels;
    int levelsRight;
    int quotas;
    int quotasRight;
    int auto;
    int autoRight;
    int labelled;

    void add(Tally other) {
        lists += other.lists;
        expected += other.expected;
        found += other.found;
        extra += other.extra;
        cells += other.cells;
        cellsRight += other.cellsRight;
        dates += other.dates;
        datesRight += other.datesRight;
        countries += other.countries;
        countriesRight += other.countriesRight;
        levels += other.levels;
        levelsRight += other.levelsRight;
        quotas += other.quotas;
        quotasRight += other.quotasRight;
        auto += other.auto;
        autoRight += other.autoRight;
        labelled += other.labelled;
    }

    /// Machine-readable; a share of nothing is 1.
    String summary() {
        return String.format(
                Locale.ROOT,
                "rows_found=%.4f rows_extra=%d cells_right=%.4f dates_right=%.4f countries_right=%.4f"
                        + " inst_auto=%d inst_auto_right=%d inst_labelled=%d",
                share(found, expected),
                extra,
                share(cellsRight, cells),
                share(datesRight, dates),
                share(countriesRight, countries),
                auto,
                autoRight,
                labelled);
    }

    String details() {
        return String.format(
                Locale.ROOT,
                "records=%d levels_right=%.4f quotas_right=%.4f inst_wrong=%d inst_undecided=%d",
                expected,
                share(levelsRight, levels),
                share(quotasRight, quotas),
                auto - autoRight,
                Math.max(0, labelled - auto));
    }

    static double share(int part, int whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }
}
