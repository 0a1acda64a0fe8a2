package org.kakehashi.resolver.text;

import com.ibm.icu.util.VersionInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the vocabulary tables that lie beside the code: tab-separated, `#` starts a comment line.
public final class Tables {

    private static final String FOLDER = "/org/kakehashi/resolver/";

    /// Tables that say under which keys a name is found.
    private static final List<String> FOLDING =
            List.of(
                    "abbreviations.tsv",
                    "countries.tsv",
                    "entities.tsv",
                    "generic-east-asian.tsv",
                    "generic-words.tsv",
                    "han-forms.tsv",
                    "hanja.tsv",
                    "kana.tsv",
                    "later-names.tsv",
                    "legal-forms.tsv",
                    "small-words.tsv",
                    "sounds.tsv");

    private Tables() {}

    /// All rows of a table, split at tabs.
    public static List<String[]> rows(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("vocabulary table missing: " + name);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stands for everything folding and keys depend on: the tables and the version of ICU.
    public static int fingerprint() {
        long hash = Hash.add(Hash.START, VersionInfo.ICU_VERSION.toString());
        for (String table : FOLDING) {
            for (String[] row : rows(table)) {
                hash = Hash.add(hash, String.join("\t", row));
            }
        }
        return (int) (hash ^ hash >>> 32);
    }

    /// A table of two columns as a map.
    public static Map<String, String> pairs(String name) {
        Map<String, String> pairs = new HashMap<>();
        for (String[] row : rows(name)) {
            pairs.put(row[0], row[1]);
        }
        return Map.copyOf(pairs);
    }
}
