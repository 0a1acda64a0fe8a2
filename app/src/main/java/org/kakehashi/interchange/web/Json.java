package org.kakehashi.interchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kakehashi.interchange.Asked;
import org.kakehashi.interchange.Asked.Need;
import org.kakehashi.interchange.Asked.Wish;
import org.kakehashi.interchange.Extension.Column;
import org.kakehashi.interchange.Property;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what programs send: strict about structure, patient about what is not asked for.
final class Json {
    private Json() {}

    static JsonNode read(JsonMapper mapper, String text) {
        if (text.length() > Limits.BYTES) {
            throw Refused.tooLarge("interchange.refused.large", Map.of("bytes", Limits.BYTES));
        }
        try {
            JsonNode read = mapper.readTree(text);
            if (read == null || !read.isObject()) {
                throw Refused.malformed("interchange.refused.json", Map.of());
            }
            return read;
        } catch (JacksonException e) {
            throw Refused.malformed("interchange.refused.json", Map.of());
        }
    }

    static void batch(int questions) {
        if (questions > Limits.BATCH) {
            throw Refused.tooLarge("interchange.refused.batch", Map.of("most", Limits.BATCH));
        }
    }

    static Refused wrong(String where) {
        return Refused.malformed("interchange.refused.structure", Map.of("where", where));
    }

    /// Words of a value: a string, number or truth, or the name (else the id) of an organization
    /// reconciled before.
    static List<String> values(JsonNode value, Property property, String where) {
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> values.addAll(values(one, property, where)));
        } else if (value.isObject()) {
            boolean identity = property == Property.ROR || property.isScheme();
            JsonNode first = value.path(identity ? "id" : "name");
            JsonNode known = first.isString() ? first : value.path("id");
            if (!known.isString()) {
                throw wrong(where);
            }
            values.add(known.asString());
        } else if (value.isValueNode() && !value.isNull()) {
            values.add(value.asString());
        } else if (!value.isNull()) {
            throw wrong(where);
        }
        return values.stream().filter(one -> !one.isBlank()).toList();
    }

    static int limit(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Asked.USUAL_LIMIT;
        }
        if (!node.isNumber() || node.asDouble() < 1) {
            throw wrong("limit");
        }
        return (int) Math.min(Asked.MOST, node.asDouble());
    }

    static List<String> texts(JsonNode node, String where) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (node.isString()) {
            return List.of(node.asString());
        }
        if (!node.isArray()) {
            throw wrong(where);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : node) {
            if (one.isObject() && one.path("id").isString()) {
                texts.add(one.path("id").asString());
            } else if (one.isString()) {
                texts.add(one.asString());
            } else {
                throw wrong(where);
            }
        }
        return texts;
    }

    /// What a version of the protocol calls the same.
    record Words(String id, String value) {}

    /// A condition about a property; nothing for a property nobody here knows.
    static List<Wish> wish(JsonNode given, Words words, Need need, boolean all) {
        JsonNode id = given.path(words.id());
        if (!id.isString() || given.path(words.value()).isMissingNode()) {
            throw wrong(words.id() + ", " + words.value());
        }
        return Property.find(id.asString())
                .map(property ->
                        new Wish(
                                property,
                                values(given.path(words.value()), property, words.value()),
                                need,
                                all))
                .filter(wish -> !wish.values().isEmpty())
                .stream()
                .toList();
    }

    /// Columns of a data extension, those nobody here knows left out of the map.
    record Extend(List<String> ids, List<String> names, Map<String, Column> columns) {}

    static Extend extend(JsonNode given) {
        JsonNode ids = given.path("ids");
        JsonNode properties = given.path("properties");
        if (!ids.isArray() || !properties.isArray()) {
            throw wrong("ids, properties");
        }
        if (ids.size() > Limits.RECORDS || properties.size() > Limits.PROPERTIES) {
            throw Refused.tooLarge(
                    "interchange.refused.extend",
                    Map.of("records", Limits.RECORDS, "properties", Limits.PROPERTIES));
        }
        List<String> names = new ArrayList<>();
        Map<String, Column> columns = new java.util.LinkedHashMap<>();
        for (JsonNode property : properties) {
            if (!property.path("id").isString()) {
                throw wrong("properties.id");
            }
            String name = property.path("id").asString();
            names.add(name);
            Property.find(name)
                    .ifPresent(
                            known -> columns.put(name, column(known, property.path("settings"))));
        }
        return new Extend(texts(ids, "ids"), names, columns);
    }

    /// OpenRefine sends numbers as text.
    private static Column column(Property property, JsonNode settings) {
        String limit = settings.path("limit").asString("0").strip();
        return new Column(
                property,
                limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 0,
                settings.path("form").asString("name").equals("code"));
    }
}
