package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.resolver.ror.RorEntries;
import org.kakehashi.resolver.ror.RorReader;
import org.kakehashi.resolver.ror.RorRelease;

/// The example of the README, run, and compared with the README line by line.
final class ReadmeTests {

    @Test
    void theExampleWorks(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("v2.9-2026-06-23-ror-data.json");
        Files.writeString(
                file,
                """
                [{"id":"https://ror.org/0aaaaaa01","status":"active","names":[
                 {"value":"Hoshinodai University","types":["ror_display"],"lang":"en"},
                 {"value":"星野台大学","types":["label"],"lang":"ja"}],
                 "locations":[{"geonames_details":{"country_code":"JP"}}]}]\
                """);
        example(file);
    }

    private static void example(Path file) throws IOException {
        // example
        RorRelease release = RorRelease.of(file);
        try (RorReader reader = release.open(problem -> System.err.println(problem))) {
            Resolver resolver =
                    Resolver.build(release.version(), reader.records().map(RorEntries::of));

            Resolution answer = resolver.resolve("星野台大学大学院歯学研究科", Hints.country("JP"));
            assertThat(answer.decision()).isEqualTo(Decision.CERTAIN);
            assertThat(answer.candidates().getFirst().name()).isEqualTo("Hoshinodai University");
            assertThat(answer.rest()).isEqualTo("大学院歯学研究科");
        }
        // end
    }

    @Test
    void theReadmeShowsThisExample() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String source =
                Files.readString(Path.of("src/test/java/org/kakehashi/resolver/ReadmeTests.java"));
        String body = source.substring(source.indexOf("// example\n") + 11);
        List<String> lines = body.substring(0, body.indexOf("// end")).lines().toList();

        for (String line : lines) {
            assertThat(readme).contains(line.strip());
        }
    }
}
