package org.kakehashi.bench.resolver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.match.Signal;

/// Boosted trees of small depth for a yes-or-no question, with weights of examples and effects that
/// may only go one way. Deterministic.
final class Boosting {

    private static final int BINS = 48;
    private static final double LEAST_WEIGHT = 8;
    private static final double SHRINKAGE = 2;
    private static final double LEAST_GAIN = 0.5;

    private final float[][] signals;
    private final boolean[] answers;
    private final float[] weights;
    private final int depth;
    private final double rate;
    private final int width;
    private final float[][] limits;
    private final byte[][] bins;
    private final double[] sums;
    private final double[] slopes;
    private final double[] bends;
    private final List<String> rows = new ArrayList<>();

    /// @param depth of a tree at most
    /// @param rate what part of the remaining error a tree takes on
    Boosting(float[][] signals, boolean[] answers, float[] weights, int depth, double rate) {
        this.depth = depth;
        this.rate = rate;
        this.signals = signals;
        this.answers = answers;
        this.weights = weights;
        this.width = Signal.values().length;
        this.limits = new float[width][];
        this.bins = new byte[width][signals.length];
        this.sums = new double[signals.length];
        this.slopes = new double[signals.length];
        this.bends = new double[signals.length];
        IntStream.range(0, width).parallel().forEach(this::cut);
    }

    /// Rows of the ranker's table.
    List<String> train(int trees) {
        for (int tree = 0; tree < trees; tree++) {
            for (int i = 0; i < sums.length; i++) {
                double p = 1 / (1 + Math.exp(-sums[i]));
                slopes[i] = weights[i] * ((answers[i] ? 1 : 0) - p);
                bends[i] = weights[i] * p * (1 - p);
            }
            int[] all = IntStream.range(0, sums.length).toArray();
            new Tree(tree).grow(all, 0, -9, 9);
        }
        return rows;
    }

    /// Limits between bins: each value of few, quantiles of many.
    private void cut(int signal) {
        float[] values = new float[signals.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = signals[i][signal];
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Float> found = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            float value = sorted[(int) ((long) bin * sorted.length / BINS)];
            if (value < sorted[sorted.length - 1] && (found.isEmpty() || found.getLast() < value)) {
                found.add(value);
            }
        }
        limits[signal] = new float[found.size()];
        for (int i = 0; i < found.size(); i++) {
            limits[signal][i] = found.get(i);
        }
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(limits[signal], values[i]);
            bins[signal][i] = (byte) (at >= 0 ? at : -at - 1);
        }
    }

    /// @param signal to ask, at most `bin` goes left
    private record Split(int signal, int bin, double gain, double left, double right) {}

    private final class Tree {
        private final int number;
        private int nodes;

        Tree(int number) {
            this.number = number;
        }

        /// @return number of the node
        int grow(int[] examples, int level, double least, double most) {
            int node = nodes++;
            Split split = level == depth ? null : best(examples, least, most);
            if (split == null) {
                leaf(node, examples, least, most);
                return node;
            }
            byte[] column = bins[split.signal()];
            int[] left = Arrays.stream(examples).filter(i -> column[i] <= split.bin()).toArray();
            int[] right = Arrays.stream(examples).filter(i -> column[i] > split.bin()).toArray();
            int row = rows.size();
            rows.add("");
            double middle = (split.left() + split.right()) / 2;
            int direction = Signal.values()[split.signal()].direction();
            int yes =
                    grow(
                            left,
                            level + 1,
                            direction < 0 ? middle : least,
                            direction > 0 ? middle : most);
            int no =
                    grow(
                            right,
                            level + 1,
                            direction > 0 ? middle : least,
                            direction < 0 ? middle : most);
            rows.set(
                    row,
                    String.join(
                            "\t",
                            Integer.toString(number),
                            Integer.toString(node),
                            Signal.values()[split.signal()].name(),
                            Float.toString(limits[split.signal()][split.bin()]),
                            Integer.toString(yes),
                            Integer.toString(no),
                            ""));
            return node;
        }

        private void leaf(int node, int[] examples, double least, double most) {
            double slope = 0;
            double bend = 0;
            for (int i : examples) {
                slope += slopes[i];
                bend += bends[i];
            }
            double value = rate * Math.clamp(value(slope, bend), least, most);
            for (int i : examples) {
                sums[i] += value;
            }
            rows.add(String.format(Locale.ROOT, "%d\t%d\t\t\t\t\t%.5f", number, node, value));
        }

        private @Nullable Split best(int[] examples, double least, double most) {
            return IntStream.range(0, width)
                    .parallel()
                    .mapToObj(signal -> best(signal, examples, least, most))
                    .reduce(null, (a, b) -> a == null || b != null && b.gain() > a.gain() ? b : a);
        }

        private @Nullable Split best(int signal, int[] examples, double least, double most) {
            int size = limits[signal].length + 1;
            double[] slope = new double[size];
            double[] bend = new double[size];
            byte[] column = bins[signal];
            double allSlope = 0;
            double allBend = 0;
            for (int i : examples) {
                slope[column[i]] += slopes[i];
                bend[column[i]] += bends[i];
                allSlope += slopes[i];
                allBend += bends[i];
            }
            Split best = null;
            double leftSlope = 0;
            double leftBend = 0;
            int direction = Signal.values()[signal].direction();
            for (int bin = 0; bin + 1 < size; bin++) {
                leftSlope += slope[bin];
                leftBend += bend[bin];
                double rightSlope = allSlope - leftSlope;
                double rightBend = allBend - leftBend;
                if (leftBend < LEAST_WEIGHT || rightBend < LEAST_WEIGHT) {
                    continue;
                }
                double left = Math.clamp(value(leftSlope, leftBend), least, most);
                double right = Math.clamp(value(rightSlope, rightBend), least, most);
                double gain =
                        gain(leftSlope, leftBend, left)
                                + gain(rightSlope, rightBend, right)
                                - gain(
                                        allSlope,
                                        allBend,
                                        Math.clamp(value(allSlope, allBend), least, most));
                boolean allowed = direction * (right - left) >= 0;
                if (allowed && gain > LEAST_GAIN && (best == null || gain > best.gain())) {
                    best = new Split(signal, bin, gain, left, right);
                }
            }
            return best;
        }
    }

    private static double value(double slope, double bend) {
        return slope / (bend + SHRINKAGE);
    }

    private static double gain(double slope, double bend, double value) {
        return slope * value - (bend + SHRINKAGE) * value * value / 2;
    }
}
