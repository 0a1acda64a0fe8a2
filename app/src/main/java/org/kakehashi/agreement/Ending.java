package org.kakehashi.agreement;

import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// That somebody ended an agreement: the last day it was in force, and why.
public record Ending(DateText on, Reason reason, Bilingual note) {
    public enum Reason implements Coded {
        NOT_RENEWED,
        CANCELLED_BY_US,
        CANCELLED_BY_PARTNER,
        BY_CONSENT,
        REPLACED,
        PARTNER_CLOSED,
        PROPOSAL_DROPPED,
        OTHER
    }

    public Ending {
        if (!on.isKnown()) {
            throw new IllegalArgumentException("An ending needs a date");
        }
    }
}
