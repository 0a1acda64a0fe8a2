package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What the cells of one column look like, over the rows that hold data.
final class ColumnProfile {

    private static final int ROWS = 500;

    private final int column;
    private final String header;
    private final Map<Nature, Integer> natures = new EnumMap<>(Nature.class);
    private final List<String> texts = new ArrayList<>();
    private int rows;
    private boolean repeats;
    private boolean mergedDown;
    private boolean firstFilled;

    private ColumnProfile(int column, String header) {
        this.column = column;
        this.header = header;
    }

    static ColumnProfile of(Grid grid, int column, String header, List<Integer> dataRows) {
        var profile = new ColumnProfile(column, header);
        dataRows.stream().limit(ROWS).forEach(row -> profile.add(grid, row));
        return profile;
    }

    private void add(Grid grid, int row) {
        rows++;
        var text = grid.text(row, column).strip();
        var merge = grid.merge(row, column);
        mergedDown |= merge != null && merge.rows() > 1 && merge.columns() == 1;
        firstFilled |= rows == 1 && !text.isEmpty();
        if (text.isEmpty()) {
            return;
        }
        repeats |= !texts.isEmpty() && texts.getLast().equals(text);
        texts.add(text);
        for (var nature : Nature.values()) {
            if (grid.is(row, column, nature)) {
                natures.merge(nature, 1, Integer::sum);
            }
        }
    }

    int column() {
        return column;
    }

    String header() {
        return header;
    }

    int filled() {
        return texts.size();
    }

    int rows() {
        return rows;
    }

    List<String> texts() {
        return texts;
    }

    /// Share of the filled cells that look like this.
    double share(Nature nature) {
        return texts.isEmpty() ? 0 : natures.getOrDefault(nature, 0) / (double) texts.size();
    }

    /// Share of the filled cells that look like one of these.
    double shareOfTime() {
        return Math.min(1, share(Nature.DATE) + share(Nature.TIME_WORD) + share(Nature.NOTHING));
    }

    double fillRate() {
        return rows == 0 ? 0 : texts.size() / (double) rows;
    }

    /// 1, 2, 3 … with few gaps.
    boolean isOrdinal() {
        int steps = 0;
        for (int i = 1; i < texts.size(); i++) {
            var before = FigureText.firstNumber(texts.get(i - 1));
            var number = FigureText.firstNumber(texts.get(i));
            steps += before != null && number != null && number == before + 1 ? 1 : 0;
        }
        return texts.size() > 3 && share(Nature.COUNT) > 0.9 && steps >= (texts.size() - 1) * 0.8;
    }

    /// Empty cells mean the value above them: merged, or written only where the value changes.
    boolean isCarriedDown() {
        return mergedDown || firstFilled && texts.size() < rows && fillRate() < 0.95 && !repeats;
    }

    boolean isMergedDown() {
        return mergedDown;
    }

    double shareOfPercent() {
        long percents =
                texts.stream().filter(text -> text.endsWith("%") || text.endsWith("％")).count();
        return texts.isEmpty() ? 0 : percents / (double) texts.size();
    }

    double averageLength() {
        return texts.stream().mapToInt(String::length).average().orElse(0);
    }

    double distinctness() {
        return texts.isEmpty() ? 0 : new HashSet<>(texts).size() / (double) texts.size();
    }
}
