package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Asked;
import org.kakehashi.interchange.Extension;
import org.kakehashi.interchange.Match;
import org.kakehashi.interchange.Reconciliation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The reconciliation service 0.2 for OpenRefine.
@RestController
@RequestMapping({"/reconcile", "/ja/reconcile", "/en/reconcile"})
class ReconcileController {
    static final String ROOT = "/reconcile";

    private final Reconciliation reconciliation;
    private final Extension extension;
    private final Allowance allowance;
    private final Place.Finder places;
    private final JsonMapper json;

    ReconcileController(
            Reconciliation reconciliation,
            Extension extension,
            Allowance allowance,
            Place.Finder places,
            JsonMapper json) {
        this.reconciliation = reconciliation;
        this.extension = extension;
        this.allowance = allowance;
        this.places = places;
        this.json = json;
    }

    /// The manifest, or with a parameter the answer to a batch.
    @GetMapping({"", "/"})
    Object get(
            @RequestParam(required = false) @Nullable String queries,
            @RequestParam(required = false) @Nullable String extend,
            HttpServletRequest request) {
        if (queries == null && extend == null) {
            return Version02.manifest(places.of(request, ROOT), OpenWeb.language(request));
        }
        return answer(queries, extend, request);
    }

    @PostMapping({"", "/"})
    Object post(
            @RequestParam(required = false) @Nullable String queries,
            @RequestParam(required = false) @Nullable String extend,
            HttpServletRequest request) {
        if (request.getContentLengthLong() > Limits.BYTES) {
            throw Refused.tooLarge("interchange.refused.large", Map.of("bytes", Limits.BYTES));
        }
        return answer(queries, extend, request);
    }

    private Object answer(
            @Nullable String queries, @Nullable String extend, HttpServletRequest request) {
        Locale locale = OpenWeb.language(request);
        if (queries != null) {
            return match(Version02.questions(Json.read(json, queries)), request, locale);
        }
        if (extend == null) {
            throw Refused.malformed(
                    "interchange.refused.parameter", Map.of("name", "queries, extend"));
        }
        Json.Extend asked = Json.extend(Json.read(json, extend));
        allowance.take(request, asked.ids().size());
        return Version02.extended(
                asked,
                extension.values(asked.ids(), List.copyOf(asked.columns().values()), locale),
                locale);
    }

    private Map<String, Version02.Result> match(
            Map<String, Asked> questions, HttpServletRequest request, Locale locale) {
        allowance.take(request, questions.size());
        List<List<Match>> answers = reconciliation.answer(List.copyOf(questions.values()));
        Map<String, Version02.Result> results = new LinkedHashMap<>();
        int at = 0;
        for (String key : questions.keySet()) {
            results.put(key, Version02.result(answers.get(at), locale));
            at++;
        }
        return results;
    }

    @GetMapping("/properties")
    Version02.Proposal properties(
            @RequestParam(defaultValue = "organization") String type,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request) {
        return new Version02.Proposal(
                type,
                limit,
                Vocabulary.properties("", OpenWeb.language(request))
                        .limit(Math.max(0, limit))
                        .map(one -> new Version02.Named(one.id(), one.name()))
                        .toList());
    }
}
