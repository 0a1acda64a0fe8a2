package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.text.Tables;

/// How likely an organization is the one a name in a text means: the sum of small decision trees
/// over [Signal], as a probability. The trees are a text resource, trained by `bin/bench
/// resolver-train`.
final class Ranker {

    private static final String TABLE = "ranker.tsv";
    private static final int LEAF = -1;
    private static final Ranker SHIPPED = of(Tables.rows(TABLE));

    private final int[] signals;
    private final float[] limits;
    private final int[] yes;
    private final int[] no;
    private final float[] values;
    private final int[] roots;

    private Ranker(List<String[]> rows) {
        int size = rows.size();
        signals = new int[size];
        limits = new float[size];
        yes = new int[size];
        no = new int[size];
        values = new float[size];
        List<Integer> starts = new ArrayList<>();
        int root = 0;
        for (int i = 0; i < size; i++) {
            String[] row = rows.get(i);
            if (row[1].equals("0")) {
                root = i;
                starts.add(i);
            }
            boolean leaf = row[2].isEmpty();
            signals[i] = leaf ? LEAF : Signal.valueOf(row[2]).ordinal();
            limits[i] = leaf ? 0 : Float.parseFloat(row[3]);
            yes[i] = leaf ? 0 : root + Integer.parseInt(row[4]);
            no[i] = leaf ? 0 : root + Integer.parseInt(row[5]);
            values[i] = leaf ? Float.parseFloat(row[6]) : 0;
        }
        roots = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Reads rows of the columns tree, node, signal, limit, node if the signal is at most the
    /// limit, node if it is more, value; leaves have no signal.
    public static Ranker of(List<String[]> rows) {
        return new Ranker(rows);
    }

    static Ranker shipped() {
        return SHIPPED;
    }

    /// 0 to 1.
    public double probability(float[] observed) {
        double sum = 0;
        for (int root : roots) {
            int at = root;
            while (signals[at] != LEAF) {
                at = observed[signals[at]] <= limits[at] ? yes[at] : no[at];
            }
            sum += values[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
