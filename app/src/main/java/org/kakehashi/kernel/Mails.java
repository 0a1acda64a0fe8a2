package org.kakehashi.kernel;

import static org.kakehashi.schema.kernel.Tables.MAILS;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.SmtpSender.Outcome;
import org.kakehashi.schema.kernel.tables.records.MailsRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Mail to people. [#enqueue] writes it down in the caller's transaction; background work sends it.
/// None is lost by a crash; where nobody can know whether the server took one before the crash, it
/// goes out again under the same Message-ID and is counted as a possible repeat.
@Component
public class Mails {
    /// A mail being sent belongs to its sender for so long; longer than any SMTP time-out.
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    /// Refused for now (greylisting, full mailbox) for longer than some four days: given up.
    private static final int MOST_ATTEMPTS = 50;

    private final DSLContext jooq;
    private final TransactionTemplate transaction;
    private final SmtpSender sender;
    private final Clock clock;

    Mails(DSLContext jooq, TransactionTemplate transaction, SmtpSender sender, Clock clock) {
        this.jooq = jooq;
        this.transaction = transaction;
        this.sender = sender;
        this.clock = clock;
    }

    /// Writes a mail to be sent once the caller's transaction has committed.
    ///
    /// @param language `ja` or `en`, the recipient's
    /// @param body plain text
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enqueue(String recipient, String language, String subject, String body) {
        return enqueue(recipient, language, subject, body, null);
    }

    /// As above, with an invitation in it (RFC 6047) that the reader's calendar takes.
    ///
    /// @param calendar iCalendar text with its METHOD, or null
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enqueue(
            String recipient,
            String language,
            String subject,
            String body,
            @Nullable String calendar) {
        UUID id = UUID.randomUUID();
        jooq.insertInto(MAILS)
                .set(MAILS.ID, id)
                .set(MAILS.RECIPIENT, recipient.strip())
                .set(MAILS.LANGUAGE, language)
                .set(MAILS.SUBJECT, subject.replaceAll("\\s+", " ").strip())
                .set(MAILS.BODY, body)
                .set(MAILS.CALENDAR, calendar)
                .set(MAILS.MESSAGE_ID, "<" + id + "@" + sender.domain() + ">")
                .set(MAILS.NEXT_TRY_AT, OffsetDateTime.now(clock))
                .set(MAILS.CREATED_AT, OffsetDateTime.now(clock))
                .execute();
        return id;
    }

    /// Takes the address, subject and text out of every mail to a person who is erased; what had
    /// not been sent is not sent any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String recipient) {
        jooq.update(MAILS)
                .set(MAILS.STATE, DSL.when(MAILS.STATE.eq("sent"), "sent").otherwise("refused"))
                .set(MAILS.RECIPIENT, "")
                .set(MAILS.SUBJECT, "")
                .setNull(MAILS.BODY)
                .setNull(MAILS.CALENDAR)
                .where(MAILS.RECIPIENT.eq(recipient.strip()))
                .execute();
    }

    /// The address mails come from.
    public String from() {
        return sender.from();
    }

    /// Is there a server to send through? Without one, mails wait.
    public boolean configured() {
        return sender.configured();
    }

    public Mail get(UUID id) {
        return jooq.selectFrom(MAILS)
                .where(MAILS.ID.eq(id))
                .fetchOptional(Mails::mail)
                .orElseThrow(KakehashiException::notFound);
    }

    /// The newest mails.
    public List<Mail> latest(int limit) {
        return jooq.selectFrom(MAILS)
                .orderBy(MAILS.CREATED_AT.desc(), MAILS.ID.desc())
                .limit(limit)
                .fetch(Mails::mail);
    }

    /// How many wait to be sent.
    public int waiting() {
        return jooq.fetchCount(MAILS, MAILS.STATE.in("waiting", "sending"));
    }

    /// Sends what is due, one after the other, and returns how many the server took. May run beside
    /// itself.
    public int sendDue() {
        int sent = 0;
        while (sender.configured()) {
            Optional<MailsRecord> due = transaction.execute(status -> take());
            if (due == null || due.isEmpty()) {
                break;
            }
            MailsRecord mail = due.get();
            Outcome outcome =
                    sender.send(
                            new SmtpSender.Message(
                                    mail.getRecipient(),
                                    mail.getLanguage(),
                                    mail.getSubject(),
                                    String.valueOf(mail.getBody()),
                                    mail.getMessageId(),
                                    mail.getCalendar()));
            transaction.executeWithoutResult(status -> settle(mail, outcome));
            if (outcome.kind() == Outcome.Kind.SENT) {
                sent++;
            } else if (outcome.kind() != Outcome.Kind.REFUSED) {
                break; // the server has trouble; the others wait for the next run
            }
        }
        return sent;
    }

    private Optional<MailsRecord> take() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<MailsRecord> due =
                jooq.selectFrom(MAILS)
                        .where(MAILS.STATE.in("waiting", "sending"))
                        .and(MAILS.NEXT_TRY_AT.le(now))
                        .orderBy(MAILS.NEXT_TRY_AT, MAILS.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()
                        .fetchOptional();
        due.ifPresent(mail -> {
            if (mail.getState().equals("sending")) {
                mail.setPossibleRepeats(mail.getPossibleRepeats() + 1);
            }
            mail.setState("sending");
            mail.setAttempts(mail.getAttempts() + 1);
            mail.setNextTryAt(now.plus(LEASE));
            jooq.update(MAILS).set(mail).where(MAILS.ID.eq(mail.getId())).execute();
        });
        return due;
    }

    private void settle(MailsRecord mail, Outcome outcome) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean over = mail.getAttempts() >= MOST_ATTEMPTS;
        String state =
                switch (outcome.kind()) {
                    case SENT -> "sent";
                    case REFUSED -> "refused";
                    case NOT_NOW -> over ? "refused" : "waiting";
                    case UNKNOWN -> over ? "refused" : "sending";
                };
        boolean ended = state.equals("sent") || state.equals("refused");
        jooq.update(MAILS)
                .set(MAILS.STATE, state)
                .set(MAILS.PROBLEM, outcome.problem())
                .set(MAILS.NEXT_TRY_AT, now.plus(pause(mail.getAttempts())))
                .set(MAILS.SENT_AT, state.equals("sent") ? now : null)
                .set(MAILS.BODY, ended ? null : mail.getBody())
                .set(MAILS.CALENDAR, ended ? null : mail.getCalendar())
                .where(MAILS.ID.eq(mail.getId()))
                .and(MAILS.STATE.eq("sending"))
                .execute();
    }

    /// 15 s, 30 s, 1 min … 2 h.
    private static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(15).multipliedBy(1L << Math.min(attempts - 1, 12));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static Mail mail(MailsRecord row) {
        @Nullable OffsetDateTime sentAt = row.getSentAt();
        return new Mail(
                row.getId(),
                row.getRecipient(),
                row.getLanguage(),
                row.getSubject(),
                row.getMessageId(),
                Mail.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getAttempts(),
                row.getPossibleRepeats(),
                row.getProblem(),
                row.getCreatedAt(),
                row.getNextTryAt(),
                sentAt);
    }
}
