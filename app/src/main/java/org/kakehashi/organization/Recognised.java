package org.kakehashi.organization;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.ui.Messages;

/// What a text means.
///
/// @param certainty whether the first suggestion may be accepted without a person
/// @param suggestions best first; empty when nothing is known
/// @param also other organizations the text names beside the one the suggestions are for
/// @param rest what remains of the text beside the institution's name: a department, an address
/// @param registry version of the registry the answer rests on, empty when unknown
public record Recognised(
        String text,
        Certainty certainty,
        List<Suggestion> suggestions,
        List<Also> also,
        String rest,
        String registry) {

    /// How sure the answer is.
    public enum Certainty {
        /// One organization and nothing against it, or a person decided it.
        CERTAIN,
        /// A person must choose.
        SUGGESTED,
        /// Nothing known, or a person decided that it is none.
        NONE
    }

    public Recognised {
        suggestions = List.copyOf(suggestions);
        also = List.copyOf(also);
    }

    /// A further organization the text names.
    ///
    /// @param written the part of the text that names it
    /// @param certainty certain or suggested
    public record Also(String written, Certainty certainty, OrganizationRef organization) {}

    /// The resolver's evidence as reasons in words.
    public static List<Reason> reasons(List<Evidence> evidence) {
        return Reasons.of(evidence);
    }

    /// The organization to accept without a person.
    public Optional<OrganizationRef> accepted() {
        return certainty == Certainty.CERTAIN
                ? Optional.of(suggestions.getFirst().organization())
                : Optional.empty();
    }

    /// An organization the text may mean.
    ///
    /// @param successor who continues it, when it ended and exactly one does
    /// @param score 0 to 1, comparable only within one answer
    /// @param decided a person decided this, not the machine
    public record Suggestion(
            OrganizationRef organization,
            @Nullable OrganizationRef successor,
            double score,
            boolean decided,
            List<Reason> reasons) {
        public Suggestion {
            reasons = List.copyOf(reasons);
        }
    }

    /// One reason for or against, in words of the reader's language.
    ///
    /// @param against whether it speaks against
    public record Reason(String key, Map<String, String> arguments, boolean against) {
        public String text(Locale locale) {
            return Messages.text(locale, key, arguments);
        }
    }
}
