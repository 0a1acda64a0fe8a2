package org.kakehashi.proposal;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

import java.util.Map;

/// How a proposal stands to one paragraph, or to one of the system's own rules.
///
/// @param paragraph null: a rule of the system, which nobody waives
/// @param key message that says why and what to do
/// @param step of the form where it is put right; null: elsewhere
/// @param href where else it is put right
/// @param waiver why it does not apply here
public record Finding(
        Guideline.@Nullable Paragraph paragraph,
        Verdict verdict,
        String key,
        Map<String, Object> arguments,
        @Nullable Step step,
        @Nullable String href,
        @Nullable Waiver waiver) {

    public enum Verdict implements Coded {
        PASS,
        /// not decided yet
        OPEN,
        FAIL,
        WAIVED,
        /// no check: to be read
        READ
    }

    /// The pages of the form.
    public enum Step implements Coded {
        PARTNER,
        AIM,
        CONDITIONS,
        BESIDE
    }

    public Finding {
        arguments = Map.copyOf(arguments);
    }

    static Finding of(Verdict verdict, String key, Map<String, Object> arguments, Step step) {
        return new Finding(null, verdict, key, arguments, step, null, null);
    }

    Finding under(Guideline.Paragraph given) {
        return new Finding(given, verdict, key, arguments, step, href, waiver);
    }

    Finding at(String page) {
        return new Finding(paragraph, verdict, key, arguments, null, page, waiver);
    }

    Finding waivedBy(Waiver given) {
        return new Finding(paragraph, Verdict.WAIVED, key, arguments, step, href, given);
    }

    /// Does it hinder that the proposal is submitted?
    public boolean hindersSubmission() {
        return verdict == Verdict.FAIL && (paragraph == null || paragraph.mandatory());
    }

    /// Does it hinder that the agreement comes into force?
    public boolean hindersForce() {
        return hindersSubmission()
                || verdict == Verdict.OPEN && paragraph != null && paragraph.mandatory();
    }
}
