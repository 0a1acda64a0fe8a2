package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.mobility.Stay;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The form of a stay as typed.
///
/// @param id null for a new one
/// @param overlapping other stays at the same time, as sentences
public record StayForm(
        @Nullable String id,
        Map<String, String> typed,
        Set<String> funding,
        Map<String, String> problems,
        List<String> overlapping,
        List<Choice> units,
        List<Choice> agreements) {
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public @Nullable String problem(String name) {
        String key = problems.get(name);
        return key == null ? null : t(key);
    }

    public String action() {
        return id == null ? "/stays/new" : "/stays/" + id + "/edit";
    }

    public String heading() {
        return id == null ? t("mobility.new") : t("mobility.edit");
    }

    public List<Choice> directions() {
        return choices("direction", Stay.Direction.values(), "outbound");
    }

    public List<Choice> kinds() {
        return choices("kind", Stay.Kind.values(), "exchange");
    }

    public List<Choice> statuses() {
        return choices("status", Stay.Status.values(), "planned");
    }

    public List<Choice> levels() {
        return choices("level", Stay.Level.values(), "unknown");
    }

    public List<Choice> studentStatuses() {
        return choices("studentStatus", Stay.StudentStatus.values(), "unknown");
    }

    public List<Choice> housings() {
        return choices("housing", Stay.Housing.values(), "unknown");
    }

    private List<Choice> choices(String name, Coded[] all, String otherwise) {
        return Words.choices(name, all, typed.getOrDefault(name, otherwise));
    }

    public List<Choice> fundings() {
        return java.util.Arrays.stream(Stay.Funding.values())
                .map(one ->
                        new Choice(
                                one.code(),
                                Words.word("funding", one),
                                funding.contains(one.code())))
                .toList();
    }

    public List<Choice> countries() {
        return Words.countries(value("country"));
    }

    /// Yes, no; nothing chosen is unknown.
    public List<Choice> yesNo(String name) {
        return List.of(
                new Choice("true", t("mobility.yes")).chosenIf(value(name)),
                new Choice("false", t("mobility.no")).chosenIf(value(name)));
    }

    public List<Choice> chosenUnits() {
        return units.stream().map(one -> one.chosenIf(value("unit"))).toList();
    }

    public List<Choice> chosenAgreements() {
        return agreements.stream().map(one -> one.chosenIf(value("agreement"))).toList();
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
