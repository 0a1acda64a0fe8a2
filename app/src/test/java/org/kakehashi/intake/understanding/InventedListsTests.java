package org.kakehashi.intake.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;

/// Whole lists with invented facts, in many layouts, languages and encodings, each with the reading
/// a careful person gives. `bin/bench intake --lists` takes the same folder.
class InventedListsTests {

    private static final String EXPECTED = ".expected.csv";

    static List<Path> lists() throws IOException, URISyntaxException {
        var folder =
                Objects.requireNonNull(
                        InventedListsTests.class.getResource("/org/kakehashi/intake/lists"));
        try (var files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isReadAsExpected(Path list) throws IOException {
        var name = list.getFileName().toString();
        var expected =
                Files.readAllLines(
                        list.resolveSibling(name.substring(0, name.lastIndexOf('.')) + EXPECTED));
        assertThat(read(list)).containsExactlyElementsOf(expected.subList(1, expected.size()));
    }

    private static List<String> read(Path list) {
        var understanding = new ListUnderstanding();
        var lines = new ArrayList<String>();
        for (var sheet : ListFiles.read(list, ReadingLimits.usual()).sheets()) {
            var interpretation = understanding.interpret(understanding.propose(sheet), sheet);
            interpretation.partners().forEach(partner -> lines.add(line(partner)));
            interpretation.figures().forEach(figure -> lines.add(line(figure)));
        }
        return lines;
    }

    private static String line(PartnerRecord record) {
        var renewal = record.term().automaticRenewal();
        return csv(
                record.row(),
                record.number(),
                record.name().institution(),
                String.join("|", record.name().partnerUnits()),
                String.join("|", record.homeUnits()),
                record.where().country(),
                record.level() == null ? "" : record.level().name().toLowerCase(Locale.ROOT),
                record.term().start().iso(),
                record.term().end().iso(),
                renewal == null ? "" : renewal ? "yes" : "no",
                record.quotaIn(),
                record.quotaOut());
    }

    private static String line(Figure figure) {
        return csv(
                figure.row(),
                figure.block(),
                (figure.fiscalYear() ? "FY" : "") + figure.asOf().iso(),
                figure.countryAsWritten(),
                figure.country(),
                figure.column(),
                figure.value(),
                figure.women());
    }

    private static String csv(@Nullable Object... values) {
        var fields = new ArrayList<String>();
        for (var value : values) {
            var text = value == null ? "" : value.toString();
            fields.add(text.contains(",") ? "\"" + text + "\"" : text);
        }
        return String.join(",", fields);
    }
}
