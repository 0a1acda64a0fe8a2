package org.kakehashi.organization.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.organization.Explanations.Earlier;
import org.kakehashi.organization.Explanations.Explanation;
import org.kakehashi.organization.Explanations.Otherwise;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.organization.Recognised.Reason;
import org.kakehashi.organization.Recognised.Suggestion;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// The page that explains what a text means.
///
/// @param explanation null before anything was asked
public record RecognitionPage(
        String text,
        @Nullable String country,
        String city,
        String domain,
        String date,
        @Nullable Explanation explanation,
        boolean mayDecide) {

    /// Whether what was typed as the date is none.
    public boolean isDateWrong() {
        return !date.isBlank() && DateReader.single(date.strip()).isEmpty();
    }

    public List<Choice> countries() {
        String chosen = country == null ? "" : country;
        return OrganizationWords.countries().stream().map(one -> one.chosenIf(chosen)).toList();
    }

    public static Tone tone(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> Tone.GOOD;
            case SUGGESTED -> Tone.ATTENTION;
            case NONE -> Tone.UNKNOWN;
        };
    }

    public static String word(Certainty certainty) {
        return t("organization.certainty." + certainty.name().toLowerCase(java.util.Locale.ROOT));
    }

    public static List<String> reasons(Suggestion suggestion, boolean against) {
        return suggestion.reasons().stream()
                .filter(reason -> reason.against() == against)
                .map((Reason reason) -> reason.text(Text.locale()))
                .toList();
    }

    public static String percent(Suggestion suggestion) {
        return Math.round(suggestion.score() * 100) + " %";
    }

    /// What one other circumstance would make of it, as a sentence.
    public static String sentence(Otherwise one) {
        String condition =
                switch (one.key()) {
                    case "country" ->
                            t(
                                    "organization.otherwise.country",
                                    "name",
                                    OrganizationWords.country(new Country(one.value())));
                    case "noCountry" -> t("organization.otherwise.noCountry");
                    case "city" -> t("organization.otherwise.city", "name", one.value());
                    case "before" ->
                            t(
                                    "organization.otherwise.before",
                                    "day",
                                    Dates.day(LocalDate.parse(one.value())));
                    default -> t("organization.otherwise.noDecision");
                };
        OrganizationRef organization = one.organization();
        return organization == null
                ? t("organization.otherwise.none", "condition", condition)
                : t(
                        one.certainty() == Certainty.CERTAIN
                                ? "organization.otherwise.certain"
                                : "organization.otherwise.suggested",
                        "condition",
                        condition,
                        "name",
                        OrganizationWords.label(organization));
    }

    /// The name of what was decided, or that it is none.
    public String decided(Earlier earlier) {
        OrganizationRef known =
                explanation == null || earlier.organization() == null
                        ? null
                        : explanation.decided().get(earlier.organization());
        return known == null ? t("organization.decision.none") : OrganizationWords.label(known);
    }

    /// Whether there is a decision in force for exactly this country, or for none.
    public boolean forgettable() {
        return explanation != null
                && explanation.earlier().stream()
                        .anyMatch(one ->
                                one.inForce() && java.util.Objects.equals(one.country(), country));
    }
}
