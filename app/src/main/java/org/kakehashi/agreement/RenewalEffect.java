package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.Objects;
import org.kakehashi.kernel.DateText;

/// What a decision on renewal changes. What renews itself and is to be renewed stays as it is.
final class RenewalEffect {
    private RenewalEffect() {}

    static AgreementContent on(AgreementContent content, Renewal renewal, boolean automatic) {
        if (renewal.decision().renews()) {
            return automatic ? content : content.withTerm(prolonged(content.term(), renewal));
        }
        Ending.Reason reason =
                automatic || renewal.decision() == Renewal.Decision.END
                        ? Ending.Reason.CANCELLED_BY_US
                        : Ending.Reason.NOT_RENEWED;
        return content.withEnding(new Ending(last(renewal), reason, renewal.reason()));
    }

    private static Term prolonged(Term term, Renewal renewal) {
        Term.Renewal mode = term.renewal();
        return new Term(
                term.kind(),
                term.start(),
                end(renewal),
                term.knownFrom(),
                new Term.Renewal(mode.mode(), mode.years(), mode.noticeMonths(), false));
    }

    static Memorandum on(Memorandum memorandum, Renewal renewal, boolean automatic) {
        if (renewal.decision().renews()) {
            return automatic ? memorandum : ending(memorandum, end(renewal), memorandum.renewal());
        }
        Term.Renewal mode = memorandum.renewal();
        return ending(
                memorandum,
                last(renewal),
                new Term.Renewal(Term.RenewalMode.NONE, mode.years(), mode.noticeMonths(), false));
    }

    private static Memorandum ending(Memorandum whole, DateText end, Term.Renewal renewal) {
        Annex annex = whole.annex();
        return new Memorandum(
                whole.agreement(),
                new Annex(
                        annex.id(),
                        annex.kind(),
                        annex.title(),
                        annex.quotaIn(),
                        annex.quotaOut(),
                        annex.quotaUnit(),
                        annex.tuitionWaiver(),
                        annex.start(),
                        end,
                        annex.notes()),
                whole.clauses(),
                whole.counting(),
                renewal,
                whole.languages(),
                whole.binding(),
                whole.conditions(),
                whole.signatures());
    }

    private static DateText end(Renewal renewal) {
        return Renewals.day(Objects.requireNonNull(renewal.newEnd()));
    }

    private static DateText last(Renewal renewal) {
        LocalDate last = renewal.lastDay();
        return Renewals.day(last == null ? renewal.periodEnd() : last);
    }
}
