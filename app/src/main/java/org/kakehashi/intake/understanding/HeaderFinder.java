package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the header rows of a sheet: rows of known header words, rows of years above numbers, rows
/// of text directly above rows of numbers.
final class HeaderFinder {

    private static final List<Nature> TYPED = List.of(Nature.COUNTRY, Nature.DATE, Nature.COUNT);
    private static final int ENOUGH_MATCHES = 3;
    private static final int LONGEST_HEADER = 80;
    private static final int ROWS_AT_TOP = 60;
    private static final int ROWS_BELOW = 12;

    private final Grid grid;

    HeaderFinder(Grid grid) {
        this.grid = grid;
    }

    /// Header rows, neighbouring rows of one header together.
    List<List<Integer>> find() {
        var headers = new ArrayList<List<Integer>>();
        for (int row = 1; row <= grid.height(); row++) {
            if (!mayBeHeader(row, headers) || !isHeader(row)) {
                continue;
            }
            var rows = new ArrayList<>(List.of(row));
            if (isUpperLevel(row - 1, row)) {
                rows.addFirst(row - 1);
                headers.removeIf(before -> before.contains(rows.getFirst()));
            }
            while (isSecondLevel(row + 1, rows.getFirst())) {
                rows.add(++row);
            }
            headers.add(rows);
        }
        return headers.isEmpty() ? inUnknownWords() : headers;
    }

    private List<List<Integer>> inUnknownWords() {
        for (int row = 1; row <= Math.min(grid.height(), ROWS_AT_TOP); row++) {
            if (isAboveData(row, grid.filled(row))) {
                return List.of(List.of(row));
            }
        }
        return List.of();
    }

    /// Headers stand near the top, behind an empty row or title, or are repeated as they were.
    private boolean mayBeHeader(int row, List<List<Integer>> headers) {
        if (row <= ROWS_AT_TOP || grid.isBlank(row - 1) || grid.filled(row - 1).size() == 1) {
            return true;
        }
        return headers.stream()
                .anyMatch(header ->
                        grid.sheet().row(header.getFirst()).equals(grid.sheet().row(row)));
    }

    private boolean isHeader(int row) {
        var filled = grid.filled(row);
        if (filled.size() == 1) {
            return isSingleHeader(row, filled.getFirst());
        }
        return filled.size() > 1
                && (hasHeaderWords(row, filled)
                        || (hasAcross(row, filled, Nature.YEAR)
                                || hasAcross(row, filled, Nature.COUNTRY))
                        || isAboveNumbers(row, filled));
    }

    /// A header in words nobody told us: labels only, above columns that hold countries, dates or
    /// numbers in most of the next rows.
    private boolean isAboveData(int row, List<Integer> filled) {
        int typed = 0;
        for (int column : filled) {
            var below = natureBelow(row, column);
            if (!isLabel(row, column, below)) {
                return false;
            }
            typed += below.isPresent() ? 1 : 0;
        }
        return typed >= 2 || typed == 1 && filled.size() == 2;
    }

    /// Text that is not of the kind that stands below it; a foreign word may look like a country.
    private boolean isLabel(int row, int column, Optional<Nature> below) {
        return grid.text(row, column).length() < LONGEST_HEADER
                && !grid.is(row, column, Nature.NOTHING)
                && !grid.is(row, column, Nature.DATE)
                && !grid.is(row, column, Nature.COUNT)
                && below.filter(nature -> grid.is(row, column, nature)).isEmpty();
    }

    /// What most of the next rows hold in this column.
    private Optional<Nature> natureBelow(int row, int column) {
        var rows =
                IntStream.rangeClosed(row + 1, Math.min(grid.height(), row + ROWS_BELOW))
                        .filter(below -> grid.filled(below).size() > 1)
                        .toArray();
        return TYPED.stream()
                .filter(nature -> {
                    long typed =
                            IntStream.of(rows)
                                    .filter(below -> grid.is(below, column, nature))
                                    .count();
                    return rows.length >= 3 && typed * 5 >= rows.length * 3L;
                })
                .findFirst();
    }

    /// The header of a list of one column: its first row, and exactly a known word.
    private boolean isSingleHeader(int row, int column) {
        boolean first = true;
        for (int above = 1; above < row; above++) {
            first &= grid.isBlank(above);
        }
        var matches = HeaderWords.match(grid.text(row, column));
        return first
                && grid.width() == 1
                && !matches.isEmpty()
                && matches.getFirst().score() >= 0.9;
    }

    private boolean hasHeaderWords(int row, List<Integer> filled) {
        int matches = 0;
        int data = 0;
        for (int column : filled) {
            var text = grid.text(row, column);
            if (text.length() < LONGEST_HEADER && isHeaderCell(row, column)) {
                matches++;
            } else if (looksLikeData(row, column)) {
                data++;
            }
        }
        boolean many = matches >= ENOUGH_MATCHES || matches * 2 >= filled.size();
        return matches >= 2 && many && data * 3 <= filled.size();
    }

    /// Exactly a known header, or near one and no data; or a kind of agreement above marks.
    private boolean isHeaderCell(int row, int column) {
        var text = grid.text(row, column);
        var matches = HeaderWords.match(text);
        double score = matches.isEmpty() ? 0 : matches.getFirst().score();
        boolean data = grid.is(row, column, Nature.DATE) || grid.is(row, column, Nature.COUNTRY);
        if (score >= 0.9 && !data || score >= 0.6 && !looksLikeData(row, column)) {
            return true;
        }
        return Kinds.isIn(text) && marksBelow(row, column);
    }

    private boolean marksBelow(int row, int column) {
        for (int below = row + 1; below <= Math.min(grid.height(), row + ROWS_BELOW); below++) {
            if (grid.is(below, column, Nature.MARK)) {
                return true;
            }
        }
        return false;
    }

    private boolean looksLikeData(int row, int column) {
        return List.of(
                        Nature.COUNTRY,
                        Nature.COUNT,
                        Nature.DATE,
                        Nature.INSTITUTION,
                        Nature.COUNTRY_COUNTS)
                .stream()
                .anyMatch(nature -> grid.is(row, column, nature));
    }

    /// `, H27, H28, H29` or `部局名, 中国, 韓国, 米国`: years or countries side by side, above numbers.
    private boolean hasAcross(int row, List<Integer> filled, Nature nature) {
        var across = filled.stream().filter(column -> grid.is(row, column, nature)).toList();
        int next = nextFilled(row);
        return across.size() >= 2
                && across.size() >= filled.size() - 3
                && (counts(next, across) >= 2 || counts(nextFilled(next), across) >= 2);
    }

    private boolean isAboveNumbers(int row, List<Integer> filled) {
        for (int column : filled) {
            boolean label =
                    !looksLikeData(row, column) && !grid.is(row, column, Nature.REGION)
                            || HeaderWords.isHeader(grid.text(row, column));
            if (!label || grid.text(row, column).length() > LONGEST_HEADER) {
                return false;
            }
        }
        int next = nextFilled(row);
        return next > 0
                && next <= row + 2
                && counts(next, filled) >= 1
                && counts(next, grid.filled(next)) * 2 >= grid.filled(next).size() - 1
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
            boolean label =
                    !looksLikeData(row, column) || HeaderWords.isHeader(grid.text(row, column));
            if (!label || grid.is(row, column, Nature.REGION)) {
                return false;
            }
            below += isUnderWide(row - 1, column) ? 1 : 0;
        }
        return below == filled.size()
                || below > 0 && (hasPlainAbove(row, filled) || isRepeating(row, filled));
    }

    /// The upper row of a header of two levels, found by its lower row: wide cells above it, or
    /// fewer texts with gaps between them.
    private boolean isUpperLevel(int row, int lower) {
        var filled = grid.filled(row);
        if (filled.size() < 2
                || filled.stream()
                        .anyMatch(column ->
                                looksLikeData(row, column) && !isHeaderCell(row, column))) {
            return false;
        }
        boolean wide =
                filled.stream()
                        .map(column -> grid.merge(row, column))
                        .anyMatch(merge ->
                                merge != null
                                        && merge.columns() < grid.width()
                                        && (merge.columns() > 1 || merge.lastRow() == lower));
        boolean gaps =
                grid.sheet().merges().isEmpty()
                        && filled.size() < grid.filled(lower).size()
                        && filled.stream().allMatch(column -> grid.text(row, column).length() < 30);
        return wide
                || gaps
                        && grid.filled(lower).stream()
                                .anyMatch(column -> grid.cell(row, column).isEmpty());
    }

    private boolean isUnderWide(int above, int column) {
        var merge = grid.merge(above, column);
        return merge != null ? merge.columns() > 1 : grid.cell(above, column).isEmpty();
    }

    /// `Total, Women, Total, Women`: the same few texts again and again below years or countries.
    private boolean isRepeating(int row, List<Integer> filled) {
        long different =
                filled.stream().map(column -> grid.text(row, column).strip()).distinct().count();
        return grid.sheet().merges().isEmpty()
                && different > 1
                && different * 2 <= filled.size()
                && filled.size() % different == 0;
    }

    /// Without merged cells: the wide header stands above the first of its columns only.
    private boolean hasPlainAbove(int row, List<Integer> filled) {
        long headerWords =
                filled.stream()
                        .filter(column -> HeaderWords.isHeader(grid.text(row, column)))
                        .count();
        return grid.sheet().merges().isEmpty() && headerWords * 2 >= filled.size();
    }
}
