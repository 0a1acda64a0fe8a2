package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Use;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Places offered, used and owed under one agreement, and the sums they rest on.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/use")
public class UseController {
    private static final int UNPROCESSABLE = 422;

    /// What the page shows beside the agreement.
    public record Shown(
            Use use,
            List<Activity> activities,
            boolean mayRecord,
            Map<String, String> typed,
            Map<String, String> problems) {
        public String value(String name) {
            return typed.getOrDefault(name, "");
        }

        public List<Choice> kinds() {
            return choices("activityKind", "kind", Activity.Kind.values(), "student");
        }

        public List<Choice> directions() {
            return choices("direction", "direction", Condition.Direction.values(), "inbound");
        }

        public List<Choice> terms() {
            return choices("academicTerm", "term", Activity.Term.values(), "year");
        }

        public List<Choice> periods() {
            return choices("period", "period", Condition.Period.values(), "semester");
        }

        public List<Problem> shown() {
            return problems.entrySet().stream()
                    .map(one ->
                            new Problem(
                                    t(one.getValue()),
                                    one.getKey().isEmpty() ? null : "#" + one.getKey(),
                                    null))
                    .toList();
        }

        private List<Choice> choices(String group, String field, Coded[] values, String usual) {
            String current = typed.getOrDefault(field, usual);
            return Stream.of(values)
                    .map(one -> new Choice(one.code(), Words.word(group, one)).chosenIf(current))
                    .toList();
        }
    }

    private final Agreements agreements;
    private final Activities activities;
    private final ShowPages pages;
    private final Templates templates;

    UseController(
            Agreements agreements, Activities activities, ShowPages pages, Templates templates) {
        this.agreements = agreements;
        this.activities = activities;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        if (!CurrentUser.get().signedIn()) {
            throw KakehashiException.forbidden("agreement.history");
        }
        return page(id, Map.of(), Map.of());
    }

    @PostMapping
    @Nullable JteModel record(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        requireEditable(id);
        Map<String, String> problems = new LinkedHashMap<>();
        Integer year = number(typed, "year", problems);
        if (year == null) {
            problems.putIfAbsent("year", "agreement.use.problem.year");
        }
        Integer persons = number(typed, "persons", problems);
        Activity.Kind kind =
                Coded.find(Activity.Kind.class, typed.get("kind")).orElse(Activity.Kind.STUDENT);
        if (problems.isEmpty() && year != null) {
            try {
                activities.record(
                        new Activity(
                                null,
                                id,
                                kind,
                                kind.directed()
                                        ? Coded.find(
                                                        Condition.Direction.class,
                                                        typed.get("direction"))
                                                .orElse(Condition.Direction.INBOUND)
                                        : null,
                                year,
                                Coded.find(Activity.Term.class, typed.get("term"))
                                        .orElse(Activity.Term.YEAR),
                                kind.directed()
                                        ? Coded.find(Condition.Period.class, typed.get("period"))
                                                .orElse(Condition.Period.UNKNOWN)
                                        : Condition.Period.UNKNOWN,
                                persons,
                                null,
                                note(typed)));
                response.sendRedirect("/agreements/" + id + "/use");
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.FORBIDDEN
                        || refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused;
                }
                problems.put("", Messages.text(Text.locale(), refused.key(), refused.arguments()));
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed, problems);
    }

    @PostMapping("/{activity:[0-9a-f-]{36}}/remove")
    String remove(@PathVariable UUID id, @PathVariable UUID activity) {
        activities.remove(id, activity);
        return "redirect:/agreements/" + id + "/use";
    }

    private static @Nullable String note(Map<String, String> typed) {
        String note = typed.getOrDefault("note", "").strip();
        return note.isEmpty() ? null : note;
    }

    private static @Nullable Integer number(
            Map<String, String> typed, String name, Map<String, String> problems) {
        String text =
                java.text.Normalizer.normalize(
                                typed.getOrDefault(name, ""), java.text.Normalizer.Form.NFKC)
                        .strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}")) {
            problems.put(name, "agreement.use.problem.number");
            return null;
        }
        return Integer.valueOf(text);
    }

    private void requireEditable(UUID id) {
        if (!agreements.mayEdit(agreements.get(id).content())) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "agreement.refused.notYourUnit", Map.of());
        }
    }

    private JteModel page(UUID id, Map<String, String> typed, Map<String, String> problems) {
        Agreement agreement = agreements.get(id);
        return templates.agreementUse(
                pages.of(agreement),
                new Shown(
                        activities.use(id),
                        activities.of(id),
                        activities.mayRecord() && agreements.mayEdit(agreement.content()),
                        typed,
                        problems));
    }
}
