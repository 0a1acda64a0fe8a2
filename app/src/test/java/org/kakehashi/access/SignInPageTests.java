package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;

class SignInPageTests extends ApplicationTest {
    @Test
    void theRightPasswordSignsIn() {
        assertThat(signedInAs("office").get("/").select("form[action=/sign-out]")).hasSize(1);
    }

    @Test
    void theWrongPasswordExplainsItself() {
        var visitor = visitor().reads("ja");
        var answer =
                visitor.submit(
                        visitor.get("/sign-in").expectFirst("form[action=/sign-in]"),
                        Map.of("login", "office", "password", "wrong"));
        assertThat(answer.select("[role=alert]").text()).contains("正しくない");
        assertThat(visitor.get("/").select("form[action=/sign-out]")).isEmpty();
    }

    @Test
    void aForgedRequestIsRefused() {
        assertThat(signedInAs("admin").forge("/sign-out", Map.of())).isEqualTo(403);
    }

    @Test
    void theSamePageIsOneClickAwayInTheOtherLanguage() {
        var visitor = visitor();
        var english = visitor.get("/sign-in");
        assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
        var japanese = visitor.get(english.expectFirst("a[lang=ja]").attr("href"));
        assertThat(japanese.selectFirst("html").attr("lang")).isEqualTo("ja");
        assertThat(japanese.select("h1").text()).isEqualTo("ログイン");
    }

    @Test
    void everyAnswerCarriesAStrictPolicy() {
        var policy =
                visitor()
                        .download("/sign-in")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("");
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void afterTenFailuresEvenTheRightPasswordWaits() {
        var visitor = visitor();
        for (int i = 0; i < 10; i++) {
            assertThat(tryToSignIn(visitor, "member", "guess " + i)).contains("not right");
        }
        var refused =
                visitor.post(
                        visitor.get("/sign-in").expectFirst("form[action=/sign-in]"),
                        Map.of("login", "member", "password", DemoAccounts.PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(refused.body()).contains("quarter");
        assertThat(visitor.get("/").select("form[action=/sign-out]")).isEmpty();
        assertThat(signedInAs("executive").get("/").select("form[action=/sign-out]")).hasSize(1);
    }

    @Test
    void whoIsSentToSignInStaysOnTheServerWhateverTheRequestSays() {
        var answer = visitor().withoutFollowing().download("/users");
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void whatNoPersonTypesIsNotUnderstood() {
        assertThat(visitor().status("/sign-in?error=%00")).isEqualTo(400);
    }

    @Test
    void whatTheFirewallRefusesCarriesThePolicyToo() {
        for (String path : new String[] {"/a;b", "//sign-in", "/a%3bb", "/a%0ab"}) {
            var answer = visitor().download(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'");
        }
    }

    private static String tryToSignIn(Visitor visitor, String login, String password) {
        return visitor.submit(
                        visitor.get("/sign-in").expectFirst("form[action=/sign-in]"),
                        Map.of("login", login, "password", password))
                .select("[role=alert]")
                .text();
    }
}
