package org.kakehashi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.SmtpSender.Outcome;

/// What became of an attempt, against servers that misbehave at each step.
class SmtpSenderTests {
    private static final SmtpSender.Message MAIL =
            new SmtpSender.Message(
                    "to@example.ac.jp", "en", "Subject", "Text", "<1@example.ac.jp>", null);

    @Test
    void whereNobodyListensTheMailCertainlyDidNotGo() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(sender(port).send(MAIL).kind()).isEqualTo(Outcome.Kind.NOT_NOW);
    }

    @Test
    void aServerThatDiesWithTheMailInItsHandsLeavesItsFateUnknown() throws Exception {
        assertThat(against(Map.of(".", "")).kind()).isEqualTo(Outcome.Kind.UNKNOWN);
    }

    @Test
    void aServerThatAsksToComeBackLaterHasNotTakenIt() throws Exception {
        assertThat(against(Map.of("RCPT", "451 greylisted, come back later")).kind())
                .isEqualTo(Outcome.Kind.NOT_NOW);
        assertThat(against(Map.of(".", "452 disk full")).kind()).isEqualTo(Outcome.Kind.NOT_NOW);
    }

    @Test
    void aServerThatKnowsNobodyOfThatNameRefuses() throws Exception {
        Outcome outcome = against(Map.of("RCPT", "550 no such person"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(outcome.problem()).isNotBlank();
    }

    @Test
    void aServerThatTakesItHasSentIt() throws Exception {
        assertThat(against(Map.of()).kind()).isEqualTo(Outcome.Kind.SENT);
    }

    @Test
    void thePasswordIsNeverSpelledOut() {
        SmtpSettings settings =
                SmtpSettings.parse("smtp://office:s%40cret@mail.example.ac.jp:587?from=a@b.ac.jp");
        assertThat(settings.password()).isEqualTo("s@cret");
        assertThat(settings.toString()).doesNotContain("cret");
        assertThat(settings.properties()).containsEntry("mail.smtp.starttls.required", "true");
        assertThatThrownBy(() -> SmtpSettings.parse("https://mail.example.ac.jp"))
                .hasMessageContaining("smtp://");
    }

    private static SmtpSender sender(int port) {
        return new SmtpSender(
                "smtp://127.0.0.1:" + port + "?from=k@example.ac.jp", Clock.systemUTC());
    }

    /// A server that answers these words otherwise than well; an empty answer hangs up.
    private static Outcome against(Map<String, String> answers) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread server = Thread.startVirtualThread(() -> serve(socket, answers));
            Outcome outcome = sender(socket.getLocalPort()).send(MAIL);
            server.join();
            return outcome;
        }
    }

    private static void serve(ServerSocket socket, Map<String, String> answers) {
        try (Socket client = socket.accept();
                var in =
                        new java.io.BufferedReader(
                                new java.io.InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                String word = line.split("[ :]", 2)[0];
                data = word.equals("DATA");
                String answer =
                        answers.getOrDefault(
                                word,
                                data ? "354 go on" : word.equals("QUIT") ? "221 bye" : "250 ok");
                if (answer.isEmpty()) {
                    return;
                }
                say(client, answer);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
