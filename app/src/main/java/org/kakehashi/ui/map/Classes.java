package org.kakehashi.ui.map;

import java.util.ArrayList;
import java.util.List;

/// At most five classes of a figure. Bounds are whole numbers where all values are; few distinct
/// values make few classes.
record Classes(List<Double> upper, double lowest, boolean whole) {
    private static final int MOST = 5;

    static Classes of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        boolean whole = sorted.stream().allMatch(value -> value == Math.rint(value));
        List<Double> distinct = sorted.stream().distinct().toList();
        if (distinct.size() <= MOST) {
            return new Classes(distinct, distinct.isEmpty() ? 0 : distinct.getFirst(), whole);
        }
        return new Classes(geometric(distinct, whole), distinct.getFirst(), whole);
    }

    /// Steps by ratio: partners per country run from one to a hundred, and equal steps would paint
    /// all but two alike.
    private static List<Double> geometric(List<Double> distinct, boolean whole) {
        double low = Math.max(distinct.getFirst(), whole ? 1 : distinct.getLast() / 1000);
        double high = distinct.getLast();
        List<Double> upper = new ArrayList<>();
        for (int i = 1; i < MOST; i++) {
            double bound = low * Math.pow(high / low, (double) i / MOST);
            double rounded =
                    whole
                            ? Math.max(Math.round(bound), i == 1 ? 1 : upper.getLast() + 1)
                            : round(bound);
            upper.add(rounded);
        }
        upper.add(high);
        return upper.stream().distinct().filter(bound -> bound <= high).toList();
    }

    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Math.round(value / power) * power;
    }

    int size() {
        return upper.size();
    }

    int classOf(double value) {
        for (int i = 0; i < upper.size(); i++) {
            if (value <= upper.get(i)) {
                return i;
            }
        }
        return upper.size() - 1;
    }

    /// The colour of a class: always from the light end to the dark end, however few classes there
    /// are.
    int shade(int index, int shades) {
        return size() <= 1 ? shades - 2 : Math.round((float) index * (shades - 1) / (size() - 1));
    }

    double from(int index) {
        if (index == 0) {
            return lowest;
        }
        return whole ? upper.get(index - 1) + 1 : upper.get(index - 1);
    }
}
