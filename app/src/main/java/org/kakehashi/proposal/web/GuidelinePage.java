package org.kakehashi.proposal.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.proposal.Guideline;
import org.kakehashi.proposal.Rule;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The form of a guideline, as typed.
///
/// @param version the edition the writer saw
public record GuidelinePage(
        Guideline guideline,
        int version,
        String titleJa,
        String titleEn,
        String preambleJa,
        String preambleEn,
        List<Row> rows,
        @Nullable String problem) {

    /// A paragraph as typed.
    public record Row(
            String labelJa,
            String labelEn,
            String textJa,
            String textEn,
            String rule,
            String parameter,
            boolean mandatory) {
        boolean isEmpty() {
            return (labelJa + labelEn + textJa + textEn).isBlank();
        }
    }

    public List<Choice> rules(Row row) {
        return Arrays.stream(Rule.values())
                .map(one ->
                        new Choice(one.code(), t("proposal.rule." + one.code()))
                                .chosenIf(row.rule()))
                .toList();
    }

    public List<Problem> shown() {
        List<Problem> all = new ArrayList<>();
        if (problem != null) {
            all.add(new Problem(problem));
        }
        return all;
    }

    /// What the parameter of each check is, for the reader.
    public static String parameters(Rule rule) {
        return switch (rule.parameter()) {
            case NONE -> t("proposal.parameter.none");
            case NUMBER -> t("proposal.parameter.number");
            case CODES ->
                    rule.known().isEmpty()
                            ? t("proposal.parameter.codes")
                            : t(
                                    "proposal.parameter.among",
                                    "codes",
                                    String.join(", ", rule.known()));
        };
    }
}
