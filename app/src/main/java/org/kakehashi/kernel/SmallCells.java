package org.kakehashi.kernel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.PriorityQueue;

/// Which cells of a table of persons are not shown outside, so that nobody is told from it (秘匿):
/// those from 1 to 4, and as many others as it takes that none of them can be worked out from the
/// cells and totals that are shown.
///
/// Totals are cells too: the table is seen with a row and a column more. A hidden cell can be
/// worked out by adding and subtracting exactly when it is on no closed way of hidden cells from
/// row to column to row; and where the hidden cells of a line add up to less than the limit, their
/// sum alone tells too much. Nought is shown: it is nobody.
public final class SmallCells {
    public static final long LIMIT = 5;

    private static final long DEAR = 1L << 40;

    private final long[][] cells;
    private final boolean[][] hidden;
    private final int rows;
    private final int columns;

    private SmallCells(long[][] cells) {
        this.cells = cells;
        rows = cells.length;
        columns = cells[0].length;
        hidden = new boolean[rows][columns];
    }

    /// What is hidden of a table of counts: the last row and the last column are the totals.
    public static boolean[][] hidden(long[][] counts) {
        if (counts.length == 0 || counts[0].length == 0) {
            return new boolean[1][1];
        }
        long[][] all = new long[counts.length + 1][];
        long[] sums = new long[counts[0].length + 1];
        for (int r = 0; r < counts.length; r++) {
            all[r] = Arrays.copyOf(counts[r], counts[r].length + 1);
            for (int c = 0; c < counts[r].length; c++) {
                if (counts[r][c] < 0) {
                    throw new IllegalArgumentException("a count is below zero: " + counts[r][c]);
                }
                all[r][counts[r].length] += counts[r][c];
                sums[c] += counts[r][c];
            }
            sums[counts[r].length] += all[r][counts[r].length];
        }
        all[counts.length] = sums;
        SmallCells table = new SmallCells(all);
        table.hide();
        return table.hidden;
    }

    /// What is hidden of a list of counts: the last is their total.
    public static boolean[] hidden(long[] counts) {
        long[] all = Arrays.copyOf(counts, counts.length + 1);
        all[counts.length] = Arrays.stream(counts).sum();
        boolean[] hidden = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            hidden[i] = small(all[i]);
        }
        while (!enough(all, hidden)) {
            int next = -1;
            for (int i = 0; i < all.length; i++) {
                if (!hidden[i] && all[i] > 0 && (next < 0 || all[i] < all[next])) {
                    next = i;
                }
            }
            if (next < 0) {
                break;
            }
            hidden[next] = true;
        }
        return hidden;
    }

    /// With the total hidden nothing can be subtracted from it.
    private static boolean enough(long[] all, boolean[] hidden) {
        int last = all.length - 1;
        int number = 0;
        long sum = 0;
        for (int i = 0; i < last; i++) {
            number += hidden[i] ? 1 : 0;
            sum += hidden[i] ? all[i] : 0;
        }
        return number == 0 && !hidden[last]
                || number > 0 && hidden[last]
                || number > 1 && sum >= LIMIT;
    }

    private static boolean small(long count) {
        return count > 0 && count < LIMIT;
    }

    private void hide() {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                hidden[r][c] = small(cells[r][c]);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    if (hidden[r][c] && !closed(r, c)) {
                        close(r, c);
                        changed = true;
                    }
                }
            }
            for (int line = 0; line < rows + columns; line++) {
                changed |= widen(line);
            }
        }
    }

    /// Does a way over other hidden cells lead from the row of the cell to its column?
    private boolean closed(int row, int column) {
        boolean[] seen = new boolean[rows + columns];
        Deque<Integer> open = new ArrayDeque<>();
        open.add(row);
        seen[row] = true;
        while (!open.isEmpty()) {
            int at = open.poll();
            for (int to = 0; to < rows + columns; to++) {
                if (!seen[to]
                        && across(at, to)
                        && !(at == row && to == rows + column)
                        && hidden(at, to)) {
                    seen[to] = true;
                    open.add(to);
                }
            }
        }
        return seen[rows + column];
    }

    /// Hides the cells of the way that takes least from the reader.
    private void close(int row, int column) {
        long[] cost = new long[rows + columns];
        int[] from = new int[rows + columns];
        Arrays.fill(cost, Long.MAX_VALUE);
        Arrays.fill(from, -1);
        cost[row] = 0;
        PriorityQueue<long[]> open =
                new PriorityQueue<>((one, other) -> Long.compare(one[0], other[0]));
        open.add(new long[] {0, row});
        while (!open.isEmpty()) {
            long[] next = open.poll();
            int at = (int) next[1];
            if (next[0] > cost[at]) {
                continue;
            }
            for (int to = 0; to < rows + columns; to++) {
                if (!across(at, to) || at == row && to == rows + column || value(at, to) == 0) {
                    continue;
                }
                long way = cost[at] + price(at, to);
                if (way < cost[to]) {
                    cost[to] = way;
                    from[to] = at;
                    open.add(new long[] {way, to});
                }
            }
        }
        for (int at = rows + column; from[at] >= 0; at = from[at]) {
            hidden[Math.min(at, from[at])][Math.max(at, from[at]) - rows] = true;
        }
    }

    /// Hides one cell more where those hidden of a line add up to too little; the total last.
    private boolean widen(int line) {
        int size = line < rows ? columns : rows;
        long sum = 0;
        int next = -1;
        boolean any = false;
        for (int i = 0; i < size; i++) {
            int r = line < rows ? line : i;
            int c = line < rows ? i : line - rows;
            boolean total = i == size - 1;
            if (hidden[r][c]) {
                if (total) {
                    return false;
                }
                any = true;
                sum += cells[r][c];
            } else if (cells[r][c] > 0 && (next < 0 || !total && cells[r][c] < at(line, next))) {
                next = i;
            }
        }
        if (!any || sum >= LIMIT || next < 0) {
            return false;
        }
        hidden[line < rows ? line : next][line < rows ? next : line - rows] = true;
        return true;
    }

    private long at(int line, int place) {
        return line < rows ? cells[line][place] : cells[place][line - rows];
    }

    private boolean across(int one, int other) {
        return one < rows != other < rows;
    }

    private boolean hidden(int one, int other) {
        return hidden[Math.min(one, other)][Math.max(one, other) - rows];
    }

    private long value(int one, int other) {
        return cells[Math.min(one, other)][Math.max(one, other) - rows];
    }

    /// Nothing for what is hidden already; totals are dear.
    private long price(int one, int other) {
        if (hidden(one, other)) {
            return 0;
        }
        boolean total =
                Math.min(one, other) == rows - 1 || Math.max(one, other) == rows + columns - 1;
        return 1 + value(one, other) + (total ? DEAR : 0);
    }
}
