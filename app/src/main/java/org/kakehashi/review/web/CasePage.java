package org.kakehashi.review.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.Step;
import org.kakehashi.ui.view.HistoryEntry;
import org.kakehashi.ui.view.Tone;

/// A case as its page shows it.
///
/// @param subjectHref where the subject is; null if the person acting may not see it
/// @param problem what hindered the last act; null: nothing
/// @param news what happened since the person opened the page, if somebody was faster
public record CasePage(
        ReviewCase one,
        String kind,
        @Nullable String subjectHref,
        @Nullable String units,
        List<Standing> steps,
        List<Open> open,
        String picture,
        String median,
        @Nullable String proposer,
        boolean mayWithdraw,
        boolean mayResubmit,
        List<HistoryEntry> history,
        Draft draft,
        @Nullable String problem,
        List<HistoryEntry> news) {

    /// A step in words: what it is, who, under which condition, how it stands.
    public record Standing(
            Step step,
            String kind,
            String body,
            @Nullable String condition,
            Tone tone,
            String state) {}

    /// A step that waits.
    ///
    /// @param holders who may end it today
    /// @param insteadOf for whom the reader would act; null if for themselves
    /// @param mine may the reader end it?
    public record Open(
            Step step,
            String body,
            List<String> holders,
            @Nullable OffsetDateTime since,
            @Nullable LocalDate dueOn,
            boolean late,
            long days,
            boolean mine,
            @Nullable String insteadOf) {}

    /// What was typed, kept when the act was refused.
    public record Draft(
            @Nullable UUID step,
            String outcome,
            String comment,
            Map<UUID, Boolean> done,
            Map<UUID, String> evidence) {
        static final Draft NONE = new Draft(null, "", "", Map.of(), Map.of());

        public boolean is(Step one, String code) {
            return one.id().equals(step) && outcome.equals(code);
        }

        public String commentOf(Step one) {
            return one.id().equals(step) ? comment : "";
        }
    }

    public String href() {
        return "/reviews/" + one.id();
    }
}
