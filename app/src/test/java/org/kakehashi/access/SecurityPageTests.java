package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What an attacker tries first, at the pages of this room.
class SecurityPageTests extends ApplicationTest {
    private static final String PAYLOAD =
            "見本\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    @Autowired private Users users;
    @Autowired private Units units;

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void whatPeopleTypeStaysText(String language) {
        Visitor admin = signedInAs("admin").reads(language);
        CurrentUser.SYSTEM.run(() -> {
            if (users.findByLogin("hostile").isEmpty()) {
                users.create(
                        new Users.NewUser(
                                "hostile",
                                new Bilingual(PAYLOAD, PAYLOAD),
                                null,
                                "seven umbrellas on a roof",
                                List.of(new CurrentUser.Grant("office", null))));
                units.save(
                        new Unit(
                                java.util.UUID.randomUUID(),
                                "EVIL",
                                null,
                                "other",
                                new Bilingual(PAYLOAD, PAYLOAD),
                                null,
                                null,
                                null,
                                0,
                                0));
            }
        });
        Visitor hostile = visitor().reads(language);
        hostile.signIn("hostile", "seven umbrellas on a roof");
        hostile.submit(
                hostile.get("/account/tokens").expectFirst("form[action=/account/tokens]"),
                Map.of("name", PAYLOAD, "useCases", "strategy.read"));
        String user = "/users/" + users.findByLogin("hostile").orElseThrow().id();
        for (String path : List.of("/users", user, user + "/grants", "/units", "/why", "/audit")) {
            harmless(admin.get(path), path);
        }
        for (String path : List.of("/", "/account", "/account/tokens", "/units", "/why")) {
            harmless(hostile.get(path), path);
        }
        assertThat(admin.get("/users").text()).contains(PAYLOAD);
        assertThat(hostile.get("/account/tokens").text()).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%3Cimg%20src=x%3E",
                "/why?useCase=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/sign-in?error=%3Cimg%20src=x%3E",
                "/sign-in/new-password?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/no-such-page?%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void whatAnAddressSaysStaysText(String path) {
        Visitor office = signedInAs("office");
        assertThat(office.status(path)).isLessThan(500);
        harmless(office.get(path), path);
    }

    @Test
    void fieldsNobodyOfferedChangeNothing() {
        Visitor member = signedInAs("member");
        Map<String, String> greedy = new HashMap<>();
        greedy.put("email", "member@example.ac.jp");
        greedy.put("language", "en");
        greedy.put("roles", "administrator");
        greedy.put("grants[0].role", "administrator");
        greedy.put("login", "admin");
        greedy.put("active", "true");
        greedy.put("id", users.findByLogin("admin").orElseThrow().id().toString());
        member.submit(member.get("/account").expectFirst("form[action=/account/contact]"), greedy);
        User after = users.findByLogin("member").orElseThrow();
        assertThat(after.email()).isEqualTo("member@example.ac.jp");
        assertThat(after.grants()).extracting(CurrentUser.Grant::role).containsExactly("member");
        assertThat(users.findByLogin("admin").orElseThrow().email()).isNull();
        assertThat(member.status("/users")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%2e%2e/application.properties",
                "/assets/....//application.properties",
                "/assets/css/..;/..;/application.properties",
                "/assets/%252e%252e/application.properties",
                "/assets/application.properties",
                "/assets//etc/passwd"
            })
    void noAddressLeadsOutOfTheAssets(String path) {
        var answer = visitor().download(path);
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .doesNotContain("spring.", "root:");
    }

    /// The web server refuses these itself, before any code of ours; Java's own client cannot send
    /// them all.
    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/", "/assets/%2e%2e/%2e%2e/%2e%2e/x", "/%00", "/a|b", "/%zz"})
    void whatTheServerRefusesIsToldInBothLanguages(String path) {
        for (String language : List.of("ja", "en")) {
            String answer = RawRequest.get(address(), path, Map.of("Accept-Language", language));
            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(answer).contains("lang=\"" + language + "\"");
            assertThat(answer)
                    .contains("could not be understood", "リクエスト")
                    .doesNotContain("Tomcat", "HTTP Status");
        }
    }

    @Test
    void theLanguageSwitchStaysHere() {
        String answer =
                RawRequest.get(
                        address(), "//evil.example/x?a=b=c&lang=ja", Map.of("Accept", "text/html"));
        assertThat(answer)
                .doesNotContain("href=\"//")
                .contains("/evil.example/x?a=b=c&amp;lang=en");
    }

    @Test
    void signingInLeadsNowhereElse() {
        Visitor visitor = visitor().withoutFollowing();
        visitor.answer("/users?next=https://evil.example/");
        var form = visitor.get("/sign-in").expectFirst("form[action=/sign-in]");
        var answer =
                visitor.post(
                        form,
                        Map.of(
                                "login", "executive",
                                "password", DemoAccounts.PASSWORD,
                                "next", "https://evil.example/",
                                "continue", "//evil.example/",
                                "redirect_uri", "https://evil.example/"));
        String location = answer.headers().firstValue("Location").orElse("");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location.replace(address(), "")).startsWith("/").doesNotStartWith("//");
        assertThat(java.net.URI.create(address()).resolve(location).getHost())
                .isEqualTo("localhost");
    }

    private static void harmless(Document page, String path) {
        assertThat(page.select("script:containsData(alert(1)), img[src=x], [onerror]"))
                .as(path)
                .isEmpty();
    }
}
