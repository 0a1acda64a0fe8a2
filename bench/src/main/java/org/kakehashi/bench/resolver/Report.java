package org.kakehashi.bench.resolver;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Resolution;

/// Writes answers that differ from the label, for people to read.
final class Report {

    private Report() {}

    static void write(PrintWriter out, Truth truth, Resolution answer, boolean right) {
        boolean complete =
                right
                        && answer.mentions().stream()
                                .flatMap(mention -> mention.candidates().stream())
                                .map(Candidate::id)
                                .collect(Collectors.toSet())
                                .containsAll(truth.ids());
        String verdict = right ? complete ? "ok" : "missed" : "WRONG";
        String mentions =
                answer.mentions().stream()
                        .map(mention -> describe(answer.text(), mention))
                        .collect(Collectors.joining(" ;; "));
        out.println(
                String.join(
                        "\t",
                        truth.set(),
                        verdict,
                        answer.decision().name(),
                        truth.text().replaceAll("\\s+", " "),
                        String.join(";", truth.ids()),
                        mentions));
    }

    private static String describe(String text, Mention mention) {
        Candidate best = mention.best();
        String reasons =
                best.evidence().stream().map(Report::describe).collect(Collectors.joining(" "));
        return mention.decision()
                + " ["
                + mention.span().in(text).replaceAll("\\s+", " ")
                + "] "
                + best.id()
                + " "
                + best.name()
                + " {"
                + reasons
                + "}";
    }

    private static String describe(Evidence evidence) {
        return evidence.feature() + evidence.arguments().toString();
    }
}
