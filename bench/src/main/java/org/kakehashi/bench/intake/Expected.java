package org.kakehashi.bench.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The correct reading of a list, `NAME.expected.csv`.
record Expected(Kind kind, List<Line> lines) {

    enum Kind {
        PARTNERS,
        FIGURES,
        /// houses, alumni groups: not scored
        OTHER
    }

    static Expected read(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        var kind = Kind.OTHER;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                kind = kindOf(row.getHeader());
                if (kind != Kind.OTHER) {
                    Map<String, String> cells = new HashMap<>(row.getFieldsAsMap());
                    lines.add(
                            new Line(
                                    kind == Kind.PARTNERS ? partnerKey(cells) : figureKey(cells),
                                    cells));
                }
            }
        }
        return new Expected(kind, lines);
    }

    private static Kind kindOf(List<String> header) {
        if (header.contains("institution") && header.contains("record")) {
            return Kind.PARTNERS;
        }
        return header.contains("column") && header.contains("value") ? Kind.FIGURES : Kind.OTHER;
    }

    private static String partnerKey(Map<String, String> cells) {
        return cells.get("row") + "/" + cells.get("record");
    }

    static String figureKey(Map<String, String> cells) {
        return String.join(
                "/",
                cells.getOrDefault("row", ""),
                cells.getOrDefault("block", ""),
                fiscal(cells.getOrDefault("as_of", "")),
                cells.getOrDefault("country", ""),
                Same.tidy(cells.getOrDefault("column", "")));
    }

    /// `2013年度` and `FY2013` are the same fiscal year.
    private static String fiscal(String asOf) {
        return asOf.replaceFirst("^(\\d{4})年度$", "FY$1");
    }
}
