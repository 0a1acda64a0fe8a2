package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.Step;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Look;
import org.kakehashi.ui.chart.Svg;

/// A process as a picture: stages from left to right, parallel steps below each other. The page
/// says the same in words beside it.
final class ProcessPicture {
    private static final int WIDTH = 168;
    private static final int HEIGHT = 84;
    private static final int GAP = 34;
    private static final int ROW_GAP = 14;
    private static final int LETTERS = 12;

    /// A short process is drawn as large as a longer one, not blown up to the width of the page.
    private static final int LEAST_STAGES = 5;

    private static final String INK = "#1d1d1f";
    private static final String LINE = "#5c6470";

    private ProcessPicture() {}

    /// @param state colours the steps by where a case stands; null draws the process alone
    /// @param bodies the names of the bodies
    static String of(ReviewProcess process, Map<UUID, String> bodies, @Nullable CaseState state) {
        List<List<Step>> stages = process.stages();
        int most = stages.stream().mapToInt(List::size).max().orElse(1);
        double width = Math.max(LEAST_STAGES, stages.size()) * (WIDTH + GAP) - GAP + 4.0;
        double height = most * (HEIGHT + ROW_GAP) - ROW_GAP + 4.0;
        Svg svg =
                Svg.picture(
                        Caption.of(
                                "process-picture",
                                t(process.name()),
                                t("review.picture.description", "n", process.steps().size())),
                        width,
                        height,
                        false);
        for (int i = 0; i < stages.size(); i++) {
            stage(svg, stages.get(i), i, height, bodies, state);
            if (i > 0) {
                arrow(svg, i * (WIDTH + GAP) - GAP + 2.0, height / 2);
            }
        }
        return svg.done();
    }

    private static void stage(
            Svg svg,
            List<Step> steps,
            int column,
            double height,
            Map<UUID, String> bodies,
            @Nullable CaseState state) {
        double x = column * (WIDTH + GAP) + 2.0;
        double total = steps.size() * (HEIGHT + ROW_GAP) - ROW_GAP;
        double y = (height - total) / 2;
        for (Step step : steps) {
            box(svg, step, x, y, bodies.getOrDefault(step.body(), ""), state);
            y += HEIGHT + ROW_GAP;
        }
    }

    private static void box(
            Svg svg, Step step, double x, double y, String body, @Nullable CaseState state) {
        Look frame = Look.fill(fill(step, state)).stroke(LINE, 1.2);
        if (step.condition().anyOf().isEmpty()) {
            svg.rect(x, y, WIDTH, HEIGHT, frame);
        } else {
            svg.rect(x, y, WIDTH, HEIGHT, frame.dashed());
        }
        String kind = ReviewWords.word("step", step.kind());
        String done = state == null ? kind : kind + " · " + ReviewWords.standing(state.of(step));
        svg.text(x + 8, y + 17, done, Look.text(11).colour(INK));
        double line = y + 35;
        for (String part : wrapped(step.name().in(org.kakehashi.ui.Text.locale()), 2)) {
            svg.text(x + 8, line, part, Look.text(12.5).colour(INK).bold());
            line += 16;
        }
        svg.text(x + 8, y + HEIGHT - 9, wrapped(body, 1).getFirst(), Look.text(11).colour(INK));
    }

    private static String fill(Step step, @Nullable CaseState state) {
        if (state != null) {
            return switch (state.of(step).progress()) {
                case PENDING -> "#ffffff";
                case OPEN -> "#fff1c2";
                case DONE -> "#dcefe0";
                case SKIPPED -> "#ececec";
            };
        }
        return switch (step.kind()) {
            case DECIDE -> "#d7e6f5";
            case CONSULT -> "#f1f4f8";
            case INFORM -> "#ffffff";
            case SIGN -> "#e9e2f3";
        };
    }

    private static void arrow(Svg svg, double x, double y) {
        svg.path("M%.0f %.0fh%d".formatted(x + 3, y, GAP - 10), Look.line(LINE, 1.4));
        svg.path("M%.0f %.0fl-8 -4v8z".formatted(x + GAP - 3, y), Look.fill(LINE));
    }

    /// Breaks a text into at most this many lines of about one box width.
    static List<String> wrapped(String text, int lines) {
        List<String> parts = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double width = 0;
        int[] letters = text.codePoints().toArray();
        int lastBreak = -1;
        for (int i = 0; i < letters.length; i++) {
            double letter = letters[i] >= 0x2E80 ? 1 : 0.54;
            if (width + letter > LETTERS) {
                int keep = lastBreak > 0 && letters[i] < 0x2E80 ? lastBreak : line.length();
                if (parts.size() == lines - 1) {
                    parts.add(line.substring(0, Math.max(0, line.length() - 1)) + "…");
                    return parts;
                }
                parts.add(line.substring(0, keep).strip());
                line.delete(0, keep);
                width = line.codePoints().mapToDouble(c -> c >= 0x2E80 ? 1 : 0.54).sum();
                lastBreak = -1;
            }
            line.appendCodePoint(letters[i]);
            width += letter;
            if (letters[i] == ' ') {
                lastBreak = line.length();
            }
        }
        parts.add(line.toString().strip());
        return parts;
    }
}
