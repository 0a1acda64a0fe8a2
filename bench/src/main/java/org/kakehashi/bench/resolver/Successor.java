package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.ror.RorReader;
import org.kakehashi.resolver.ror.RorRecord;
import org.kakehashi.resolver.ror.RorRelease;

/// Who continues whom, read from the release independently of the resolver.
public record Successor(Map<String, String> next) {

    public static Successor from(Path ror) throws IOException {
        Map<String, String> next = new HashMap<>();
        try (RorReader reader = RorRelease.of(ror).open(problem -> {})) {
            reader.records()
                    .filter(record -> record.status() != Status.ACTIVE)
                    .forEach(record -> put(next, record));
        }
        return new Successor(next);
    }

    private static void put(Map<String, String> next, RorRecord record) {
        List<String> successors =
                record.relationships().stream()
                        .filter(relation -> relation.type().equals("successor"))
                        .map(RorRecord.Relationship::id)
                        .distinct()
                        .toList();
        if (successors.size() == 1) {
            next.put(record.id(), successors.getFirst());
        }
    }

    /// The identifier that answers for `id` today.
    public String current(String id) {
        String at = id;
        for (int i = 0; i < 10 && next.containsKey(at); i++) {
            at = next.get(at);
        }
        return at;
    }
}
