package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.kernel.TextFolding;

/// The text of a column's header over all its rows, wide headers repeated, levels joined by `/`.
final class HeaderTexts {

    private HeaderTexts() {}

    static String of(Grid grid, List<Integer> headerRows, int column) {
        var levels = new ArrayList<String>();
        for (int row : headerRows) {
            var text = clean(textAt(grid, headerRows, row, column));
            if (!text.isEmpty() && (levels.isEmpty() || !levels.getLast().equals(text))) {
                levels.add(text);
            }
        }
        return String.join("/", levels);
    }

    private static String textAt(Grid grid, List<Integer> headerRows, int row, int column) {
        var text = grid.mergedText(row, column);
        boolean upper = row != headerRows.getLast();
        if (!text.isBlank() || !upper || !grid.sheet().merges().isEmpty()) {
            return text;
        }
        boolean lowerFilled = !grid.text(headerRows.getLast(), column).isBlank();
        for (int left = column - 1; left > 0 && lowerFilled; left--) {
            if (!grid.text(row, left).isBlank()) {
                return grid.text(headerRows.getLast(), left).isBlank() ? "" : grid.text(row, left);
            }
        }
        return text;
    }

    /// A line break inside a Japanese, Chinese or Korean word is no blank.
    static String clean(String text) {
        var joined = new StringBuilder();
        for (var line : text.strip().split("\\s*[\\r\\n]+\\s*")) {
            if (!joined.isEmpty() && !line.isEmpty()) {
                boolean cjk =
                        Words.isCjk(joined.codePointBefore(joined.length()))
                                && Words.isCjk(line.codePointAt(0));
                joined.append(cjk ? "" : " ");
            }
            joined.append(line);
        }
        return TextFolding.tidySpaces(joined.toString());
    }
}
