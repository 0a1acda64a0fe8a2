package org.kakehashi.bench.resolver;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;

/// Scores the institution columns of lists whose correct reading is known (`NAME.expected.csv`).
final class ListsScore {

    private final Resolver resolver;
    private final Successor successor;
    private final PrintWriter wrong;

    ListsScore(Resolver resolver, Successor successor, PrintWriter wrong) {
        this.resolver = resolver;
        this.successor = successor;
        this.wrong = wrong;
    }

    void measure(Path folder) throws IOException {
        Score cleaned = new Score(successor::current);
        Score written = new Score(successor::current);
        for (Path file : files(folder)) {
            Score list = new Score(successor::current);
            for (NamedCsvRecord row : rows(file)) {
                Truth truth = truth(row, file, "institution");
                Resolution answer = resolver.resolve(truth.text(), truth.hints());
                list.add(truth, answer);
                boolean right = cleaned.add(truth, answer);
                Report.write(wrong, truth, answer, right);
                Truth asWritten = truth(row, file, "institution_as_written");
                written.add(asWritten, resolver.resolve(asWritten.text(), asWritten.hints()));
            }
            list.print("list-" + file.getFileName().toString().replace(".expected.csv", ""));
        }
        cleaned.print("lists-institution");
        written.print("lists-as-written");
    }

    private static Truth truth(NamedCsvRecord row, Path file, String column) {
        String list = file.getFileName().toString();
        String country = row.getField("country");
        return new Truth(
                list,
                row.getField(column),
                Truth.ids(row.getField("ror")),
                country.isBlank() ? null : country);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".expected.csv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            reader.forEach(rows::add);
            boolean agreements = !rows.isEmpty() && rows.getFirst().getHeader().contains("ror");
            return agreements ? rows : List.of();
        }
    }
}
