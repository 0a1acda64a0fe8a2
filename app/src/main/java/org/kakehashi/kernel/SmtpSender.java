package org.kakehashi.kernel;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Hands one mail to the server named by the settings, and says what became of it.
@Component
class SmtpSender {
    /// A mail as it goes out.
    record Message(
            String recipient,
            String language,
            String subject,
            String body,
            String messageId,
            @Nullable String calendar) {}

    /// What became of an attempt.
    record Outcome(Kind kind, @Nullable String problem) {
        enum Kind {
            SENT,
            /// The server will never take it.
            REFUSED,
            /// The server certainly has not taken it; later perhaps.
            NOT_NOW,
            /// The connection broke while the server had the mail in its hands.
            UNKNOWN
        }
    }

    private final @Nullable SmtpSettings settings;
    private final Clock clock;

    SmtpSender(@Value("${kakehashi.smtp.url:}") String url, Clock clock) {
        this.settings = url.isBlank() ? null : SmtpSettings.parse(url);
        this.clock = clock;
    }

    boolean configured() {
        return settings != null;
    }

    /// The right side of Message-IDs.
    String domain() {
        return settings == null ? "kakehashi.invalid" : settings.domain();
    }

    String from() {
        return settings == null ? "kakehashi@" + domain() : settings.from();
    }

    Outcome send(Message mail) {
        SmtpSettings known = settings;
        if (known == null) {
            return new Outcome(Outcome.Kind.NOT_NOW, "no server");
        }
        MimeMessage message;
        Session session = Session.getInstance(known.properties());
        try {
            message = message(session, known, mail);
        } catch (MessagingException e) {
            return outcome(Outcome.Kind.REFUSED, e);
        }
        Outcome outcome = null;
        try (Transport transport = session.getTransport(known.protocol())) {
            transport.connect(known.host(), known.port(), known.user(), known.password());
            outcome = handOver(transport, message);
            return outcome;
        } catch (MessagingException e) {
            // Nothing was begun, or only closing failed and the outcome stands.
            return outcome != null ? outcome : outcome(Outcome.Kind.NOT_NOW, e);
        }
    }

    private static Outcome handOver(Transport transport, MimeMessage message) {
        try {
            Address[] to = message.getRecipients(RecipientType.TO);
            transport.sendMessage(message, to);
            return new Outcome(Outcome.Kind.SENT, null);
        } catch (MessagingException e) {
            int code = replyCode(e);
            if (code >= 500) {
                return outcome(Outcome.Kind.REFUSED, e);
            }
            return outcome(code >= 400 ? Outcome.Kind.NOT_NOW : Outcome.Kind.UNKNOWN, e);
        }
    }

    /// The server's own word, if it spoke: then the mail was certainly not taken.
    private static int replyCode(MessagingException e) {
        for (@Nullable Exception one = e; one != null; one = next(one)) {
            switch (one) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException from -> {
                    return from.getReturnCode();
                }
                case SMTPSendFailedException send when send.getNextException() == null -> {
                    return send.getReturnCode();
                }
                case AuthenticationFailedException refused -> {
                    return 450;
                }
                default -> {}
            }
        }
        return e instanceof SendFailedException failed && failed.getNextException() == null
                ? 550
                : -1;
    }

    private static @Nullable Exception next(Exception one) {
        return one instanceof MessagingException more ? more.getNextException() : null;
    }

    private static Outcome outcome(Outcome.Kind kind, MessagingException e) {
        String problem = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return new Outcome(kind, problem.substring(0, Math.min(500, problem.length())));
    }

    private MimeMessage message(Session session, SmtpSettings from, Message mail)
            throws MessagingException {
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", mail.messageId());
                    }
                };
        message.setFrom(new InternetAddress(from.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), "UTF-8");
        if (mail.calendar() == null) {
            message.setText(mail.body(), "UTF-8");
        } else {
            message.setContent(withInvitation(mail.body(), mail.calendar()));
        }
        message.setHeader("Content-Language", mail.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    /// The text, and beside it the invitation as calendars read it (RFC 6047).
    private static MimeMultipart withInvitation(String text, String calendar)
            throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        String method = calendar.contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST";
        MimeBodyPart invitation = new MimeBodyPart();
        invitation.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                calendar.getBytes(StandardCharsets.UTF_8),
                                "text/calendar; method=" + method + "; charset=UTF-8")));
        invitation.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeMultipart("alternative", words, invitation);
    }
}
