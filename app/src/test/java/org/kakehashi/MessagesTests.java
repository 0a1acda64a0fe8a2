package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both languages are complete, every message parses, every key that a template or class names
/// exists, and no template carries text of its own.
class MessagesTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern LITERAL_KEY =
            Pattern.compile("\\bt\\(\\s*\"([a-z][A-Za-z0-9_.-]*)\"\\s*[,)]");
    private static final Pattern JAPANESE =
            Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesAreComplete(String room) throws IOException {
        var ja = bundle(room, "ja");
        var en = bundle(room, "en");
        assertThat(missing(en, ja)).as("add to %s_ja.properties", room).isEmpty();
        assertThat(missing(ja, en)).as("add to %s_en.properties", room).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyMessageParsesWithTheSameArguments(String room) throws IOException {
        var ja = bundle(room, "ja");
        bundle(room, "en")
                .forEach((key, text) ->
                        assertThat(arguments(ja.getOrDefault(key, ""), Locale.JAPANESE))
                                .as("arguments of " + key)
                                .isEqualTo(arguments(text, Locale.ENGLISH)));
    }

    @Test
    void everyKeyThatIsNamedExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String room : rooms().toList()) {
            known.addAll(bundle(room, "ja").keySet());
        }
        List<String> unknown = new ArrayList<>();
        for (Path source : sources()) {
            var keys = LITERAL_KEY.matcher(Files.readString(source));
            while (keys.find()) {
                if (!known.contains(keys.group(1))) {
                    unknown.add(keys.group(1) + " (" + source + ")");
                }
            }
        }
        assertThat(unknown).as("named, but in no bundle").isEmpty();
    }

    @Test
    void templatesCarryNoTextOfTheirOwn() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                String text = Files.readString(template).replaceAll("(?s)<%--.*?--%>", "");
                if (JAPANESE.matcher(text).find()) {
                    found.add(template.toString());
                }
            }
        }
        assertThat(found).as("templates with Japanese text in them").isEmpty();
    }

    static Stream<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("_ja.properties"))
                    .map(name -> name.replace("_ja.properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> missing(TreeMap<String, String> from, TreeMap<String, String> in) {
        return from.entrySet().stream()
                .filter(entry -> !in.containsKey(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static Set<String> arguments(String text, Locale locale) {
        return new TreeSet<>(new MessageFormat(text, locale).getArgumentNames());
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : List.of(TEMPLATES, Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(path ->
                                path.toString().endsWith(".jte")
                                        || path.toString().endsWith(".java"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static TreeMap<String, String> bundle(String room, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(BUNDLES.resolve(room + "_" + language + ".properties"))) {
            texts.load(reader);
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        texts.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted;
    }
}
