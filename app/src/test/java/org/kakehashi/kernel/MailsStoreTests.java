package org.kakehashi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.kakehashi.schema.kernel.Tables.MAILS;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox against a real SMTP server.
class MailsStoreTests extends ApplicationTest {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired private Mails mails;
    @Autowired private TransactionTemplate transaction;
    @Autowired private DSLContext jooq;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add(
                "kakehashi.smtp.url",
                () ->
                        "smtp://127.0.0.1:"
                                + SERVER.getSmtp().getPort()
                                + "?from=kakehashi@example.ac.jp");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aMailArrivesInItsLanguageAndItsTextIsForgotten() throws Exception {
        UUID id = enqueue("reader@example.ac.jp", "協定の更新", "本日が期限です。\nhttps://example.ac.jp/x");
        sent(id);
        MimeMessage message = received("reader@example.ac.jp").getFirst();
        assertThat(message.getSubject()).isEqualTo("協定の更新");
        assertThat((String) message.getContent()).contains("本日が期限です。");
        assertThat(message.getHeader("Content-Language")).containsExactly("ja");
        assertThat(message.getMessageID()).isEqualTo(mails.get(id).messageId());
        assertThat(mails.get(id).messageId()).endsWith("@example.ac.jp>");
        assertThat(bodyOf(id)).isNull();
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            mails.enqueue("never@example.ac.jp", "en", "Never", "Never");
            status.setRollbackOnly();
        });
        sent(enqueue("after@example.ac.jp", "After", "After"));
        assertThat(received("never@example.ac.jp")).isEmpty();
    }

    @Test
    void aMailWithoutATransactionIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> mails.enqueue("a@example.ac.jp", "en", "A", "A"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whenNobodyKnowsWhetherItWentOutItGoesAgainUnderTheSameIdAndIsCounted() throws Exception {
        UUID id = enqueue("twice@example.ac.jp", "Once", "Once or twice");
        sent(id);
        // As a crash leaves it between the server's answer and our note of it.
        jooq.update(MAILS)
                .set(MAILS.STATE, "sending")
                .set(MAILS.BODY, "Once or twice")
                .set(MAILS.NEXT_TRY_AT, OffsetDateTime.now().minusSeconds(1))
                .where(MAILS.ID.eq(id))
                .execute();
        sent(id);
        List<MimeMessage> both = received("twice@example.ac.jp");
        assertThat(both).hasSize(2);
        assertThat(both.get(0).getMessageID()).isEqualTo(both.get(1).getMessageID());
        assertThat(mails.get(id).possibleRepeats()).isEqualTo(1);
        assertThat(mails.get(id).attempts()).isEqualTo(2);
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndSaysWhy() {
        UUID id = enqueue("no address at all", "Lost", "Lost");
        await().until(
                        () -> {
                            mails.sendDue();
                            return mails.get(id).state();
                        },
                        state -> state == Mail.State.REFUSED);
        assertThat(mails.get(id).problem()).isNotBlank();
    }

    @Test
    void aSubjectCannotSmuggleInAHeader() throws Exception {
        UUID id =
                enqueue("plain@example.ac.jp", "Hello\r\nBcc: thief@example.com\r\n\r\nbody", "x");
        sent(id);
        MimeMessage message = received("plain@example.ac.jp").getFirst();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("Hello Bcc: thief@example.com body");
        assertThat(received("thief@example.com")).isEmpty();
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() {
        List<UUID> ids =
                java.util.stream.IntStream.range(0, 30)
                        .mapToObj(n -> enqueue("many@example.ac.jp", "Mail " + n, "Text " + n))
                        .toList();
        List<Thread> senders =
                java.util.stream.Stream.generate(() -> Thread.startVirtualThread(mails::sendDue))
                        .limit(3)
                        .toList();
        ids.forEach(this::sent);
        assertThat(senders).allSatisfy(Thread::join);
        assertThat(received("many@example.ac.jp")).hasSize(30);
        assertThat(ids).allSatisfy(id -> assertThat(mails.get(id).possibleRepeats()).isZero());
    }

    private UUID enqueue(String recipient, String subject, String body) {
        return transaction.execute(status -> mails.enqueue(recipient, "ja", subject, body));
    }

    private void sent(UUID id) {
        await().until(
                        () -> {
                            mails.sendDue();
                            return mails.get(id).state();
                        },
                        state -> state == Mail.State.SENT);
    }

    private String bodyOf(UUID id) {
        return jooq.fetchValue(jooq.select(MAILS.BODY).from(MAILS).where(MAILS.ID.eq(id)));
    }

    private static List<MimeMessage> received(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> {
                    try {
                        return Arrays.toString(message.getAllRecipients()).contains(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
