package org.kakehashi.partnership.designation.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.designation.Evidence;
import org.kakehashi.partnership.designation.Finding;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.kakehashi.ui.view.Tone;

/// What the page of a candidacy or designation shows.
///
/// @param rule does the rule over the criteria hold today?
/// @param obstacle what stands in the way of review; null: nothing
/// @param names of those who judged
/// @param others further candidacies and designations of the same partner
/// @param editable may the reader change it, and does its state allow it?
public record StrategicPage(
        Candidacy candidacy,
        OrganizationRef partner,
        @Nullable String unit,
        List<Evidence> evidence,
        Finding rule,
        @Nullable String obstacle,
        Map<UUID, String> names,
        List<Candidacy> others,
        DocumentsPart documents,
        @Nullable ReviewCase review,
        LocalDate today,
        boolean mayEdit,
        boolean editable,
        List<Choice> units,
        Map<String, String> typed,
        Map<String, String> problems) {
    public String href() {
        return "/strategic-partners/" + candidacy.id();
    }

    public boolean gone() {
        return partner.status() != OrganizationRef.Status.ACTIVE;
    }

    public String value(String name, @Nullable String known) {
        return typed.getOrDefault(name, Objects.requireNonNullElse(known, ""));
    }

    public static Tone tone(Finding finding) {
        return switch (finding) {
            case MET -> Tone.GOOD;
            case NOT_MET -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    public static Tone tone(Candidacy.State state) {
        return switch (state) {
            case DRAFT, REVIEW -> Tone.INFO;
            case DESIGNATED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case WITHDRAWN, ENDED -> Tone.UNKNOWN;
        };
    }

    /// Choices of a judgement.
    public List<Choice> findings(Evidence one) {
        Finding now = one.judgement() == null ? Finding.UNKNOWN : one.judgement().result();
        return Stream.of(Finding.values())
                .map(each ->
                        new Choice(
                                        each.code(),
                                        t(
                                                each == Finding.UNKNOWN
                                                        ? "partnership.finding.open"
                                                        : "partnership.finding." + each.code()))
                                .chosenIf(now.code()))
                .toList();
    }

    public String measure(Criterion.Source source) {
        return t(source.measure().replaceFirst("\\.", ".measure."));
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
