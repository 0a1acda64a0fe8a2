package org.kakehashi.proposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// A proposal of an agreement (協定締結の提案).
///
/// @param number `P-2026-0001`, counted per year, never given twice
/// @param since when it came into its state
/// @param agreement what it became; null until both sides have signed
/// @param guideline the edition it was submitted under; null before that
/// @param endReason why it was withdrawn
public record Proposal(
        UUID id,
        String number,
        State state,
        OffsetDateTime since,
        ProposalContent content,
        @Nullable UUID createdBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime approvedAt,
        @Nullable LocalDate effectiveOn,
        @Nullable UUID agreement,
        @Nullable UUID guideline,
        @Nullable String endReason,
        int version) {

    public enum State implements Coded {
        /// 作成中
        DRAFT,
        /// 審議中
        SUBMITTED,
        /// 差戻し
        RETURNED,
        /// 承認済み・署名待ち
        APPROVED,
        /// 締結
        SIGNED,
        /// 否決
        REFUSED,
        /// 取下げ
        WITHDRAWN;

        /// May what it says be changed?
        public boolean open() {
            return this == DRAFT || this == RETURNED;
        }

        public boolean over() {
            return this == SIGNED || this == REFUSED || this == WITHDRAWN;
        }
    }

    public String href() {
        return "/proposals/" + id;
    }
}
