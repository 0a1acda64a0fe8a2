package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.kernel.TextFolding;

/// Tables that stand side by side, as on printed pages: the header repeats itself to the right.
///
/// @param first first column of one of them
/// @param last its last column
record SideBySide(int first, int last) {

    private static final int FEWEST_COLUMNS = 2;

    /// The column ranges of the header; one range when nothing repeats.
    static List<SideBySide> of(Grid grid, List<Integer> headerRows) {
        var whole = List.of(new SideBySide(1, grid.width()));
        if (headerRows.isEmpty()) {
            return whole;
        }
        var names = new ArrayList<String>();
        for (int column = 1; column <= grid.width(); column++) {
            names.add(TextFolding.key(HeaderTexts.of(grid, headerRows, column)));
        }
        for (int size = FEWEST_COLUMNS; size <= names.size() / 2; size++) {
            if (repeats(names, size)) {
                return ranges(names.size(), size);
            }
        }
        return whole;
    }

    private static boolean repeats(List<String> names, int size) {
        boolean named =
                names.subList(0, size).stream().filter(name -> !name.isEmpty()).distinct().count()
                        >= FEWEST_COLUMNS;
        if (!named || names.size() % size != 0) {
            return false;
        }
        for (int i = size; i < names.size(); i++) {
            if (!names.get(i).equals(names.get(i - size))) {
                return false;
            }
        }
        return true;
    }

    private static List<SideBySide> ranges(int width, int size) {
        var ranges = new ArrayList<SideBySide>();
        for (int first = 1; first <= width; first += size) {
            ranges.add(new SideBySide(first, first + size - 1));
        }
        return ranges;
    }
}
