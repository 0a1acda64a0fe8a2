package org.kakehashi.bench.indicators;

import java.util.Arrays;
import java.util.Locale;

/// How long something took again and again.
record Times(double p50, double p95, double worst) {
    /// What is measured; the number tells how often it was done before.
    interface Work {
        void run(int time) throws Exception;
    }

    static Times of(int times, Work work) throws Exception {
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.run(i);
            taken[i] = (System.nanoTime() - begun) / 1e6;
        }
        return of(taken);
    }

    static Times of(double[] taken) {
        double[] sorted = taken.clone();
        Arrays.sort(sorted);
        return new Times(
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }

    void print(String name, long records) {
        System.out.printf(
                Locale.ROOT,
                "indicators records=%d case=%s p50_ms=%.1f p95_ms=%.1f worst_ms=%.1f%n",
                records,
                name,
                p50,
                p95,
                worst);
    }
}
