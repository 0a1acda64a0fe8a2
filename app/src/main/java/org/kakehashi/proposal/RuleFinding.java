package org.kakehashi.proposal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// How a proposal stands to one paragraph, or to one of the system's own rules.
///
/// @param paragraph null: a rule of the system, which nobody waives
/// @param key message that says why and what to do
/// @param step of the form where it is put right; null: elsewhere
/// @param href where else it is put right
/// @param waiver why it does not apply here
public record RuleFinding(
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

    public RuleFinding {
        arguments = Map.copyOf(arguments);
    }

    static RuleFinding of(Verdict verdict, String key, Map<String, Object> arguments, Step step) {
        return new RuleFinding(null, verdict, key, arguments, step, null, null);
    }

    RuleFinding under(Guideline.Paragraph given) {
        return new RuleFinding(given, verdict, key, arguments, step, href, waiver);
    }

    RuleFinding at(String page) {
        return new RuleFinding(paragraph, verdict, key, arguments, null, page, waiver);
    }

    RuleFinding waivedBy(Waiver given) {
        return new RuleFinding(paragraph, Verdict.WAIVED, key, arguments, step, href, given);
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
