package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Two people open the same form of the same record, whatever the room, and both save: one wins,
/// and the other is told what changed and finds every word they typed in the form again.
class EveryEditTests extends ApplicationTest {
    private static final String TEXT =
            "textarea[name], input[name]:not([type]), input[type=text][name]";

    /// Done once: whoever comes second finds it done.
    private static final Set<String> ACTS =
            Set.of(
                    "/tasks/actions/{id}",
                    "/reviews/{id}/resubmit",
                    "/strategic-partners/{id}/close");

    /// They keep what was typed but do not say yet what the other person saved.
    private static final Set<String> SILENT =
            Set.of("/strategic-partners/{id}/plan/goals", "/strategic-partners/{id}/plan/budget");

    @Autowired private List<DemoData> contributions;

    private record Sent(String path, Element form) {}

    @BeforeAll
    void fill() {
        CurrentUser.SYSTEM.run(() ->
                contributions.stream()
                        .filter(one -> !(one instanceof DemoAccounts))
                        .sorted(Comparator.comparingInt(DemoData::order))
                        .forEach(DemoData::fill));
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        List<String> faults = new ArrayList<>();
        Set<String> merged = new TreeSet<>();
        for (String role : List.of("office", "admin")) {
            Visitor visitor = signedInAs(role);
            for (Sent one : forms(visitor).values()) {
                race(visitor, one, merged, faults);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(merged).as("forms in which two people met").hasSizeGreaterThan(9);
    }

    /// The first saves; the second, who has the page from before, saves something else.
    private void race(Visitor visitor, Sent one, Set<String> merged, List<String> faults) {
        Element field = field(one.form());
        if (field == null) {
            return;
        }
        Map<String, String> first = Map.of(field.attr("name"), changed(field, "1"));
        Map<String, String> second = Map.of(field.attr("name"), changed(field, "2"));
        int status = visitor.from(one.path()).post(one.form(), first).statusCode();
        if (status != 200 && status != 302) {
            return; // not taken even alone: nothing to lose
        }
        var answer = visitor.from(one.path()).post(one.form(), second);
        String kind = kind(one.form().attr("action"));
        if (answer.statusCode() == 200 || answer.statusCode() == 302) {
            return; // the first changed nothing after all, so the second was not late
        }
        Document page = Jsoup.parse(answer.body());
        String mine = second.get(field.attr("name"));
        String others = first.get(field.attr("name"));
        boolean gone =
                ACTS.contains(kind); // done by the first, its form is not on the page any more
        boolean kept =
                gone
                        ? page.select("main").text().contains(mine)
                        : page.select(TEXT).stream()
                                .anyMatch(again ->
                                        again.attr("name").equals(field.attr("name"))
                                                && again.val().contains(mine));
        boolean told = gone || SILENT.contains(kind) || page.select("main").text().contains(others);
        if (answer.statusCode() != 409 || !kept || !told) {
            faults.add(
                    kind
                            + " answers "
                            + answer.statusCode()
                            + (kept ? "" : ", loses what was typed")
                            + (told ? "" : ", does not say what was saved"));
        } else {
            merged.add(kind);
        }
    }

    private static String changed(Element field, String by) {
        return (field.val().isBlank() ? "見本" : field.val().replaceAll("[12]$", "")) + by;
    }

    /// A field of words: what people type most and would miss most.
    private static Element field(Element form) {
        return form.select(TEXT).stream()
                .filter(one ->
                        !one.hasAttr("readonly")
                                && !one.attr("name")
                                        .matches(
                                                "(?i).*(code|date|day|from|until|year|time|id|ror.*|login|version|country.*|start.*|end.*|q|formula|quota.*|on|expression|[a-z]+Text)$"))
                .findFirst()
                .orElse(null);
    }

    /// One form of each kind that carries the version of its record.
    private Map<String, Sent> forms(Visitor visitor) {
        Map<String, Sent> forms = new LinkedHashMap<>();
        Set<String> kinds = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.pop();
            var answer = visitor.answer(path);
            if (!answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
                continue;
            }
            Document page = Jsoup.parse(answer.body(), address() + path);
            for (Element form : page.select("form[method=post]:has(input[name=version])")) {
                if (form.attr("action").isEmpty()) {
                    form.attr("action", path.replaceAll("\\?.*", ""));
                }
                if (form.select("input[type=file]").isEmpty()
                        && !form.expectFirst("input[name=version]").val().isEmpty()) {
                    forms.putIfAbsent(kind(form.attr("action")), new Sent(path, form));
                }
            }
            for (Element link : page.select("a[href^=/]")) {
                String href = link.attr("href");
                if (!href.matches(".*[?&](lang|format)=.*|^/assets/.*|^/sign-.*|^//.*")
                        && seen.size() < 600
                        && (kinds.add(kind(href)) || kinds.add(kind(href) + " again"))
                        && seen.add(href)) {
                    open.add(href);
                }
            }
        }
        return forms;
    }

    private static String kind(String link) {
        return link.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("/[KJPT]?[0-9][^/]*", "/{n}");
    }
}
