package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;

/// Finds the header rows of a sheet: rows of known header words, rows of years above numbers, rows of
/// text directly above rows of numbers.
final class HeaderFinder {

    private static final int ENOUGH_MATCHES = 3;
    private static final int LONGEST_HEADER = 80;

    private final Grid grid;

    HeaderFinder(Grid grid) {
        this.grid = grid;
    }

    /// Header rows, neighbouring rows of one header together.
    List<List<Integer>> find() {
        var headers = new ArrayList<List<Integer>>();
        for (int row = 1; row <= grid.height(); row++) {
            if (!isHeader(row)) {
                continue;
            }
            var rows = new ArrayList<>(List.of(row));
            while (isSecondLevel(row + 1, rows.getFirst())) {
                rows.add(++row);
            }
            headers.add(rows);
        }
        return headers;
    }

    private boolean isHeader(int row) {
        var filled = grid.filled(row);
        if (filled.size() == 1) {
            return isSingleHeader(row, filled.getFirst());
        }
        return filled.size() > 1 && (hasHeaderWords(row, filled) || hasPeriods(row, filled) || isAboveNumbers(row, filled));
    }

    /// The header of a list of one column: its first row, and exactly a known word.
    private boolean isSingleHeader(int row, int column) {
        boolean first = true;
        for (int above = 1; above < row; above++) {
            first &= grid.isBlank(above);
        }
        var matches = HeaderWords.match(grid.text(row, column));
        return first && grid.width() == 1 && !matches.isEmpty() && matches.getFirst().score() >= 0.9;
    }

    private boolean hasHeaderWords(int row, List<Integer> filled) {
        int matches = 0;
        int data = 0;
        for (int column : filled) {
            var text = grid.text(row, column);
            if (text.length() < LONGEST_HEADER && HeaderWords.isHeader(text)) {
                matches++;
            } else if (looksLikeData(row, column)) {
                data++;
            }
        }
        boolean many = matches >= ENOUGH_MATCHES || matches * 2 >= filled.size();
        return matches >= 2 && many && data * 3 <= filled.size();
    }

    private boolean looksLikeData(int row, int column) {
        return List.of(Nature.COUNTRY, Nature.COUNT, Nature.DATE, Nature.INSTITUTION, Nature.COUNTRY_COUNTS).stream()
                .anyMatch(nature -> grid.is(row, column, nature));
    }

    /// `, H27, H28, H29` or `国名, 2015年, 2016年`, above numbers.
    private boolean hasPeriods(int row, List<Integer> filled) {
        int periods = 0;
        for (int column : filled) {
            periods += grid.is(row, column, Nature.YEAR) ? 1 : 0;
        }
        return periods >= 2 && periods >= filled.size() - 2 && counts(nextFilled(row), filled) >= 2;
    }

    private boolean isAboveNumbers(int row, List<Integer> filled) {
        for (int column : filled) {
            boolean label = !looksLikeData(row, column) && !grid.is(row, column, Nature.REGION)
                    || HeaderWords.isHeader(grid.text(row, column));
            if (!label || grid.text(row, column).length() > LONGEST_HEADER) {
                return false;
            }
        }
        int next = nextFilled(row);
        return next > 0 && next <= row + 2 && counts(next, filled) >= 1 && counts(next, grid.filled(next)) * 2 >= grid.filled(next).size() - 1
                && (counts(next, filled) >= 2 || filled.size() == 2);
    }

    private int counts(int row, List<Integer> columns) {
        return (int) columns.stream().filter(column -> grid.is(row, column, Nature.COUNT)).count();
    }

    private int nextFilled(int row) {
        for (int next = row + 1; next <= Math.min(grid.height(), row + 3); next++) {
            if (!grid.isBlank(next)) {
                return next;
            }
        }
        return 0;
    }

    /// The lower row of a header of two levels: text only, standing where the upper row is empty or
    /// wide, with a single line of data no sign of its own.
    private boolean isSecondLevel(int row, int first) {
        var filled = grid.filled(row);
        if (filled.isEmpty() || row - first > 2 || filled.size() == 1 && grid.width() > 2) {
            return false;
        }
        int below = 0;
        for (int column : filled) {
            boolean label = !looksLikeData(row, column) || HeaderWords.isHeader(grid.text(row, column));
            if (!label || grid.is(row, column, Nature.REGION)) {
                return false;
            }
            below += isUnderWide(row - 1, column) ? 1 : 0;
        }
        return below == filled.size() || below > 0 && hasPlainAbove(row, filled);
    }

    private boolean isUnderWide(int above, int column) {
        var merge = grid.merge(above, column);
        return merge != null ? merge.columns() > 1 : grid.cell(above, column).isEmpty();
    }

    /// Without merged cells: the wide header stands above the first of its columns only.
    private boolean hasPlainAbove(int row, List<Integer> filled) {
        long headerWords = filled.stream().filter(column -> HeaderWords.isHeader(grid.text(row, column))).count();
        return grid.sheet().merges().isEmpty() && headerWords * 2 >= filled.size();
    }
}
