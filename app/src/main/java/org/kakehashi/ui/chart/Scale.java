package org.kakehashi.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// A linear axis from `low` to `high` with round ticks, laid on pixels.
record Scale(double low, double high, double step, double from, double to) {
    /// Covers the values and zero with about this many ticks.
    static Scale covering(double smallest, double largest, int ticks, double from, double to) {
        double low = Math.min(0, smallest);
        double high = Math.max(largest, low == 0 ? 1 : 0);
        double step = nice((high - low) / ticks);
        return new Scale(
                Math.floor(low / step) * step, Math.ceil(high / step) * step, step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    private static double nice(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double nice = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
        return nice * power;
    }
}
