package org.kakehashi.organization.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef.Status;

/// Reads `demo-partners.tsv`, whose head explains its columns and source.
public final class DemoPartnerFile {
    private static final int COLUMNS = 13;

    /// One institution.
    ///
    /// @param successor ROR id, null for almost all
    /// @param domain of its website, `example.edu`
    public record Line(
            String rorId,
            Status status,
            @Nullable String successor,
            Bilingual name,
            String country,
            String city,
            double latitude,
            double longitude,
            String domain,
            List<String> types,
            @Nullable Integer established,
            List<Name> otherNames) {}

    /// @param language null when unknown
    /// @param kind as in the register of names
    public record Name(@Nullable String language, String kind, String value) {}

    private DemoPartnerFile() {}

    public static List<Line> read() {
        var file =
                Objects.requireNonNull(
                        DemoPartnerFile.class.getResourceAsStream(
                                "/org/kakehashi/organization/demo-partners.tsv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(DemoPartnerFile::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] cells = text.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("demo-partners.tsv: " + text);
        }
        return new Line(
                cells[0],
                Status.of(cells[1]),
                cells[2].isEmpty() ? null : cells[2],
                new Bilingual(cells[4], cells[3]),
                cells[5],
                cells[6],
                Double.parseDouble(cells[7]),
                Double.parseDouble(cells[8]),
                cells[9],
                Arrays.asList(cells[10].split(" ")),
                cells[11].isEmpty() ? null : Integer.valueOf(cells[11]),
                names(cells[12]));
    }

    private static List<Name> names(String cell) {
        List<Name> names = new ArrayList<>();
        for (String name : cell.isEmpty() ? new String[0] : cell.split(" \\| ")) {
            String[] parts = name.split(":", 3);
            names.add(new Name(parts[0].isEmpty() ? null : parts[0], parts[1], parts[2]));
        }
        return names;
    }
}
