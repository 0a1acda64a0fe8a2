package org.kakehashi.proposal.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.RuleFinding;
import org.kakehashi.proposal.Signing;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The page of signatures.
///
/// @param hindrances what still hinders that it comes into force
public record SigningPage(
        Proposal proposal,
        Bilingual title,
        List<Signing> signings,
        List<Row> rows,
        boolean mayRecord,
        List<RuleFinding> hindrances,
        @Nullable Agreement agreement,
        DocumentsPart documents,
        Map<String, String> problems,
        @Nullable String refusal) {

    /// A signature as typed.
    public record Row(
            String side, String role, String who, String place, String ceremony, String on) {
        static Row of(Signing one) {
            return new Row(
                    one.side().code(),
                    text(one.role()),
                    text(one.who()),
                    text(one.place()),
                    text(one.ceremony()),
                    one.on() == null ? "" : one.on().toString());
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }

        boolean isEmpty() {
            return (role + who + place + ceremony + on).isBlank();
        }
    }

    public List<Choice> sides(Row row) {
        return Arrays.stream(Signing.Side.values())
                .map(one ->
                        new Choice(one.code(), t("proposal.side." + one.code()))
                                .chosenIf(row.side()))
                .toList();
    }

    public List<Problem> shown() {
        List<Problem> all = new ArrayList<>();
        if (refusal != null) {
            all.add(new Problem(refusal));
        }
        problems.forEach((name, key) -> all.add(new Problem(t(key), "#" + name, null)));
        return all;
    }
}
