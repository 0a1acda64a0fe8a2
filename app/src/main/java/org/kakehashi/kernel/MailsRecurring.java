package org.kakehashi.kernel;

import java.time.Duration;
import org.springframework.stereotype.Component;

/// Empties the outbox every few seconds.
@Component
class MailsRecurring implements Recurring {
    private final Mails mails;

    MailsRecurring(Mails mails) {
        this.mails = mails;
    }

    @Override
    public String name() {
        return "kernel.mails";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        mails.sendDue();
    }
}
