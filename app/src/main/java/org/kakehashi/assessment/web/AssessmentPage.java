package org.kakehashi.assessment.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Cycle;
import org.kakehashi.assessment.Promise;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.ui.view.Tone;

/// A self-assessment: numbers, words, what was promised and what is.
///
/// @param caseHref where its review stands; null while it was never submitted
public record AssessmentPage(
        Assessment assessment,
        Cycle cycle,
        String title,
        String year,
        @Nullable String unit,
        @Nullable String owner,
        List<FigureLine> figures,
        List<PromiseLine> before,
        List<PromiseLine> promises,
        List<Assessment.Evidence> evidence,
        List<RemarkLine> remarks,
        DocumentsPart documents,
        @Nullable String caseHref,
        boolean mayWrite,
        boolean mayPromise,
        LocalDate today) {
    /// A number the assessment rests on.
    ///
    /// @param frozenHref the figure as frozen on the reference day; null where it is not frozen and
    ///   the number is today's reading of that day
    public record FigureLine(
            String code,
            String name,
            @Nullable String value,
            String unit,
            @Nullable String before,
            @Nullable String frozenHref,
            List<RemarkLine> remarks) {}

    public record RemarkLine(String text, String author, String at) {}

    public record PromiseLine(Promise promise, @Nullable String owner, boolean mayFinish) {
        public Tone tone(LocalDate today) {
            if (promise.doneOn() != null) {
                return Tone.GOOD;
            }
            return promise.late(today) ? Tone.BAD : Tone.NEUTRAL;
        }
    }
}
