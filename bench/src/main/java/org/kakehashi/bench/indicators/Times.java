package org.kakehashi.bench.indicators;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.kakehashi.bench.agreements.Processor;

/// How long something took again and again, and what processor time of this process and its
/// database (client, application and what else they did) for each.
record Times(double p50, double p95, double worst, double processor) {
    private static long database;

    /// The process of the database, which is not below this one.
    static void database(long process) {
        database = process;
    }

    static double used() throws IOException {
        return Processor.milliseconds(ProcessHandle.current().pid())
                + Processor.milliseconds(database);
    }

    /// What is measured; the number tells how often it was done before.
    interface Work {
        void run(int time) throws Exception;
    }

    static Times of(int times, Work work) throws Exception {
        double[] taken = new double[times];
        double before = used();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.run(i);
            taken[i] = (System.nanoTime() - begun) / 1e6;
        }
        double used = used() - before;
        return of(taken, used / times);
    }

    static Times of(double[] taken, double processor) {
        double[] sorted = taken.clone();
        Arrays.sort(sorted);
        return new Times(
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1],
                processor);
    }

    void print(String name, long records) {
        System.out.printf(
                Locale.ROOT,
                "indicators records=%d case=%s p50_ms=%.1f p95_ms=%.1f worst_ms=%.1f cpu_ms=%.1f%n",
                records,
                name,
                p50,
                p95,
                worst,
                processor);
    }
}
