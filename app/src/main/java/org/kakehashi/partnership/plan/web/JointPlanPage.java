package org.kakehashi.partnership.plan.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Measure;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.plan.JointPlan;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// What the page of a plan shows.
///
/// @param values of benefits by year, typed or counted
/// @param names of owners
/// @param kind of the form that was refused; null: none
public record JointPlanPage(
        Candidacy designation,
        OrganizationRef partner,
        JointPlan plan,
        List<Integer> years,
        Map<UUID, Map<Integer, BigDecimal>> values,
        Map<UUID, String> names,
        List<Measure> measures,
        DocumentsPart documents,
        LocalDate today,
        boolean mayEdit,
        @Nullable String kind,
        Map<String, String> typed,
        @Nullable String problem) {
    public String href() {
        return "/strategic-partners/" + designation.id() + "/plan";
    }

    /// What stands in a field: what was typed, if this form was refused; else what is recorded.
    public String value(String form, String name, @Nullable Object known) {
        return form.equals(kind)
                ? typed.getOrDefault(name, "")
                : known == null ? "" : known.toString();
    }

    public boolean mayClose(JointPlan.Goal goal) {
        UUID me = CurrentUser.get().id();
        return goal.status() == JointPlan.Status.OPEN
                && (mayEdit || me != null && me.equals(goal.owner()));
    }

    public List<Choice> talks(String form, @Nullable UUID current) {
        String chosen = value(form, "talk", current);
        return plan.talks().stream()
                .map(one ->
                        new Choice(String.valueOf(one.id()), org.kakehashi.ui.Dates.day(one.on()))
                                .chosenIf(chosen))
                .toList();
    }

    public List<Choice> statuses(String form, JointPlan.Status current) {
        return choices(
                JointPlan.Status.values(),
                "partnership.joint.status.",
                value(form, "status", current.code()));
    }

    public List<Choice> sides(String form, JointPlan.Side current) {
        return choices(
                JointPlan.Side.values(),
                "partnership.joint.side.",
                value(form, "side", current.code()));
    }

    public List<Choice> ways(String form) {
        return choices(Criterion.Of.values(), "partnership.scheme.of.", value(form, "of", "count"));
    }

    public List<Choice> sources(String form) {
        return measures.stream()
                .map(one ->
                        new Choice(one.name(), t(one.nameKey()))
                                .chosenIf(value(form, "measure", null)))
                .toList();
    }

    public String measure(Criterion.Source source) {
        return t(source.measure().replaceFirst("\\.", ".measure."));
    }

    public List<Problem> problems() {
        return problem == null ? List.of() : List.of(new Problem(problem));
    }

    private static List<Choice> choices(Coded[] values, String words, String current) {
        return Stream.of(values)
                .map(one -> new Choice(one.code(), t(words + one.code())).chosenIf(current))
                .toList();
    }
}
