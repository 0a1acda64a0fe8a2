package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;

/// How often the resolver is right on labelled affiliation strings, and how fast.
public final class ResolverBenchmark implements Benchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "resolver";
    }

    @Override
    public String description() {
        return "precision and recall on labelled texts, speed, memory:"
                + " --ror FILE [--affiliations FILE.tsv]... [--lists DIR] [--wrong FILE]";
    }

    @Override
    public void run(List<String> arguments) throws IOException {
        Options options = Options.of(arguments);
        Loaded loaded = Loaded.from(Path.of(options.one("ror")));
        loaded.print();
        Successor successor = Successor.from(Path.of(options.one("ror")));
        try (PrintWriter wrong = options.writer("wrong")) {
            for (String file : options.all("affiliations")) {
                measure(loaded.resolver(), successor, Truth.read(Path.of(file)), wrong);
            }
            for (String folder : options.all("lists")) {
                new ListsScore(loaded.resolver(), successor, wrong).measure(Path.of(folder));
            }
        }
    }

    private static void measure(
            Resolver resolver, Successor successor, List<Truth> truths, PrintWriter wrong) {
        Map<String, Score> scores = new TreeMap<>();
        Score total = new Score(successor::current);
        long busy = 0;
        for (Truth truth : truths) {
            long start = THREADS.getCurrentThreadCpuTime();
            Resolution answer = resolver.resolve(truth.text(), truth.hints());
            busy += THREADS.getCurrentThreadCpuTime() - start;
            Score score = scores.computeIfAbsent(truth.set(), s -> new Score(successor::current));
            score.add(truth, answer);
            boolean right = total.add(truth, answer);
            Report.write(wrong, truth, answer, right);
        }
        scores.forEach((set, score) -> score.print(set));
        total.print("all");
        System.out.printf(
                "SPEED strings=%d per_cpu_s=%.0f%n", truths.size(), truths.size() * 1e9 / busy);
    }
}
