package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Deadline;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.agreement.NextPlan;
import org.kakehashi.agreement.Renewal;
import org.kakehashi.agreement.internal.RenewalStore;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The evaluation for a renewal.
///
/// @param about the memorandum it is about; null: the agreement as a whole
/// @param plan for the next period
/// @param abroad students may still be abroad when the period ends
/// @param review the review of the draft, if there is one
public record RenewalPage(
        @Nullable Memorandum about,
        List<Deadline> deadlines,
        LocalDate today,
        List<RenewalStore.Told> told,
        List<Renewal> decisions,
        List<Memorandum> memoranda,
        List<Agreement> others,
        Changes changes,
        List<Section> sections,
        NextPlan plan,
        boolean abroad,
        @Nullable Renewal draft,
        @Nullable ReviewCase review,
        Map<String, String> typed,
        Map<String, String> problems) {

    /// @param versions how often it was recorded or changed
    public record Changes(int versions, LocalDate first, LocalDate last) {}

    /// What another room knows.
    public record Section(String title, Content content) {}

    /// The end of the running period; null if there is none to decide about.
    public @Nullable LocalDate periodEnd() {
        return deadlines.isEmpty() ? null : deadlines.getFirst().periodEnd();
    }

    public long daysLeft(Deadline deadline) {
        return ChronoUnit.DAYS.between(today, deadline.on());
    }

    public boolean automatic() {
        return deadlines.stream().anyMatch(one -> one.kind() == Deadline.Kind.AUTOMATIC);
    }

    /// The decision on the running period, if it is taken.
    public @Nullable Renewal taken() {
        return decisions.stream()
                .filter(one ->
                        one.decided()
                                && one.periodEnd().equals(periodEnd())
                                && Objects.equals(
                                        one.annex(), about == null ? null : about.annex().id()))
                .findFirst()
                .orElse(null);
    }

    public List<Choice> choices() {
        Renewal.Decision kept = draft == null ? null : draft.decision();
        String current = typed.getOrDefault("decision", kept == null ? "" : kept.code());
        return Arrays.stream(Renewal.Decision.values())
                .map(one ->
                        new Choice(one.code(), t("agreement.renewal.decision." + one.code()))
                                .chosenIf(current))
                .toList();
    }

    /// The field as typed, as the draft has it, or as is usual.
    public String value(String field) {
        String value = typed.get(field);
        LocalDate end = periodEnd();
        if (value != null || end == null) {
            return value == null ? "" : value;
        }
        return switch (field) {
            case "newEnd" ->
                    draft == null || draft.newEnd() == null
                            ? usual(end).toString()
                            : draft.newEnd().toString();
            case "lastDay" -> end.toString();
            case "reasonJa" -> text(draft == null ? null : draft.reason().ja());
            case "reasonEn" -> text(draft == null ? null : draft.reason().en());
            default -> "";
        };
    }

    /// Five years more, as most Japanese universities renew.
    private static LocalDate usual(LocalDate end) {
        return end.plusYears(5);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
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

    /// Memoranda with a term of their own.
    public List<Memorandum> ownTerms() {
        return memoranda.stream().filter(one -> one.annex().end().isKnown()).toList();
    }
}
