package org.kakehashi.kernel;

/// Number of slips (insert, leave out, replace, swap two neighbours) between two spellings.
final class EditDistance {

    private EditDistance() {}

    /// The distance, or `most + 1` when it is greater than `most`.
    static int between(String a, String b, int most) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                row[j] = cell(a, b, i, j, row, last, beforeLast);
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], most + 1);
    }

    private static int cell(
            String a, String b, int i, int j, int[] row, int[] last, int[] beforeLast) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
    }
}
