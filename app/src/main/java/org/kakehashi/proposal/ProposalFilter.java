package org.kakehashi.proposal;

import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.proposal.Tables.PROPOSALS;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;

/// Which proposals a list shows.
///
/// @param state null: any
/// @param text words in number, title or a name of the partner; empty for any
/// @param mine only those the person acting made
public record ProposalFilter(Proposal.@Nullable State state, String text, boolean mine) {
    public static final ProposalFilter ALL = new ProposalFilter(null, "", false);

    Condition condition() {
        Condition condition =
                state == null ? DSL.trueCondition() : PROPOSALS.STATE.eq(state.code());
        UUID me = CurrentUser.get().id();
        if (mine) {
            condition =
                    condition.and(me == null ? DSL.falseCondition() : PROPOSALS.CREATED_BY.eq(me));
        }
        String words = text.strip();
        if (words.isEmpty()) {
            return condition;
        }
        return condition.and(
                PROPOSALS
                        .NUMBER
                        .containsIgnoreCase(words)
                        .or(PROPOSALS.TITLE_JA.containsIgnoreCase(words))
                        .or(PROPOSALS.TITLE_EN.containsIgnoreCase(words))
                        .or(
                                DSL.exists(
                                        DSL.selectOne()
                                                .from(NAMES)
                                                .where(
                                                        NAMES.ORGANIZATION_ID.eq(
                                                                PROPOSALS.PARTNER_ID))
                                                .and(NAMES.VALUE.containsIgnoreCase(words)))));
    }
}
