package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.ApplicationTest;

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
}
