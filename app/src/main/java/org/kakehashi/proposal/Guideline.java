package org.kakehashi.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// One edition of the university's guideline on agreements (指針). A published edition is never
/// changed; a proposal keeps the one it was submitted under.
///
/// @param example shipped to be copied, never in force
public record Guideline(
        UUID id,
        int edition,
        State state,
        boolean example,
        Bilingual title,
        Bilingual preamble,
        @Nullable LocalDate publishedOn,
        List<Paragraph> paragraphs,
        int version) {

    public enum State implements Coded {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /// A paragraph, with the check that makes it testable.
    ///
    /// @param rule null: to be read by people only
    /// @param parameter of the rule; empty where it has none
    /// @param mandatory nothing is submitted that fails it, nothing comes into force while it is
    ///   open
    public record Paragraph(
            UUID id,
            Bilingual label,
            Bilingual text,
            @Nullable Rule rule,
            String parameter,
            boolean mandatory) {}

    public Guideline {
        paragraphs = List.copyOf(paragraphs);
    }
}
