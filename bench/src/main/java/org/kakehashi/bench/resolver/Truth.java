package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Hints;

/// A labelled text: the organizations it names, none when the registry lacks them.
///
/// @param set where the label comes from
/// @param country stated beside the text, null when not
record Truth(String set, String text, Set<String> ids, @Nullable String country) {

    /// Reads a tab-separated file with a header that names at least `affiliation` and `ror_ids`, in
    /// any order. Without a column `set` the file's name stands for it; lines that end early have
    /// empty cells.
    static List<Truth> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = header(lines);
        int set = header.indexOf("set");
        int text = column(header, "affiliation", file);
        int ids = column(header, "ror_ids", file);
        int country = header.indexOf("country");
        String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
        List<Truth> truths = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                String[] cells = line.split("\t", -1);
                String from = cell(cells, set).strip().replaceAll("\\s+", "_");
                String stated = cell(cells, country).strip();
                truths.add(
                        new Truth(
                                from.isEmpty() ? name : from,
                                cell(cells, text),
                                ids(cell(cells, ids)),
                                stated.isEmpty() ? null : stated));
            }
        }
        return truths;
    }

    private static List<String> header(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        return Arrays.stream(first.split("\t", -1))
                .map(cell -> cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int column(List<String> header, String name, Path file) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no column " + name);
        }
        return at;
    }

    private static String cell(String[] cells, int at) {
        return at < 0 || at >= cells.length ? "" : cells[at];
    }

    Hints hints() {
        return Hints.country(country);
    }

    static Set<String> ids(String written) {
        return Arrays.stream(written.split("[;|\\s]+"))
                .map(id -> id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
