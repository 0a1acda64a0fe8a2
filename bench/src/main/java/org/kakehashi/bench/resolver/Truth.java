package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Hints;

/// A labelled text: the organizations it names, none when the registry lacks them.
///
/// @param set where the label comes from
/// @param country stated beside the text, null when not
record Truth(String set, String text, Set<String> ids, @Nullable String country) {

    /// Reads a tab-separated file with a header that names at least `affiliation` and `ror_ids`.
    static List<Truth> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.getFirst().split("\t", -1));
        int set = header.indexOf("set");
        int text = header.indexOf("affiliation");
        int country = header.indexOf("country");
        int ids = header.indexOf("ror_ids");
        String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
        List<Truth> truths = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String stated = country < 0 || cells[country].isBlank() ? null : cells[country];
            String from = set < 0 ? name : cells[set];
            truths.add(new Truth(from, cells[text], ids(cells[ids]), stated));
        }
        return truths;
    }

    Hints hints() {
        return Hints.country(country);
    }

    static Set<String> ids(String written) {
        return Arrays.stream(written.split(";"))
                .map(id -> id.substring(id.lastIndexOf('/') + 1).strip())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
