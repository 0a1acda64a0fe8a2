package org.kakehashi.resolver.ror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.RegistryVersion;
import org.kakehashi.resolver.Status;

final class RorReleaseTests {

    private static final String FULL =
            """
            {"id":"https://ror.org/0aaaaaa01","status":"active","types":["education","novelty"],
             "names":[{"value":"星野台大学","types":["label"],"lang":"ja"},
                      {"value":"Hoshinodai {University}","types":["ror_display","label"],"lang":"en"},
                      {"value":"HU","types":["acronym"],"lang":null}],
             "locations":[{"geonames_id":42,"geonames_details":{"name":"Hoshinodai",
               "country_code":"JP","country_name":"Japan","country_subdivision_name":"Yukimi",
               "lat":38.2,"lng":140.8}}],
             "relationships":[{"type":"Parent","id":"https://ror.org/0aaaaaa09","label":"x"}],
             "links":[{"type":"website","value":"https://www.hoshinodai.example/en"}],
             "domains":["hoshinodai.example"],"established":1907,
             "external_ids":[{"type":"isni","all":["0000 0001"],"preferred":null}],
             "admin":{"created":{"date":"2018-11-14"},"last_modified":{"date":"2026-01-02"}},
             "future":{"field":[1,2]}}\
            """;
    private static final String BARE =
            """
            {"id":"0aaaaaa02","status":"withdrawn","names":[{"value":"Bare Institute"}]}\
            """;

    @TempDir Path folder;

    private final List<RorProblem> problems = new ArrayList<>();

    @Test
    void readsEverythingARecordHolds() throws IOException {
        RorRecord record = read(array("r.json", FULL)).getFirst();

        assertThat(record.id()).isEqualTo("0aaaaaa01");
        assertThat(record.displayName()).isEqualTo("Hoshinodai {University}");
        assertThat(record.locations().getFirst().geonamesId()).isEqualTo(42L);
        assertThat(record.locations().getFirst().latitude()).isEqualTo(38.2);
        assertThat(record.established()).isEqualTo(1907);
        assertThat(record.lastModified()).isEqualTo("2026-01-02");
        Entry entry = RorEntries.of(record);
        assertThat(entry.country()).isEqualTo("JP");
        assertThat(entry.places()).containsExactly("Hoshinodai", "Yukimi");
        assertThat(entry.parents()).containsExactly("0aaaaaa09");
        assertThat(entry.names())
                .extracting(Entry.Name::kind)
                .containsExactly(NameKind.LABEL, NameKind.DISPLAY, NameKind.ACRONYM);
        assertThat(problems).isEmpty();
    }

    @Test
    void absentOptionalPartsAreNoFault() throws IOException {
        RorRecord record = read(array("r.json", BARE)).getFirst();

        assertThat(record.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(record.locations()).isEmpty();
        assertThat(record.established()).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void readsEveryContainer() throws IOException {
        String lines = FULL.replaceAll("\\s*\n\\s*", "") + "\n" + BARE + "\n\n";
        Path jsonl = write("r.jsonl", lines.getBytes(StandardCharsets.UTF_8));
        Path gz = folder.resolve("r.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(("[" + FULL + "," + BARE + "]").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(array("r.json", FULL, BARE))).hasSize(2);
        assertThat(read(jsonl)).hasSize(2);
        assertThat(read(gz)).hasSize(2);
    }

    @Test
    void takesTheSecondSchemaOutOfEitherOfficialZip() throws IOException {
        Path older =
                zip(
                        "v1.60-2025-01-10-ror-data.zip",
                        Map.of(
                                "v1.60-2025-01-10-ror-data.json", "[{\"name\":\"first schema\"}]",
                                "v1.60-2025-01-10-ror-data.csv", "id,name",
                                "v1.60-2025-01-10-ror-data_schema_v2.json", "[" + BARE + "]"));
        Path newer = zip("release.zip", Map.of("v2.9-2026-06-23-ror-data.json", "[" + FULL + "]"));

        assertThat(read(older)).extracting(RorRecord::id).containsExactly("0aaaaaa02");
        assertThat(read(newer)).extracting(RorRecord::id).containsExactly("0aaaaaa01");
        assertThat(RorRelease.of(newer).version())
                .isEqualTo(new RegistryVersion("v2.9", LocalDate.of(2026, 6, 23)));
        assertThat(problems).isEmpty();
    }

    @Test
    void reportsBrokenRecordsAndGoesOn() throws IOException {
        Path file =
                array(
                        "r.json",
                        "{\"id\":\"https://ror.org/0aaaaaa03\",\"status\":\"active\"}",
                        "{\"id\":\"nonsense\",\"status\":\"active\"}",
                        "{\"id\":\"0aaaaaa04\",\"status\":\"odd\",\"names\":[{\"value\":\"X\"}]}",
                        "{\"id\":\"0aaaaaa05\" broken}",
                        "{\"id\":\"0aaaaaa06\",\"status\":\"active\",\"names\":[{\"value\":\"X\"}],"
                                + "\"locations\":7}",
                        BARE,
                        "{\"id\":\"0aaaaaa07\",\"sta");

        assertThat(read(file)).extracting(RorRecord::id).containsExactly("0aaaaaa02");
        assertThat(problems)
                .extracting(RorProblem::reason)
                .containsExactly(
                        RorProblem.Reason.NAME,
                        RorProblem.Reason.IDENTIFIER,
                        RorProblem.Reason.STATUS,
                        RorProblem.Reason.SYNTAX,
                        RorProblem.Reason.STRUCTURE,
                        RorProblem.Reason.TRUNCATED);
        assertThat(problems.getFirst().id()).isEqualTo("0aaaaaa03");
        assertThat(problems.get(3).record()).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNoRelease() throws IOException {
        Path noise = write("r.json", new byte[] {'h', 'e', 'l', 'l', 'o'});
        Path zip = zip("r.zip", Map.of("readme.txt", "nothing here"));

        assertThatThrownBy(() -> read(noise)).hasMessageContaining("NOT_JSON");
        assertThatThrownBy(() -> read(zip)).hasMessageContaining("NO_RELEASE_INSIDE");
    }

    @Test
    void stopsAtLimits() throws IOException {
        Path file = array("r.json", FULL, BARE);
        RorLimits small = new RorLimits(100, 1_000, 10);
        RorLimits shortRecords = new RorLimits(1_000_000, 200, 10);

        assertThatThrownBy(() -> read(RorRelease.of(file, small)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("TOO_LARGE");
        assertThat(read(RorRelease.of(file, shortRecords))).hasSize(1);
        assertThat(problems)
                .extracting(RorProblem::reason)
                .containsExactly(RorProblem.Reason.TOO_LARGE);
    }

    private List<RorRecord> read(Path file) throws IOException {
        return read(RorRelease.of(file));
    }

    private List<RorRecord> read(RorRelease release) throws IOException {
        try (RorReader reader = release.open(problems::add)) {
            List<RorRecord> records = reader.records().toList();
            // a zip's table of contents stays unread
            assertThat(reader.packedBytes())
                    .isBetween(release.packedBytes() / 2, release.packedBytes());
            return records;
        }
    }

    private Path array(String name, String... records) throws IOException {
        String json = "[\n" + String.join(",\n", records) + "\n]";
        return write(name, json.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
