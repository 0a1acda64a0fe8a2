package org.kakehashi.partnership.contact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// That a person agreed to be kept: what for, when, how, until when (Act on the Protection of
/// Personal Information; GDPR Art. 6 and 7).
///
/// @param purpose what the contact is kept for
/// @param given null once withdrawn
/// @param until null: until it is withdrawn
/// @param withdrawn null: not withdrawn
public record Consent(
        @Nullable String purpose,
        @Nullable LocalDate given,
        @Nullable How how,
        @Nullable LocalDate until,
        @Nullable LocalDate withdrawn) {

    /// How somebody agreed.
    public enum How implements Coded {
        /// 同意書
        FORM,
        /// メール
        MAIL,
        /// 名刺交換
        CARD,
        /// 口頭
        ORAL
    }

    /// How it stands on a day.
    public enum State implements Coded {
        /// it counts
        GIVEN,
        /// it counts, and ends within [#SOON] days
        ENDING,
        /// it has ended: hidden from everybody but those who may ask again
        ENDED,
        /// withdrawn; the person is erased
        WITHDRAWN
    }

    static final int SOON = 90;

    public State on(LocalDate day) {
        if (withdrawn != null) {
            return State.WITHDRAWN;
        }
        if (until == null) {
            return State.GIVEN;
        }
        if (until.isBefore(day)) {
            return State.ENDED;
        }
        return until.isBefore(day.plusDays(SOON)) ? State.ENDING : State.GIVEN;
    }

    public boolean validOn(LocalDate day) {
        State state = on(day);
        return state == State.GIVEN || state == State.ENDING;
    }
}
