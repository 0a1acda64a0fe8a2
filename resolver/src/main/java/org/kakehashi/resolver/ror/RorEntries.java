package org.kakehashi.resolver.ror;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.NameKind;

/// Turns registry records into what the index wants.
public final class RorEntries {

    private RorEntries() {}

    public static Entry of(RorRecord record) {
        return new Entry(
                record.id(),
                record.status(),
                country(record),
                new HashSet<>(record.types()),
                record.names().stream().map(RorEntries::name).toList(),
                places(record),
                domains(record),
                related(record, "parent"),
                related(record, "successor").stream()
                        .map(id -> new Entry.Successor(id, null))
                        .toList());
    }

    private static String country(RorRecord record) {
        return record.locations().stream()
                .map(RorRecord.Location::countryCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Entry.Name name(RorRecord.Name name) {
        String language = name.language();
        return new Entry.Name(name.value(), kind(name.types()), language == null ? "" : language);
    }

    private static NameKind kind(List<String> types) {
        if (types.contains("ror_display")) {
            return NameKind.DISPLAY;
        }
        if (types.contains("label")) {
            return NameKind.LABEL;
        }
        return types.contains("acronym") ? NameKind.ACRONYM : NameKind.ALIAS;
    }

    private static List<String> places(RorRecord record) {
        Set<String> places = new LinkedHashSet<>();
        for (RorRecord.Location location : record.locations()) {
            Stream.of(location.name(), location.subdivisionName())
                    .filter(Objects::nonNull)
                    .forEach(places::add);
        }
        return List.copyOf(places);
    }

    private static List<String> domains(RorRecord record) {
        List<String> domains = new ArrayList<>(record.domains());
        for (RorRecord.Link link : record.links()) {
            if (link.type().equals("website")) {
                domains.add(link.value());
            }
        }
        return domains;
    }

    private static List<String> related(RorRecord record, String type) {
        return record.relationships().stream()
                .filter(relation -> relation.type().equals(type))
                .map(RorRecord.Relationship::id)
                .toList();
    }
}
