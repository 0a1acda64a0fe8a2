package org.kakehashi.review;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kakehashi.kernel.Mails;
import org.kakehashi.kernel.Recurring;
import org.kakehashi.review.internal.NoticeStore;
import org.kakehashi.review.internal.NoticeStore.Addressee;
import org.kakehashi.review.internal.NoticeStore.Stored;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells notices by mail: each as it comes outside the quiet hours, or all of a day in one mail
/// (invitations to meetings always in one of their own). The mail is enqueued in the transaction
/// that marks its notices as told, so a crash neither loses nor doubles one.
@Component
class NoticeMail implements Recurring {
    private final NoticeStore store;
    private final Mails mails;
    private final Invitations invitations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String address;

    NoticeMail(
            NoticeStore store,
            Mails mails,
            Invitations invitations,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${kakehashi.address:}") String address) {
        this.store = store;
        this.mails = mails;
        this.invitations = invitations;
        this.transaction = transaction;
        this.clock = clock;
        this.address = address;
    }

    @Override
    public String name() {
        return "review.notice-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        runAt(OffsetDateTime.now(clock));
    }

    /// What is due at this moment, whose hour is the office's.
    void runAt(OffsetDateTime now) {
        for (Addressee to : store.waitingForMail()) {
            OffsetDateTime before =
                    switch (to.settings().mode()) {
                        case NONE -> null;
                        case EACH -> to.settings().quietAt(now.getHour()) ? null : now;
                        case DAILY -> digest(to.settings(), now);
                    };
            if (before != null) {
                transaction.executeWithoutResult(status -> tell(to, before, now));
            }
        }
    }

    /// A daily mail holds what was written before its hour of the day.
    private static OffsetDateTime digest(NoticeSettings settings, OffsetDateTime now) {
        OffsetDateTime today =
                now.withHour(settings.digestHour()).withMinute(0).withSecond(0).withNano(0);
        return today.isAfter(now) ? today.minusDays(1) : today;
    }

    private void tell(Addressee to, OffsetDateTime before, OffsetDateTime now) {
        List<Stored> notices = store.takeUnmailed(to.user(), before);
        if (notices.isEmpty()) {
            return;
        }
        Locale locale = Locale.of(to.language());
        // an invitation goes into the reader's calendar from a mail of its own
        boolean each = to.settings().mode() == NoticeSettings.Mode.EACH;
        List<Stored> together =
                each
                        ? List.of()
                        : notices.stream().filter(one -> !Invitations.is(one.notice())).toList();
        notices.stream()
                .filter(one -> !together.contains(one))
                .forEach(one -> enqueue(to, locale, List.of(one)));
        if (!together.isEmpty()) {
            enqueue(to, locale, together);
        }
        store.markMailed(notices.stream().map(Stored::id).toList(), now);
    }

    private void enqueue(Addressee to, Locale locale, List<Stored> notices) {
        String subject =
                notices.size() == 1
                        ? NoticeWords.sentence(notices.getFirst().notice(), locale)
                        : Messages.text(locale, "review.mail.subject", Map.of("n", notices.size()));
        String body =
                notices.stream()
                        .map(one ->
                                "- "
                                        + NoticeWords.sentence(one.notice(), locale)
                                        + (address.isBlank()
                                                ? ""
                                                : "\n  " + address + one.notice().href()))
                        .collect(Collectors.joining("\n"));
        mails.enqueue(
                to.email(),
                to.language(),
                subject,
                body + "\n\n" + Messages.text(locale, "review.mail.foot") + "\n",
                notices.size() == 1
                        ? invitations.of(notices.getFirst().notice(), to.email(), locale)
                        : null);
    }
}
