package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.Term;

/// Why an agreement stands as it does, in a sentence that says what to do.
final class Explanation {
    private Explanation() {}

    static String of(AgreementContent content, Status status, LocalDate asOf) {
        Ending ending = content.ending();
        return switch (status) {
            case ENDED -> ending == null ? "" : ended("agreement.why.ended", ending);
            case PROPOSED ->
                    content.proposed()
                            ? t("agreement.why.proposed")
                            : t(
                                    "agreement.why.startsLater",
                                    "day",
                                    Words.date(content.term().start()));
            case UNKNOWN ->
                    content.term().end().isKnown()
                            ? t("agreement.why.unknownStart")
                            : t("agreement.why.unknownEnd");
            case LAPSED -> t("agreement.why.lapsed", "day", lastDay(content));
            case EXPIRING ->
                    ending == null
                            ? t(
                                    "agreement.why.expiring",
                                    "day",
                                    lastDay(content),
                                    "n",
                                    daysLeft(content, asOf))
                            : ended("agreement.why.willEnd", ending);
            case IN_FORCE -> inForce(content, asOf);
        };
    }

    /// The next day on which an automatic renewal prolongs the agreement; null if there is none or
    /// nobody recorded how long a renewal lasts.
    static @Nullable LocalDate nextRenewal(Term term, LocalDate asOf) {
        LocalDate last = term.end().lastDay();
        Integer years = term.renewal().years();
        if (term.renewal().mode() != Term.RenewalMode.AUTOMATIC || last == null) {
            return null;
        }
        if (!last.isBefore(asOf)) {
            return last.plusDays(1);
        }
        if (years == null) {
            return null;
        }
        LocalDate next = last;
        for (int times = 1; next.isBefore(asOf); times++) {
            next = last.plusYears((long) years * times);
        }
        return next.plusDays(1);
    }

    private static String inForce(AgreementContent content, LocalDate asOf) {
        Term term = content.term();
        if (!term.goesOn()) {
            return t("agreement.why.inForce", "day", lastDay(content));
        }
        if (term.renewal().mode() == Term.RenewalMode.AUTOMATIC) {
            LocalDate next = nextRenewal(term, asOf);
            return next == null
                    ? t("agreement.why.automatic")
                    : t("agreement.why.automaticOn", "day", Words.date(next));
        }
        return t("agreement.why." + term.kind().code());
    }

    private static String ended(String key, Ending ending) {
        return t(
                key,
                "day",
                Words.date(ending.on()),
                "reason",
                Words.word("reason", ending.reason()));
    }

    private static @Nullable String lastDay(AgreementContent content) {
        return Words.date(content.term().end());
    }

    private static long daysLeft(AgreementContent content, LocalDate asOf) {
        LocalDate last = content.term().end().lastDay();
        return last == null ? 0 : ChronoUnit.DAYS.between(asOf, last);
    }
}
