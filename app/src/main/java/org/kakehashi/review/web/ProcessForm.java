package org.kakehashi.review.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.Condition;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject.FactKind;

/// What is said about a process as a whole, as the form shows and reads it.
public record ProcessForm(
        String nameJa,
        String nameEn,
        List<String> kinds,
        ConditionForm applies,
        boolean hasFast,
        ConditionForm fast,
        String noteJa,
        String noteEn,
        int version) {

    static ProcessForm of(ReviewProcess process, List<FactKind> facts) {
        Condition fast = process.fast();
        return new ProcessForm(
                text(process.name().ja()),
                text(process.name().en()),
                process.kinds(),
                ConditionForm.of("applies", process.applies(), facts),
                fast != null,
                ConditionForm.of("fast", fast == null ? Condition.ALWAYS : fast, facts),
                text(process.note().ja()),
                text(process.note().en()),
                process.version());
    }

    static ProcessForm read(Map<String, String> typed, List<String> kinds, List<FactKind> facts) {
        return new ProcessForm(
                typed.getOrDefault("nameJa", ""),
                typed.getOrDefault("nameEn", ""),
                kinds,
                ConditionForm.read("applies", typed, facts),
                typed.containsKey("hasFast"),
                ConditionForm.read("fast", typed, facts),
                typed.getOrDefault("noteJa", ""),
                typed.getOrDefault("noteEn", ""),
                version(typed));
    }

    /// The process with what the form says.
    ReviewProcess on(ReviewProcess process) {
        return new ReviewProcess(
                process.id(),
                process.code(),
                process.edition(),
                process.state(),
                new Bilingual(nameJa, nameEn),
                kinds,
                applies.condition(),
                hasFast ? fast.condition() : null,
                process.example(),
                new Bilingual(noteJa, noteEn),
                process.steps(),
                version);
    }

    ProcessForm with(int newVersion) {
        return new ProcessForm(
                nameJa, nameEn, kinds, applies, hasFast, fast, noteJa, noteEn, newVersion);
    }

    static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
