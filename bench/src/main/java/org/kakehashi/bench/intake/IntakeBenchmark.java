package org.kakehashi.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.resolver.Loaded;
import org.kakehashi.bench.resolver.Successor;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.intake.understanding.InstitutionRecogniser;
import org.kakehashi.intake.understanding.Interpretation;
import org.kakehashi.intake.understanding.ListUnderstanding;
import org.kakehashi.intake.understanding.ResolvedInstitutions;

/// Reads every list of a folder without a person's help and compares with `NAME.expected.csv`.
public final class IntakeBenchmark implements Benchmark {

    private static final String EXPECTED = ".expected.csv";

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String description() {
        return "how much of real lists is read right without a person:"
                + " --lists DIR [--ror FILE] [--only PART-OF-NAME] [--show wrong|layout]";
    }

    @Override
    public void run(List<String> arguments) throws IOException {
        var folder = Path.of(argument(arguments, "--lists"));
        var ror = argument(arguments, "--ror");
        InstitutionRecogniser recogniser = InstitutionRecogniser.NOBODY;
        UnaryOperator<String> successor = UnaryOperator.identity();
        if (!ror.isEmpty()) {
            recogniser = new ResolvedInstitutions(Loaded.from(Path.of(ror)).resolver());
            successor = Successor.from(Path.of(ror))::current;
        }
        var run =
                new Run(
                        new ListUnderstanding(recogniser),
                        successor,
                        argument(arguments, "--show"));
        var total = new Tally();
        for (var file : lists(folder, argument(arguments, "--only"))) {
            total.add(run.list(file));
        }
        System.out.println("DETAILS " + total.details());
        System.out.println("TOTAL lists=" + total.lists + " " + total.summary());
    }

    private static String argument(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
    }

    private static List<Path> lists(Path folder, String only) throws IOException {
        var lists = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                boolean list = !name.endsWith(EXPECTED) && Files.exists(expected(file));
                if (list && name.contains(only)) {
                    lists.add(file);
                }
            }
        }
        return lists;
    }

    private static Path expected(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + EXPECTED);
    }

    private record Run(
            ListUnderstanding understanding, UnaryOperator<String> successor, String show) {

        Tally list(Path file) throws IOException {
            var name = file.getFileName().toString();
            var expected = Expected.read(expected(file));
            if (expected.kind() == Expected.Kind.OTHER) {
                System.out.println("LIST name=" + name + " not_scored=true");
                return new Tally();
            }
            long start = System.nanoTime();
            var lines = new ArrayList<Line>();
            for (var sheet : ListFiles.read(file, ReadingLimits.usual()).sheets()) {
                var layout = understanding.propose(sheet);
                if (show.equals("layout")) {
                    layout.tables().forEach(table -> System.out.println("  " + table));
                }
                Interpretation interpretation = understanding.interpret(layout, sheet);
                lines.addAll(Actual.lines(interpretation));
            }
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            var tally = new ListScore(expected, lines, successor, this::wrong).score();
            System.out.println(
                    "LIST name="
                            + name
                            + " "
                            + tally.summary()
                            + " "
                            + tally.details()
                            + " ms="
                            + milliseconds);
            return tally;
        }

        private void wrong(String sentence) {
            if (show.equals("wrong")) {
                System.out.println("  " + sentence);
            }
        }
    }
}
