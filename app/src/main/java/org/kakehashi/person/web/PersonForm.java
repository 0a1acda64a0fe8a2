package org.kakehashi.person.web;

import static org.kakehashi.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.Person;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The form of a person as typed.
///
/// @param id null for somebody new
/// @param sensitive whether the sensitive fields are offered
public record PersonForm(
        @Nullable String id,
        Map<String, String> typed,
        Map<String, String> problems,
        boolean sensitive) {
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public @Nullable String problem(String name) {
        String key = problems.get(name);
        return key == null ? null : t(key);
    }

    public String action() {
        return id == null ? "/people/new" : "/people/" + id + "/edit";
    }

    public String heading() {
        return id == null ? t("person.new") : t("person.edit");
    }

    public List<Choice> categories() {
        return choices(Person.Category.values(), "category", "student");
    }

    public List<Choice> purposes() {
        return choices(Person.Purpose.values(), "purpose", "exchange");
    }

    public List<Choice> orders() {
        return choices(NameOrder.values(), "order", "family_first");
    }

    public List<Choice> languages() {
        return List.of(
                new Choice("ja", t("person.language.ja")).chosenIf(value("language")),
                new Choice("en", t("person.language.en")).chosenIf(value("language")));
    }

    private List<Choice> choices(Coded[] all, String name, String otherwise) {
        String current = typed.getOrDefault(name, otherwise);
        return Arrays.stream(all)
                .map(one ->
                        new Choice(one.code(), t("person." + name + "." + one.code()))
                                .chosenIf(current))
                .toList();
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
}
