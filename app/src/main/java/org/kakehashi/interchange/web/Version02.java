package org.kakehashi.interchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Asked;
import org.kakehashi.interchange.Asked.Need;
import org.kakehashi.interchange.Asked.Strictness;
import org.kakehashi.interchange.Asked.Wish;
import org.kakehashi.interchange.Match;
import org.kakehashi.interchange.Property;
import org.kakehashi.interchange.Value;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.ui.Messages;
import tools.jackson.databind.JsonNode;

/// The shapes of the reconciliation protocol 0.2 (W3C Entity Reconciliation Community Group, final
/// report of 10 April 2023), which OpenRefine speaks.
final class Version02 {
    static final String VERSION = "0.2";

    /// Identifiers are ROR ids without the address before them.
    static final String IDENTIFIERS = "https://ror.org/";

    static final String SCHEMA = "https://ror.readme.io/docs/fields";
    private static final Json.Words WORDS = new Json.Words("pid", "v");

    private Version02() {}

    record Url(String url) {}

    record Service(
            @JsonProperty("service_url") String serviceUrl,
            @JsonProperty("service_path") String servicePath) {}

    record Suggest(
            @JsonProperty("service_url") String serviceUrl,
            @JsonProperty("service_path") String servicePath,
            @JsonProperty("flyout_service_path") String flyoutPath) {}

    record Suggests(Suggest entity, Suggest property, Suggest type) {}

    record Preview(String url, int width, int height) {}

    record Choice(String value, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setting(
            String name,
            String label,
            String type,
            @JsonProperty("default") Object usual,
            @JsonProperty("help_text") String help,
            @Nullable List<Choice> choices) {}

    record Extend(
            @JsonProperty("propose_properties") Service propose,
            @JsonProperty("property_settings") List<Setting> settings) {}

    record Manifest(
            List<String> versions,
            String name,
            String identifierSpace,
            String schemaSpace,
            String documentation,
            String logo,
            String serviceVersion,
            Url view,
            @JsonProperty("feature_view") Url featureView,
            List<Vocabulary.Type> defaultTypes,
            Preview preview,
            Suggests suggest,
            Extend extend,
            int batchSize) {}

    static Manifest manifest(Place place, Locale locale) {
        String root = place.service();
        return new Manifest(
                List.of(VERSION),
                place.name(),
                IDENTIFIERS,
                SCHEMA,
                place.guide(),
                place.logo(),
                place.version(),
                new Url(IDENTIFIERS + "{{id}}"),
                new Url(place.guide() + "#{{id}}"),
                List.of(Vocabulary.anything(locale), Vocabulary.type("education", locale)),
                new Preview(root + "/preview?id={{id}}", Place.WIDTH, Place.HEIGHT),
                new Suggests(
                        suggest(root, "entity"), suggest(root, "property"), suggest(root, "type")),
                new Extend(new Service(root, "/properties"), settings(locale)),
                Limits.BATCH);
    }

    private static Suggest suggest(String root, String what) {
        return new Suggest(root, "/suggest/" + what, "/flyout/" + what + "?id=${id}");
    }

    private static List<Setting> settings(Locale locale) {
        return List.of(
                new Setting(
                        "limit",
                        Messages.text(locale, "interchange.setting.limit"),
                        "number",
                        0,
                        Messages.text(locale, "interchange.setting.limit.text"),
                        null),
                new Setting(
                        "form",
                        Messages.text(locale, "interchange.setting.form"),
                        "select",
                        "name",
                        Messages.text(locale, "interchange.setting.form.text"),
                        List.of(
                                new Choice(
                                        "name",
                                        Messages.text(locale, "interchange.setting.form.name")),
                                new Choice(
                                        "code",
                                        Messages.text(locale, "interchange.setting.form.code")))));
    }

    /// The questions of a batch by their keys.
    static Map<String, Asked> questions(JsonNode batch) {
        Json.batch(batch.size());
        Map<String, Asked> questions = new LinkedHashMap<>();
        batch.properties()
                .forEach(entry -> questions.put(entry.getKey(), question(entry.getValue())));
        return questions;
    }

    private static Asked question(JsonNode given) {
        JsonNode text = given.path("query");
        JsonNode properties = given.path("properties");
        boolean asks = text.isString() || properties.isArray() && !properties.isEmpty();
        if (!given.isObject() || !asks || !properties.isArray() && !properties.isMissingNode()) {
            throw Json.wrong("query, properties");
        }
        List<Wish> wishes = new ArrayList<>();
        properties.forEach(one -> wishes.addAll(Json.wish(one, WORDS, Need.SHOULD, false)));
        return new Asked(
                text.asString(""),
                Json.texts(given.path("type"), "type"),
                strictness(given.path("type_strict")),
                Json.limit(given.path("limit")),
                wishes);
    }

    private static Strictness strictness(JsonNode given) {
        return switch (given.asString("any")) {
            case "any" -> Strictness.ANY;
            case "all" -> Strictness.ALL;
            case "should" -> Strictness.SHOULD;
            default -> throw Json.wrong("type_strict");
        };
    }

    record Feature(String id, Object value) {}

    record Candidate(
            String id,
            String name,
            String description,
            double score,
            boolean match,
            List<Named> type,
            List<Feature> features) {}

    record Named(String id, String name) {}

    record Result(List<Candidate> result) {}

    static Result result(List<Match> matches, Locale locale) {
        return new Result(matches.stream().map(match -> candidate(match, locale)).toList());
    }

    private static Candidate candidate(Match match, Locale locale) {
        return new Candidate(
                match.id(),
                Vocabulary.name(match.organization(), locale),
                Vocabulary.description(match.organization(), locale),
                match.score(),
                match.certain(),
                match.organization().types().stream()
                        .map(type -> new Named(type, Vocabulary.type(type, locale).name()))
                        .toList(),
                features(match).entrySet().stream()
                        .map(one -> new Feature(one.getKey(), one.getValue()))
                        .toList());
    }

    /// Each feature once: its similarity in percent where it has one, else that it holds.
    static Map<String, Object> features(Match match) {
        Map<String, Object> features = new LinkedHashMap<>();
        for (Evidence evidence : match.evidence()) {
            List<String> arguments = evidence.arguments();
            boolean percent = arguments.size() == 2 && arguments.get(1).matches("\\d{1,3}");
            features.putIfAbsent(
                    evidence.feature().name().toLowerCase(Locale.ROOT),
                    percent ? (Object) Integer.valueOf(arguments.get(1)) : Boolean.TRUE);
        }
        return features;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggestion(
            String id, String name, @Nullable String description, @Nullable List<Named> notable) {}

    record Suggestions(List<?> result) {}

    record Proposal(String type, int limit, List<Named> properties) {}

    record Flyout(String id, String html) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meta(String id, String name, @Nullable Named type) {}

    record Extended(List<Meta> meta, Map<String, Map<String, List<Map<String, Object>>>> rows) {}

    static Extended extended(
            Json.Extend asked, Map<String, List<List<Value>>> values, Locale locale) {
        List<String> known = List.copyOf(asked.columns().keySet());
        Map<String, Map<String, List<Map<String, Object>>>> rows = new LinkedHashMap<>();
        values.forEach((id, columns) -> {
            Map<String, List<Map<String, Object>>> row = new LinkedHashMap<>();
            for (String name : asked.names()) {
                int at = known.indexOf(name);
                row.put(
                        name,
                        at < 0
                                ? List.of()
                                : columns.get(at).stream().map(Version02::value).toList());
            }
            rows.put(id, row);
        });
        return new Extended(meta(asked, locale), rows);
    }

    private static List<Meta> meta(Json.Extend asked, Locale locale) {
        return asked.names().stream()
                .map(name -> {
                    var column = asked.columns().get(name);
                    if (column == null) {
                        return new Meta(name, name, null);
                    }
                    Property property = column.property();
                    Vocabulary.Type any = Vocabulary.anything(locale);
                    return new Meta(
                            name,
                            Messages.text(locale, property.label()),
                            property.isEntity() ? new Named(any.id(), any.name()) : null);
                })
                .toList();
    }

    static Map<String, Object> value(Value value) {
        return switch (value) {
            case Value.Words words -> Map.of("str", words.text());
            case Value.Whole whole -> Map.of("int", whole.number());
            case Value.Real real -> Map.of("float", real.number());
            case Value.Entity entity -> Map.of("id", entity.id(), "name", entity.name());
        };
    }
}
