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
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.Recognised;
import org.kakehashi.organization.Recognised.Reason;
import org.kakehashi.ui.Messages;
import tools.jackson.databind.JsonNode;

/// The shapes of the draft of the reconciliation protocol 1.0, as it stood in November 2025.
final class Version1 {
    static final String VERSION = "1.0-draft";
    private static final Json.Words WORDS = new Json.Words("propertyId", "propertyValue");

    private Version1() {}

    record Suggests(boolean entity, boolean property, boolean type) {}

    record Preview(int width, int height) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setting(
            String id,
            String name,
            String type,
            @JsonProperty("default") Object usual,
            String helpText,
            @Nullable List<Version02.Choice> choices) {
        static Setting of(Version02.Setting one) {
            return new Setting(
                    one.name(), one.label(), one.type(), one.usual(), one.help(), one.choices());
        }
    }

    record Extend(boolean proposeProperties, List<Setting> propertySettings) {}

    record Manifest(
            List<String> versions,
            String name,
            String lang,
            String dir,
            String documentation,
            String logo,
            String serviceVersion,
            Version02.Url view,
            Version02.Url featureView,
            List<Vocabulary.Type> defaultTypes,
            Preview preview,
            Suggests suggest,
            Extend extend,
            int batchSize,
            boolean standardizedScore) {}

    static Manifest manifest(Place place, Locale locale) {
        return new Manifest(
                List.of(VERSION),
                place.name(),
                locale.getLanguage(),
                "ltr",
                place.guide(),
                place.logo(),
                place.version(),
                new Version02.Url(Version02.IDENTIFIERS + "{id}"),
                new Version02.Url(place.guide() + "#{id}"),
                List.of(Vocabulary.anything(locale), Vocabulary.type("education", locale)),
                new Preview(Place.WIDTH, Place.HEIGHT),
                new Suggests(true, true, true),
                new Extend(
                        true,
                        Version02.manifest(place, locale).extend().settings().stream()
                                .map(Setting::of)
                                .toList()),
                Limits.BATCH,
                true);
    }

    static List<Asked> questions(JsonNode batch) {
        JsonNode queries = batch.path("queries");
        if (!queries.isArray()) {
            throw Json.wrong("queries");
        }
        Json.batch(queries.size());
        List<Asked> questions = new ArrayList<>();
        queries.forEach(one -> questions.add(question(one)));
        return questions;
    }

    private static Asked question(JsonNode given) {
        JsonNode conditions = given.path("conditions");
        if (!conditions.isArray() || conditions.isEmpty()) {
            throw Json.wrong("conditions");
        }
        String text = "";
        List<Wish> wishes = new ArrayList<>();
        for (JsonNode condition : conditions) {
            if (condition.has("matchQualifier")) { // the manifest lists none
                throw Refused.malformed("interchange.refused.qualifier", Map.of());
            }
            switch (condition.path("matchType").asString("")) {
                case "name" -> {
                    List<String> names = names(condition);
                    text = text.isEmpty() && !names.isEmpty() ? names.getFirst() : text;
                }
                case "id" -> wishes.add(new Wish(Property.ROR, names(condition), Need.MUST, false));
                case "property" ->
                        wishes.addAll(Json.wish(condition, WORDS, need(condition), all(condition)));
                default -> throw Json.wrong("conditions.matchType");
            }
        }
        return new Asked(
                text,
                given.path("type").isMissingNode()
                        ? List.of()
                        : Json.texts(given.path("type"), "type"),
                Strictness.ANY,
                Json.limit(given.path("limit")),
                wishes);
    }

    private static List<String> names(JsonNode condition) {
        JsonNode value = condition.path(WORDS.value());
        if (value.isMissingNode()) {
            throw Json.wrong("conditions.propertyValue");
        }
        boolean id = condition.path("matchType").asString("").equals("id");
        return Json.values(value, id ? Property.ROR : Property.NAME, "conditions.propertyValue");
    }

    private static Need need(JsonNode condition) {
        if (condition.path("matchQuantifier").asString("any").equals("none")) {
            return Need.MUST_NOT;
        }
        return condition.path("required").asBoolean(false) ? Need.MUST : Need.SHOULD;
    }

    private static boolean all(JsonNode condition) {
        return condition.path("matchQuantifier").asString("any").equals("all");
    }

    record Feature(String id, String name, String lang, Object value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(String id, String name, @Nullable String lang) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Candidate(
            String id,
            String name,
            @Nullable String lang,
            String description,
            double score,
            boolean match,
            List<Named> type,
            List<Feature> features) {}

    record Candidates(List<Candidate> candidates) {}

    record Results(List<Candidates> results) {}

    static Results results(List<List<Match>> answers, Locale locale) {
        return new Results(
                answers.stream()
                        .map(matches ->
                                new Candidates(
                                        matches.stream()
                                                .map(match -> candidate(match, locale))
                                                .toList()))
                        .toList());
    }

    private static Candidate candidate(Match match, Locale locale) {
        Organization organization = match.organization();
        return new Candidate(
                match.id(),
                Vocabulary.name(organization, locale),
                Vocabulary.language(organization, locale),
                Vocabulary.description(organization, locale),
                match.score(),
                match.certain(),
                types(organization, locale),
                features(match, locale));
    }

    private static List<Named> types(Organization organization, Locale locale) {
        return organization.types().stream()
                .map(type ->
                        new Named(type, Vocabulary.type(type, locale).name(), locale.getLanguage()))
                .toList();
    }

    private static List<Feature> features(Match match, Locale locale) {
        Map<String, Object> values = Version02.features(match);
        Map<String, Feature> features = new LinkedHashMap<>();
        List<Reason> reasons = Recognised.reasons(match.evidence());
        for (int i = 0; i < reasons.size(); i++) {
            String id = match.evidence().get(i).feature().name().toLowerCase(Locale.ROOT);
            features.putIfAbsent(
                    id,
                    new Feature(
                            id,
                            reasons.get(i).text(locale),
                            locale.getLanguage(),
                            values.getOrDefault(id, true)));
        }
        return List.copyOf(features.values());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggestion(
            String id,
            String name,
            @Nullable String lang,
            String description,
            List<Named> notable) {}

    static Suggestion suggestion(Organization organization, Locale locale) {
        return new Suggestion(
                String.valueOf(organization.ref().rorId()),
                Vocabulary.name(organization, locale),
                Vocabulary.language(organization, locale),
                Vocabulary.description(organization, locale),
                types(organization, locale));
    }

    record Proposal(String type, int limit, List<Vocabulary.Named> properties) {}

    record Column(String id, List<Map<String, Object>> values) {}

    record Row(String id, List<Column> properties) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meta(String id, String name, String lang, @Nullable Named type) {}

    record Extended(List<Meta> meta, List<Row> rows) {}

    static Extended extended(
            Json.Extend asked, Map<String, List<List<Value>>> values, Locale locale) {
        List<String> known = List.copyOf(asked.columns().keySet());
        List<Row> rows = new ArrayList<>();
        values.forEach((id, columns) ->
                rows.add(
                        new Row(
                                id,
                                asked.names().stream()
                                        .map(name -> column(name, known, columns))
                                        .toList())));
        return new Extended(
                asked.names().stream().map(name -> meta(asked, name, locale)).toList(), rows);
    }

    private static Column column(String name, List<String> known, List<List<Value>> columns) {
        int at = known.indexOf(name);
        return new Column(
                name, at < 0 ? List.of() : columns.get(at).stream().map(Version1::value).toList());
    }

    private static Meta meta(Json.Extend asked, String name, Locale locale) {
        var column = asked.columns().get(name);
        String language = locale.getLanguage();
        if (column == null) {
            return new Meta(name, name, language, null);
        }
        Vocabulary.Type any = Vocabulary.anything(locale);
        return new Meta(
                name,
                Messages.text(locale, column.property().label()),
                language,
                column.property().isEntity() ? new Named(any.id(), any.name(), language) : null);
    }

    private static Map<String, Object> value(Value value) {
        Map<String, Object> told = new LinkedHashMap<>(Version02.value(value));
        String language =
                switch (value) {
                    case Value.Words words -> words.language();
                    case Value.Entity entity -> entity.language();
                    case Value.Whole whole -> null;
                    case Value.Real real -> null;
                };
        if (language != null) {
            told.put("lang", language);
        }
        return told;
    }
}
