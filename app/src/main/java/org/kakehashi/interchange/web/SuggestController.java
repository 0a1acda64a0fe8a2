package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kakehashi.interchange.Reconciliation;
import org.kakehashi.organization.Organization;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a person may mean while typing: organizations, properties, types; protocol 0.2.
@RestController
@RequestMapping({"/reconcile/suggest", "/ja/reconcile/suggest", "/en/reconcile/suggest"})
class SuggestController {
    private final Reconciliation reconciliation;
    private final Allowance allowance;

    SuggestController(Reconciliation reconciliation, Allowance allowance) {
        this.reconciliation = reconciliation;
        this.allowance = allowance;
    }

    @GetMapping("/entity")
    Version02.Suggestions entities(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "0") int cursor,
            HttpServletRequest request) {
        allowance.take(request, 1);
        Locale locale = OpenWeb.language(request);
        return new Version02.Suggestions(
                reconciliation
                        .suggest(prefix, locale, Math.clamp(cursor, 0, 900), Limits.SUGGESTIONS)
                        .stream()
                        .map(one -> suggestion(one, locale))
                        .toList());
    }

    private static Version02.Suggestion suggestion(Organization one, Locale locale) {
        return new Version02.Suggestion(
                String.valueOf(one.ref().rorId()),
                Vocabulary.name(one, locale),
                Vocabulary.description(one, locale),
                one.types().stream()
                        .map(type ->
                                new Version02.Named(type, Vocabulary.type(type, locale).name()))
                        .toList());
    }

    @GetMapping("/property")
    Version02.Suggestions properties(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "0") int cursor,
            HttpServletRequest request) {
        return page(Vocabulary.properties(prefix, OpenWeb.language(request)), cursor);
    }

    @GetMapping("/type")
    Version02.Suggestions types(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "0") int cursor,
            HttpServletRequest request) {
        return page(Vocabulary.types(prefix, OpenWeb.language(request)), cursor);
    }

    private static Version02.Suggestions page(Stream<?> all, int cursor) {
        List<?> some = all.skip(Math.max(0, cursor)).limit(Limits.MOST_SUGGESTIONS).toList();
        return new Version02.Suggestions(some);
    }
}
