package org.kakehashi.organization;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes releases in the shape of ROR's, with invented organizations only.
public final class InventedRegistry {
    private final List<String> records = new ArrayList<>();

    /// An organization in one line of JSON; names as `kind:language:value`.
    public InventedRegistry add(String id, String status, String country, String... names) {
        return related(id, status, country, "[]", names);
    }

    public InventedRegistry related(
            String id, String status, String country, String relationships, String... names) {
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            String[] parts = name.split(":", 3);
            String types =
                    parts[0].equals("display") ? "\"ror_display\",\"label\"" : quoted(parts[0]);
            list.append(list.isEmpty() ? "" : ",")
                    .append(
                            "{\"value\":"
                                    + quoted(parts[2])
                                    + ",\"types\":["
                                    + types
                                    + "],\"lang\":")
                    .append(parts[1].isEmpty() ? "null" : quoted(parts[1]))
                    .append('}');
        }
        records.add(
                """
                {"id":"https://ror.org/%s","status":"%s","types":["education"],"established":1950,
                 "names":[%s],"domains":["%s.example.edu"],"links":[{"type":"website","value":"https://www.%s.example.edu/"}],
                 "locations":[{"geonames_id":1,"geonames_details":{"name":"Somewhere","country_code":"%s","country_name":"x","lat":38.25,"lng":140.87}}],
                 "external_ids":[{"type":"isni","all":["0000 0000"],"preferred":null}],"relationships":%s,
                 "admin":{"created":{"date":"2020-01-01"},"last_modified":{"date":"2024-01-01"}},"of_tomorrow":{"unknown":[1]}}\
                """
                        .formatted(id, status, list, id, id, country, relationships)
                        .replace("\n", ""));
        return this;
    }

    public InventedRegistry broken(String json) {
        records.add(json);
        return this;
    }

    /// Many universities, numbered.
    public InventedRegistry many(int count) {
        for (int i = 0; i < count; i++) {
            String id = String.format(Locale.ROOT, "0m%05d00", i).substring(0, 9);
            add(id, "active", "FR", "display:en:University Number " + i);
        }
        return this;
    }

    public static String relation(String type, String id) {
        return "[{\"type\":\""
                + type
                + "\",\"id\":\"https://ror.org/"
                + id
                + "\",\"label\":\"x\"}]";
    }

    /// As the file name says: zip and json hold one array, jsonl and gz lines.
    public Path write(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        String array = "[" + String.join(",\n", records) + "]";
        try (OutputStream out = Files.newOutputStream(file)) {
            if (name.endsWith(".zip")) {
                ZipOutputStream zip = new ZipOutputStream(out);
                zip.putNextEntry(new ZipEntry(name.replace("-ror-data.zip", "-ror-data.json")));
                zip.write(array.getBytes(StandardCharsets.UTF_8));
                zip.finish();
            } else if (name.endsWith(".gz")) {
                GZIPOutputStream gzip = new GZIPOutputStream(out);
                gzip.write(String.join("\n", records).getBytes(StandardCharsets.UTF_8));
                gzip.finish();
            } else {
                out.write(array.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
