package org.kakehashi.strategy;

import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.springframework.stereotype.Service;

/// The figures: values of indicators on any day, computed at once from the facts the person acting
/// may read.
@Service
public class Figures {
    private final AgreementCounts counts;
    private final Access access;

    Figures(AgreementCounts counts, Access access) {
        this.counts = counts;
        this.access = access;
    }

    /// Starts a reckoning: say what is wanted, then everything is counted together.
    public Reckoning reckon() {
        access.require(Plans.READ);
        return new Reckoning(counts);
    }
}
