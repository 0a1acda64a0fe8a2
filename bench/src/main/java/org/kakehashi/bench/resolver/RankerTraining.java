package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.resolver.Resolver;
import org.kakehashi.resolver.match.Observation;

/// Trains the ranker on labelled affiliations and writes its table. One string in four, by a hash
/// of the text, is held back and only ever measured on.
///
/// Many sets label one organization of several named: a name beside the labelled one is then hardly
/// a counterexample and weighs little.
public final class RankerTraining implements Benchmark {

    private static final String TREES = "60";
    private static final String DEPTH = "4";
    private static final String RATE = "0.3";
    private static final float UNLABELLED = 0.15f;
    private static final float NOTHING_FOUND = 0.4f;

    @Override
    public String name() {
        return "resolver-train";
    }

    @Override
    public String description() {
        return "trains the ranker: --ror FILE --affiliations FILE.tsv [--weight SET=NUMBER]..."
                + " [--trees N] [--depth N] [--rate NUMBER] --out ranker.tsv";
    }

    @Override
    public void run(List<String> arguments) throws IOException {
        Options options = Options.of(arguments);
        Path ror = Path.of(options.one("ror"));
        Resolver resolver = Loaded.from(ror).resolver();
        Successor successor = Successor.from(ror);
        Map<String, Float> weights = new HashMap<>();
        for (String weight : options.all("weight")) {
            String[] parts = weight.split("=", 2);
            weights.put(parts[0], Float.parseFloat(parts[1]));
        }
        Examples examples = new Examples(successor, weights);
        for (String file : options.all("affiliations")) {
            List<Truth> truths =
                    Truth.read(Path.of(file)).stream().filter(t -> !HeldBack.is(t.text())).toList();
            List<List<Observation>> seen =
                    truths.parallelStream().map(t -> resolver.observe(t.text())).toList();
            for (int i = 0; i < truths.size(); i++) {
                examples.add(truths.get(i), seen.get(i));
            }
        }
        int depth = Integer.parseInt(options.one("depth", DEPTH));
        double rate = Double.parseDouble(options.one("rate", RATE));
        int trees = Integer.parseInt(options.one("trees", TREES));
        List<String> rows = examples.boosting(depth, rate).train(trees);
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Trees of the ranker; trained by bin/bench resolver-train. Columns: tree, node,"
                        + " signal, limit, node if at most, node if more, value.");
        lines.addAll(rows);
        Files.write(Path.of(options.one("out")), lines, StandardCharsets.UTF_8);
        System.out.printf("RANKER examples=%d rows=%d%n", examples.size(), rows.size());
    }

    private static final class Examples {
        private final Successor successor;
        private final Map<String, Float> weights;
        private final List<float[]> signals = new ArrayList<>();
        private final List<Boolean> answers = new ArrayList<>();
        private final List<Float> importance = new ArrayList<>();

        Examples(Successor successor, Map<String, Float> weights) {
            this.successor = successor;
            this.weights = weights;
        }

        void add(Truth truth, List<Observation> seen) {
            Set<String> wanted =
                    truth.ids().stream().map(successor::current).collect(Collectors.toSet());
            List<Observation> right =
                    seen.stream()
                            .filter(one -> wanted.contains(successor.current(one.id())))
                            .toList();
            float weight = weights.getOrDefault(truth.set(), 1f);
            weight *= right.isEmpty() && !wanted.isEmpty() ? NOTHING_FOUND : 1;
            for (Observation one : seen) {
                boolean answer = wanted.contains(successor.current(one.id()));
                boolean unlabelled =
                        !answer
                                && wanted.size() == 1
                                && !right.isEmpty()
                                && right.stream().noneMatch(one::overlaps);
                signals.add(one.signals());
                answers.add(answer);
                importance.add(unlabelled ? weight * UNLABELLED : weight);
            }
        }

        int size() {
            return signals.size();
        }

        Boosting boosting(int depth, double rate) {
            boolean[] yes = new boolean[size()];
            float[] heavy = new float[size()];
            for (int i = 0; i < yes.length; i++) {
                yes[i] = answers.get(i);
                heavy[i] = importance.get(i);
            }
            return new Boosting(signals.toArray(float[][]::new), yes, heavy, depth, rate);
        }
    }
}
