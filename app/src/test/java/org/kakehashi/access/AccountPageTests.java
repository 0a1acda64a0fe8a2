package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Mails;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// One's own account: forgotten password, second factor, sessions.
class AccountPageTests extends ApplicationTest {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final String FIRST = "seven umbrellas on a roof";
    private static final String SECOND = "nine umbrellas under a bed";

    @Autowired private Users users;
    @Autowired private SecondFactors factors;
    @Autowired private Mails mails;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add(
                "kakehashi.smtp.url",
                () ->
                        "smtp://127.0.0.1:"
                                + SERVER.getSmtp().getPort()
                                + "?from=kakehashi@example.ac.jp");
        registry.add("kakehashi.address", () -> "https://kakehashi.example.ac.jp/");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aForgottenPasswordIsSetAnewByALinkThatWorksOnceAndEndsEverySession() throws Exception {
        account("forgetful", "office");
        Visitor old = in("forgetful", FIRST);
        ask(visitor(), "forgetful");
        String link = linkFor("forgetful@example.ac.jp");
        Visitor owner = visitor();
        Document form = owner.get(link);
        Document problem =
                owner.submit(
                        form.expectFirst("form[method=post][action=/sign-in/new-password]"),
                        Map.of("password", "short"));
        assertThat(problem.select("#password-problem").text()).contains("too short");
        owner.submit(
                form.expectFirst("form[action=/sign-in/new-password]"), Map.of("password", SECOND));
        assertThat(signsIn("forgetful", SECOND)).isTrue();
        assertThat(signsIn("forgetful", FIRST)).isFalse();
        assertThat(old.get("/account").select("form[action=/sign-in]")).hasSize(1);
        assertThat(visitor().get(link).text()).contains("does not work any more");
        assertThat(
                        owner.submit(
                                        form.expectFirst("form[action=/sign-in/new-password]"),
                                        Map.of("password", "eleven umbrellas in a river"))
                                .text())
                .contains("does not work any more");
        assertThat(signsIn("forgetful", SECOND)).isTrue();
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        String known = ask(visitor(), "admin").select("main").text();
        String unknown = ask(visitor(), "nobody.of.this.name").select("main").text();
        assertThat(known).isEqualTo(unknown).contains("on its way");
        Visitor visitor = visitor();
        assertThat(attempt(visitor, "admin", "wrong"))
                .isEqualTo(attempt(visitor, "nobody.of.this.name", "wrong"));
    }

    @Test
    void theLinkLeadsToTheConfiguredAddressWhateverTheRequestClaims() throws Exception {
        account("careful", "office");
        ask(visitor(), "careful@example.ac.jp");
        assertThat(textFor("careful@example.ac.jp"))
                .contains("https://kakehashi.example.ac.jp/sign-in/new-password?token=");
    }

    @Test
    void theSecondFactorIsAskedForAndACodeWorksOnce() {
        account("twofold", "office");
        Visitor owner = in("twofold", FIRST);
        Document page = owner.get("/account/second-factor");
        assertThat(page.select("svg[role=img] path").attr("d")).startsWith("M");
        byte[] secret = Totp.bytes(page.expectFirst("main code").text().replace(" ", ""));
        Document codes =
                owner.submit(
                        page.expectFirst("form[action=/account/second-factor]"),
                        Map.of("code", Totp.code(secret, step())));
        List<String> recovery = codes.select("main li code").eachText();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        Visitor again = in("twofold", FIRST);
        assertThat(again.get("/agreements").select("form[action=/sign-in/code]")).hasSize(1);
        assertThat(again.get("/account").select("form[action=/sign-in/code]")).hasSize(1);
        Document asks = again.get("/sign-in/code");
        String used = Totp.code(secret, step());
        assertThat(give(again, asks, used)).contains("not right");
        assertThat(give(again, asks, "000000")).contains("not right");
        assertThat(give(again, asks, recovery.getFirst())).doesNotContain("not right");
        assertThat(again.get("/account").text()).contains("twofold");

        Visitor third = in("twofold", FIRST);
        assertThat(give(third, third.get("/sign-in/code"), recovery.getFirst()))
                .contains("not right");
        String next = Totp.code(secret, step() + 1);
        assertThat(give(third, third.get("/sign-in/code"), next)).doesNotContain("not right");
        assertThat(third.get("/account").text()).contains("twofold");
    }

    @Test
    void aRoleThatNeedsASecondFactorSetsItUpBeforeAnythingElse() {
        account("chosen", "executive");
        CurrentUser.SYSTEM.run(() -> factors.needFor(List.of("executive")));
        try {
            Visitor chosen = in("chosen", FIRST);
            Document page = chosen.get("/strategy");
            assertThat(page.select("form[action=/sign-in/set-up]")).hasSize(1);
            byte[] secret = Totp.bytes(page.expectFirst("main code").text().replace(" ", ""));
            chosen.submit(
                    page.expectFirst("form[action=/sign-in/set-up]"),
                    Map.of("code", Totp.code(secret, step())));
            assertThat(chosen.status("/strategy")).isEqualTo(200);
            assertThat(chosen.get("/account").text()).contains("chosen");
        } finally {
            CurrentUser.SYSTEM.run(() -> factors.needFor(List.of()));
        }
    }

    @Test
    void codesCannotBeGuessedByTrying() {
        account("target", "office");
        Visitor owner = in("target", FIRST);
        Document page = owner.get("/account/second-factor");
        byte[] secret = Totp.bytes(page.expectFirst("main code").text().replace(" ", ""));
        owner.submit(
                page.expectFirst("form[action=/account/second-factor]"),
                Map.of("code", Totp.code(secret, step())));
        Visitor thief = in("target", FIRST);
        Document asks = thief.get("/sign-in/code");
        for (int i = 0; i < 10; i++) {
            give(thief, asks, "00000" + i % 10 + "x");
        }
        var refused =
                thief.post(
                        asks.expectFirst("form[action=/sign-in/code]"),
                        Map.of("code", Totp.code(secret, step() + 1)));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(thief.get("/account").select("form[action=/sign-in]")).hasSize(1);
    }

    @Test
    void aSessionEndedElsewhereIsOutWithItsNextClick() {
        account("roaming", "office");
        Visitor here = in("roaming", FIRST);
        Visitor there = in("roaming", FIRST);
        Document list = here.get("/account/sessions");
        assertThat(list.select("#sessions tbody tr")).hasSize(2);
        here.submit(list.expectFirst("#sessions form"), Map.of());
        assertThat(there.get("/account").select("form[action=/sign-in]")).hasSize(1);
        assertThat(here.get("/account/sessions").select("#sessions tbody tr")).hasSize(1);
    }

    @Test
    void anAdministratorEndsTheSessionsOfOthersAndNobodyElseDoes() {
        var id = account("stolen", "office");
        Visitor thief = in("stolen", FIRST);
        assertThat(signedInAs("office").status("/users/" + id + "/sessions")).isEqualTo(403);
        Visitor admin = signedInAs("admin");
        admin.submit(
                admin.get("/users/" + id + "/sessions").expectFirst("form[action$=/others/end]"),
                Map.of());
        assertThat(thief.get("/account").select("form[action=/sign-in]")).hasSize(1);
    }

    @Test
    void aNewPasswordSignsEveryOtherBrowserOut() {
        account("changing", "office");
        Visitor here = in("changing", FIRST);
        Visitor there = in("changing", FIRST);
        Document done =
                here.submit(
                        here.get("/account").expectFirst("form[action=/account/password]"),
                        Map.of("present", FIRST, "password", SECOND));
        assertThat(done.text()).contains("has been changed");
        assertThat(here.get("/account").text()).contains("changing");
        assertThat(there.get("/account").select("form[action=/sign-in]")).hasSize(1);
    }

    @Test
    void signingInChangesTheSessionSoThatNobodyCanPlantOne() {
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        String before = visitor.cookie("kakehashi");
        visitor.signIn("office", DemoAccounts.PASSWORD);
        assertThat(visitor.cookie("kakehashi")).isNotEqualTo(before);
    }

    private java.util.UUID account(String login, String role) {
        return CurrentUser.SYSTEM.call(() ->
                users.create(
                        new Users.NewUser(
                                login,
                                new Bilingual("見本 " + login, login + " Mihon"),
                                login + "@example.ac.jp",
                                FIRST,
                                List.of(new CurrentUser.Grant(role, null)))));
    }

    private Visitor in(String login, String password) {
        Visitor visitor = visitor();
        visitor.signIn(login, password);
        return visitor;
    }

    private boolean signsIn(String login, String password) {
        return in(login, password).get("/").select("form[action=/sign-out]").size() == 1;
    }

    private static String attempt(Visitor visitor, String login, String password) {
        return visitor.submit(
                        visitor.get("/sign-in").expectFirst("form[action=/sign-in]"),
                        Map.of("login", login, "password", password))
                .select("[role=alert]")
                .text();
    }

    private static Document ask(Visitor visitor, String login) {
        return visitor.submit(
                visitor.get("/sign-in/reset").expectFirst("form[action=/sign-in/reset]"),
                Map.of("login", login));
    }

    private static String give(Visitor visitor, Document page, String code) {
        return visitor.submit(
                        page.expectFirst("form[action=/sign-in/code]"),
                        new HashMap<>(Map.of("code", code)))
                .text();
    }

    private String linkFor(String address) throws Exception {
        Matcher link =
                Pattern.compile("https://kakehashi\\.example\\.ac\\.jp(/\\S+)")
                        .matcher(textFor(address));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String textFor(String address) throws Exception {
        await().until(() -> {
            mails.sendDue();
            return Arrays.stream(SERVER.getReceivedMessages()).anyMatch(one -> isTo(one, address));
        });
        MimeMessage last =
                Arrays.stream(SERVER.getReceivedMessages())
                        .filter(one -> isTo(one, address))
                        .reduce((a, b) -> b)
                        .orElseThrow();
        return (String) last.getContent();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(address);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long step() {
        return Instant.now().getEpochSecond() / 30;
    }
}
