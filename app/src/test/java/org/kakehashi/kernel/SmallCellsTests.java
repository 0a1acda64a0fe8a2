package org.kakehashi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is hidden cannot be worked out from what is shown.
class SmallCellsTests {
    private static final long PRIME = 1_000_000_007L;

    @Test
    void aCellOfFourIsHiddenWithEnoughOthersAndNoughtIsShown() {
        boolean[][] hidden = SmallCells.hidden(new long[][] {{4, 30, 20}, {10, 0, 50}, {9, 60, 7}});
        assertThat(hidden[0][0]).isTrue();
        assertThat(hidden[1][1]).isFalse();
        assertThat(determined(new long[][] {{4, 30, 20}, {10, 0, 50}, {9, 60, 7}}, hidden))
                .isEmpty();
        assertThat(SmallCells.hidden(new long[][] {{5, 6}, {7, 8}}))
                .isDeepEqualTo(new boolean[3][3]);
    }

    @Test
    void aListHidesASecondValueOrItsTotal() {
        assertThat(SmallCells.hidden(new long[] {3, 40, 9, 12}))
                .containsExactly(true, false, true, false, false);
        assertThat(SmallCells.hidden(new long[] {1, 1, 50}))
                .containsExactly(true, true, true, false);
        assertThat(SmallCells.hidden(new long[] {3})).containsExactly(true, true);
        assertThat(SmallCells.hidden(new long[] {0, 0})).containsExactly(false, false, false);
        assertThat(SmallCells.hidden(new long[] {7, 8})).containsExactly(false, false, false);
    }

    @Test
    void inNoTableAHiddenCellCanBeWorkedOut() {
        long seed = 20_261_121;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int withHidden = 0;
        for (int n = 0; n < 3000; n++) {
            long[][] counts = new long[1 + random.nextInt(7)][1 + random.nextInt(7)];
            int most = 1 + random.nextInt(random.nextBoolean() ? 12 : 200);
            for (long[] row : counts) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
                }
            }
            boolean[][] hidden = SmallCells.hidden(counts);
            long[][] all = withTotals(counts);
            for (int r = 0; r < all.length; r++) {
                for (int c = 0; c < all[r].length; c++) {
                    if (all[r][c] > 0 && all[r][c] < SmallCells.LIMIT) {
                        assertThat(hidden[r][c]).as(Arrays.deepToString(all)).isTrue();
                    }
                }
            }
            assertThat(determined(counts, hidden))
                    .as(Arrays.deepToString(all) + " hidden " + Arrays.deepToString(hidden))
                    .isEmpty();
            withHidden += Arrays.deepToString(hidden).contains("true") ? 1 : 0;
        }
        assertThat(withHidden).isGreaterThan(1000);
    }

    private static long[][] withTotals(long[][] counts) {
        long[][] all = new long[counts.length + 1][counts[0].length + 1];
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[0].length; c++) {
                all[r][c] = counts[r][c];
                all[r][counts[0].length] += counts[r][c];
                all[counts.length][c] += counts[r][c];
                all[counts.length][counts[0].length] += counts[r][c];
            }
        }
        return all;
    }

    /// The hidden cells that the equations of rows and columns leave only one value for: another
    /// way than the one it was made by, Gaussian elimination modulo a prime.
    private static List<String> determined(long[][] counts, boolean[][] hidden) {
        int rows = hidden.length;
        int columns = hidden[0].length;
        List<int[]> unknown = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (hidden[r][c]) {
                    unknown.add(new int[] {r, c});
                }
            }
        }
        List<long[]> equations = new ArrayList<>();
        for (int line = 0; line < rows + columns; line++) {
            long[] equation = new long[unknown.size()];
            for (int i = 0; i < unknown.size(); i++) {
                int r = unknown.get(i)[0];
                int c = unknown.get(i)[1];
                if (line < rows && r == line) {
                    equation[i] = c == columns - 1 ? PRIME - 1 : 1;
                } else if (line >= rows && c == line - rows) {
                    equation[i] = r == rows - 1 ? PRIME - 1 : 1;
                }
            }
            equations.add(equation);
        }
        int rank = rank(equations, unknown.size());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < unknown.size(); i++) {
            List<long[]> more = new ArrayList<>(equations);
            long[] unit = new long[unknown.size()];
            unit[i] = 1;
            more.add(unit);
            if (rank(more, unknown.size()) == rank) {
                found.add(Arrays.toString(unknown.get(i)));
            }
        }
        return found;
    }

    private static int rank(List<long[]> given, int columns) {
        List<long[]> rows = new ArrayList<>(given.stream().map(long[]::clone).toList());
        int rank = 0;
        for (int c = 0; c < columns && rank < rows.size(); c++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[c] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            long[] row = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, row);
            long inverse = power(row[c], PRIME - 2);
            for (int other = rank + 1; other < rows.size(); other++) {
                long factor = rows.get(other)[c] * inverse % PRIME;
                for (int i = c; factor != 0 && i < columns; i++) {
                    long[] target = rows.get(other);
                    target[i] = (target[i] + (PRIME - factor) * row[i]) % PRIME;
                }
            }
            rank++;
        }
        return rank;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long factor = base % PRIME;
        for (long e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = result * factor % PRIME;
            }
            factor = factor * factor % PRIME;
        }
        return result;
    }
}
