package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;

/// Precision and recall of certain decisions on labelled affiliations, set by set. `SET` lines
/// count an organization and the active one that alone continues it as the same, `STRICT` lines do
/// not.
public final class ResolveBenchmark implements Benchmark {

    private static final int CANDIDATES = 100;
    private static final int WARM_UP = 2_000;
    private static final int LONG = 60;

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public String description() {
        return "precision and recall of certain decisions, set by set:"
                + " --data FILE.tsv [--data FILE.tsv]... --ror FILE [--wrong FILE]";
    }

    @Override
    public void run(List<String> arguments) throws IOException {
        Options options = Options.of(arguments);
        Path ror = Path.of(options.one("ror"));
        Map<String, List<Truth>> sets = new LinkedHashMap<>();
        for (String file : options.all("data")) {
            for (Truth truth : Truth.read(Path.of(file))) {
                sets.computeIfAbsent(truth.set(), set -> new ArrayList<>()).add(truth);
            }
        }
        Loaded loaded = Loaded.from(ror);
        loaded.print();
        Saved.print(loaded.resolver());
        Successor successor = Successor.from(ror);
        try (var wrong = options.writer("wrong")) {
            new Run(loaded.resolver(), successor, wrong).measure(sets);
        }
    }

    private static final class Run {
        private final Resolver resolver;
        private final Successor successor;
        private final PrintWriter wrong;
        private final Quality allEqual;
        private final Quality allStrict = new Quality(UnaryOperator.identity());
        private int strings;
        private double seconds;

        Run(Resolver resolver, Successor successor, PrintWriter wrong) {
            this.resolver = resolver;
            this.successor = successor;
            this.wrong = wrong;
            this.allEqual = new Quality(successor::current);
        }

        void measure(Map<String, List<Truth>> sets) {
            sets.values().stream()
                    .flatMap(List::stream)
                    .limit(WARM_UP)
                    .forEach(truth -> resolver.resolve(truth.text(), truth.hints()));
            sets.forEach(this::measure);
            List<Truth> all = sets.values().stream().flatMap(List::stream).toList();
            printTimes("names", all.stream().filter(t -> !isLong(t)).limit(WARM_UP).toList());
            printTimes("affiliations", all.stream().filter(Run::isLong).limit(WARM_UP).toList());
            System.out.printf(
                    "MEMORY live_heap_mb=%d peak_heap_with_garbage_mb=%d processors=%d%n",
                    Loaded.heapInUse() >> 20,
                    peakHeap() >> 20,
                    Runtime.getRuntime().availableProcessors());
            double perSecond = seconds == 0 ? 0 : strings / seconds;
            System.out.println(allStrict.line("STRICT", "ALL", perSecond));
            System.out.println(allEqual.line("SET", "ALL", perSecond));
        }

        private void measure(String set, List<Truth> truths) {
            long start = System.nanoTime();
            List<Resolution> answers =
                    truths.parallelStream()
                            .map(truth -> resolver.resolve(truth.text(), truth.hints()))
                            .toList();
            double took = (System.nanoTime() - start) / 1e9;
            List<List<Candidate>> candidates =
                    truths.parallelStream()
                            .map(truth ->
                                    resolver.candidates(truth.text(), truth.hints(), CANDIDATES))
                            .toList();
            Quality equal = new Quality(successor::current);
            Quality strict = new Quality(UnaryOperator.identity());
            Score score = new Score(successor::current);
            for (int i = 0; i < truths.size(); i++) {
                for (Quality quality : List.of(equal, strict, allEqual, allStrict)) {
                    quality.add(truths.get(i), answers.get(i), candidates.get(i));
                }
                boolean right = score.add(truths.get(i), answers.get(i));
                Report.write(wrong, truths.get(i), answers.get(i), right);
            }
            strings += truths.size();
            seconds += took;
            System.out.println(strict.line("STRICT", set, truths.size() / took));
            System.out.println(equal.line("SET", set, truths.size() / took));
        }

        private static boolean isLong(Truth truth) {
            return truth.text().length() > LONG || truth.text().contains(",");
        }

        /// One text after another on one thread.
        private void printTimes(String kind, List<Truth> truths) {
            if (truths.isEmpty()) {
                return;
            }
            long[] times = new long[truths.size()];
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                resolver.resolve(truths.get(i).text(), truths.get(i).hints());
                times[i] = System.nanoTime() - start;
            }
            Arrays.sort(times);
            System.out.printf(
                    "TIME kind=%s n=%d p50_ms=%.3f p99_ms=%.3f max_ms=%.3f%n",
                    kind,
                    times.length,
                    times[times.length / 2] / 1e6,
                    times[(int) (times.length * 0.99)] / 1e6,
                    times[times.length - 1] / 1e6);
        }

        private static long peakHeap() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
        }
    }
}
