package org.kakehashi.partnership.web;

import static org.kakehashi.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.partnership.Visit;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The form of a visit as typed, with what its fields offer.
///
/// @param id null for a new one
public record VisitPage(
        @Nullable String id,
        Map<String, String> typed,
        Map<String, String> problems,
        List<Choice> units) {
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public String action() {
        return id == null ? "/visits/new" : "/visits/" + id + "/edit";
    }

    public String heading() {
        return id == null ? t("partnership.new") : t("partnership.edit");
    }

    public List<Choice> directions() {
        String current = typed.getOrDefault("direction", "inbound");
        return Arrays.stream(Visit.Direction.values())
                .map(one ->
                        new Choice(one.code(), t("partnership.direction." + one.code()))
                                .chosenIf(current))
                .toList();
    }

    public List<Choice> chosenUnits() {
        return units.stream().map(one -> one.chosenIf(value("unit"))).toList();
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
