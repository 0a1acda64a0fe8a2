package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kakehashi.interchange.Asked;
import org.kakehashi.interchange.Extension;
import org.kakehashi.interchange.Reconciliation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reconciliation service in the draft of 1.0, beside 0.2 and on the same core.
@RestController
@RequestMapping({"/reconcile/v1", "/ja/reconcile/v1", "/en/reconcile/v1"})
class Reconcile1Controller {
    private static final String ROOT = "/reconcile/v1";

    private final Reconciliation reconciliation;
    private final Extension extension;
    private final Allowance allowance;
    private final Place.Finder places;
    private final JsonMapper json;

    Reconcile1Controller(
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

    @GetMapping({"", "/"})
    Version1.Manifest manifest(HttpServletRequest request) {
        return Version1.manifest(places.of(request, ROOT), OpenWeb.language(request));
    }

    @PostMapping("/match")
    Version1.Results match(HttpServletRequest request) throws IOException {
        List<Asked> questions = Version1.questions(body(request));
        allowance.take(request, questions.size());
        return Version1.results(reconciliation.answer(questions), OpenWeb.language(request));
    }

    @GetMapping("/suggest/entity")
    Version02.Suggestions entities(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "10") int limit,
            @RequestParam(defaultValue = "0") int offset,
            HttpServletRequest request) {
        allowance.take(request, 1);
        Locale locale = OpenWeb.language(request);
        int most = Math.clamp(limit, 1, Limits.MOST_SUGGESTIONS);
        return new Version02.Suggestions(
                reconciliation.suggest(prefix, locale, Math.clamp(offset, 0, 900), most).stream()
                        .map(one -> Version1.suggestion(one, locale))
                        .toList());
    }

    @GetMapping("/suggest/property")
    Version02.Suggestions properties(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            HttpServletRequest request) {
        return page(Vocabulary.properties(prefix, OpenWeb.language(request)), offset, limit);
    }

    @GetMapping("/suggest/type")
    Version02.Suggestions types(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            HttpServletRequest request) {
        return page(Vocabulary.types(prefix, OpenWeb.language(request)), offset, limit);
    }

    @PostMapping("/extend")
    Version1.Extended extend(HttpServletRequest request) throws IOException {
        Json.Extend asked = Json.extend(body(request));
        allowance.take(request, asked.ids().size());
        Locale locale = OpenWeb.language(request);
        return Version1.extended(
                asked,
                extension.values(asked.ids(), List.copyOf(asked.columns().values()), locale),
                locale);
    }

    @GetMapping("/extend/propose")
    Version1.Proposal propose(
            @RequestParam(defaultValue = "organization") String type,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request) {
        return new Version1.Proposal(
                type,
                limit,
                Vocabulary.properties("", OpenWeb.language(request))
                        .limit(Math.max(0, limit))
                        .toList());
    }

    private static Version02.Suggestions page(Stream<?> all, int offset, int limit) {
        List<?> some =
                all.skip(Math.max(0, offset))
                        .limit(Math.clamp(limit, 1, Limits.MOST_SUGGESTIONS))
                        .toList();
        return new Version02.Suggestions(some);
    }

    /// Never reads more than is allowed, whatever the length announced.
    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] read = request.getInputStream().readNBytes(Limits.BYTES + 1);
        if (read.length > Limits.BYTES) {
            throw Refused.tooLarge("interchange.refused.large", Map.of("bytes", Limits.BYTES));
        }
        return Json.read(json, new String(read, StandardCharsets.UTF_8));
    }
}
