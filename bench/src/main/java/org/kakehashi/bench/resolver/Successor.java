package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.ror.RorReader;
import org.kakehashi.resolver.ror.RorRecord;
import org.kakehashi.resolver.ror.RorRelease;

/// Who continues whom, read from the release independently of the resolver.
///
/// @param ended organizations that are not active
public record Successor(Map<String, String> next, Set<String> ended) {

    public static Successor from(Path ror) throws IOException {
        Map<String, String> next = new HashMap<>();
        Set<String> ended = new HashSet<>();
        try (RorReader reader = RorRelease.of(ror).open(problem -> {})) {
            reader.records()
                    .filter(record -> record.status() != Status.ACTIVE)
                    .forEach(record -> {
                        ended.add(record.id());
                        put(next, record);
                    });
        }
        return new Successor(next, ended);
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

    /// The active organization that alone answers for `id` today, else `id` itself.
    public String current(String id) {
        String at = id;
        for (int i = 0; i < 10 && next.containsKey(at); i++) {
            at = next.get(at);
        }
        return ended.contains(at) ? id : at;
    }
}
