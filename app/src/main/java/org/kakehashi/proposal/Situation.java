package org.kakehashi.proposal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.compliance.Gate;

/// What the checks look at: what the proposal says, and what the system knows.
///
/// @param gate of the partner's due diligence; null: no partner yet
/// @param exchanges recorded exchanges, visits and the like with the partner
/// @param drafts of the text
record Situation(
        ProposalContent content, @Nullable Gate gate, int exchanges, int drafts, LocalDate today) {}
