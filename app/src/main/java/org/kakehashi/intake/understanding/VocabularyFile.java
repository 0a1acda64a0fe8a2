package org.kakehashi.intake.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A file of words: a category, a tab, words divided by `|`; lines with `#` are comments.
final class VocabularyFile {

    private VocabularyFile() {}

    static Map<String, List<String>> read(String name) {
        var path = "/org/kakehashi/intake/vocabulary/" + name;
        var stream = Objects.requireNonNull(VocabularyFile.class.getResourceAsStream(path), path);
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var words = new LinkedHashMap<String, List<String>>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    words.put(
                            line.substring(0, tab), List.of(line.substring(tab + 1).split("\\|")));
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
