package org.kakehashi.resolver.ror;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Understands one record. Unknown fields and absent optional parts are fine; what makes a record
/// useless (identifier, status, name) is not.
final class RorParser {

    private static final Pattern ID = Pattern.compile("(?:https?://ror\\.org/)?(0[a-z0-9]{8})");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private RorParser() {}

    static RorRecord parse(byte[] bytes, int size) throws BrokenRecord {
        JsonNode root = read(bytes, size);
        JsonNode admin = root.path("admin");
        return new RorRecord(
                id(root),
                status(root),
                kinds(root.path("types")),
                names(root.path("names")),
                list(root, "locations").map(RorParser::location).toList(),
                list(root, "relationships").flatMap(RorParser::relationship).toList(),
                list(root, "links").flatMap(RorParser::link).toList(),
                strings(root.path("domains")),
                list(root, "external_ids").flatMap(RorParser::externalId).toList(),
                integer(root.path("established")),
                text(admin.path("created").path("date")),
                text(admin.path("last_modified").path("date")));
    }

    /// The identifier of a record that is broken otherwise, if it can be read.
    static @Nullable String idOrNull(byte[] bytes, int size) {
        try {
            return id(read(bytes, size));
        } catch (BrokenRecord e) {
            return null;
        }
    }

    private static JsonNode read(byte[] bytes, int size) throws BrokenRecord {
        try {
            return JSON.readTree(bytes, 0, size);
        } catch (JacksonException e) {
            throw new BrokenRecord(RorProblem.Reason.SYNTAX, e.getOriginalMessage());
        }
    }

    private static String id(JsonNode root) throws BrokenRecord {
        String written = text(root.path("id"));
        var matcher = ID.matcher(written == null ? "" : written);
        if (!matcher.matches()) {
            throw new BrokenRecord(RorProblem.Reason.IDENTIFIER, "id: " + written);
        }
        return matcher.group(1);
    }

    private static Status status(JsonNode root) throws BrokenRecord {
        String written = text(root.path("status"));
        try {
            return Status.valueOf(written == null ? "" : written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord(RorProblem.Reason.STATUS, "status: " + written);
        }
    }

    private static List<Kind> kinds(JsonNode types) {
        List<Kind> kinds = new ArrayList<>();
        for (String type : strings(types)) {
            try {
                kinds.add(Kind.valueOf(type.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                kinds.add(Kind.OTHER);
            }
        }
        return kinds;
    }

    private static List<RorRecord.Name> names(JsonNode node) throws BrokenRecord {
        if (!node.isMissingNode() && !node.isArray()) {
            throw new BrokenRecord(RorProblem.Reason.STRUCTURE, "names");
        }
        List<RorRecord.Name> names = new ArrayList<>();
        for (JsonNode name : node) {
            String value = text(name.path("value"));
            if (value != null && !value.isBlank()) {
                names.add(
                        new RorRecord.Name(
                                value, strings(name.path("types")), text(name.path("lang"))));
            }
        }
        if (names.isEmpty()) {
            throw new BrokenRecord(RorProblem.Reason.NAME, "names");
        }
        return names;
    }

    private static RorRecord.Location location(JsonNode node) {
        JsonNode details = node.path("geonames_details");
        Double id = number(node.path("geonames_id"));
        return new RorRecord.Location(
                id == null ? null : id.longValue(),
                text(details.path("name")),
                text(details.path("country_code")),
                text(details.path("country_name")),
                text(details.path("country_subdivision_code")),
                text(details.path("country_subdivision_name")),
                number(details.path("lat")),
                number(details.path("lng")));
    }

    private static Stream<RorRecord.Relationship> relationship(JsonNode node) {
        String type = text(node.path("type"));
        String id = text(node.path("id"));
        var matcher = ID.matcher(id == null ? "" : id);
        return type == null || !matcher.matches()
                ? Stream.empty()
                : Stream.of(
                        new RorRecord.Relationship(
                                type.toLowerCase(Locale.ROOT),
                                matcher.group(1),
                                text(node.path("label"))));
    }

    private static Stream<RorRecord.Link> link(JsonNode node) {
        String type = text(node.path("type"));
        String value = text(node.path("value"));
        return value == null
                ? Stream.empty()
                : Stream.of(new RorRecord.Link(Optional.ofNullable(type).orElse(""), value));
    }

    private static Stream<RorRecord.ExternalId> externalId(JsonNode node) {
        String type = text(node.path("type"));
        List<String> all = strings(node.path("all"));
        return type == null
                ? Stream.empty()
                : Stream.of(new RorRecord.ExternalId(type, all, text(node.path("preferred"))));
    }

    private static Stream<JsonNode> list(JsonNode root, String field) throws BrokenRecord {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Stream.empty();
        }
        if (!node.isArray()) {
            throw new BrokenRecord(RorProblem.Reason.STRUCTURE, field);
        }
        return node.valueStream();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() ? Integer.valueOf((int) node.doubleValue()) : null;
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? Double.valueOf(node.doubleValue()) : null;
    }
}
