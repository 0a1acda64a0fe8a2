package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Signing in by the headers of a Shibboleth service provider: with this machine as the proxy, with
/// another one, and switched off.
class ShibbolethPageTests {
    private static final String IDP = "https://idp.example.ac.jp/idp/shibboleth";

    private static Map<String, String> headers(String eppn) {
        return new HashMap<>(
                Map.of(
                        "X-Shib-Identity-Provider",
                        IDP,
                        "X-Shib-eppn",
                        eppn,
                        "X-Shib-mail",
                        eppn,
                        "X-Shib-displayName",
                        "Mihon Hanako",
                        "X-Shib-affiliation",
                        "staff;member",
                        "X-Shib-ou",
                        "ENG"));
    }

    @Nested
    @TestPropertySource(
            properties = {
                "kakehashi.shibboleth.proxies=127.0.0.1,::1",
                "kakehashi.shibboleth.identity-providers=" + IDP,
                "kakehashi.shibboleth.first-sign-in=create"
            })
    class BehindTheProxy extends ApplicationTest {
        @Autowired private Users users;
        @Autowired private Units units;
        @Autowired private ClaimRules rules;

        @Test
        void whoTheProxyNamesIsInWithTheRolesOfTheRules() {
            UUID engineering =
                    CurrentUser.SYSTEM.call(() -> units.findByNameOrCode("ENG").orElseThrow().id());
            CurrentUser.SYSTEM.run(() ->
                    rules.add(
                            new ClaimRule(
                                    UUID.randomUUID(),
                                    "shibboleth",
                                    "ou",
                                    "*",
                                    "member",
                                    null,
                                    true,
                                    30,
                                    null,
                                    null)));
            Traveller hanako = new Traveller(true);
            var answer =
                    hanako.answer(
                            address() + "/sign-in/shibboleth", headers("hanako@example.ac.jp"));
            assertThat(answer.body()).contains("/sign-out");
            User made = users.findByLogin("hanako@example.ac.jp").orElseThrow();
            assertThat(made.grants()).containsExactly(new CurrentUser.Grant("member", engineering));
            assertThat(visitor().get("/sign-in").select("a[href=/sign-in/shibboleth]")).hasSize(1);
        }

        @Test
        void japaneseNamesArriveWhole() {
            Map<String, String> headers = headers("taro@example.ac.jp");
            byte[] utf8 = "見本 太郎".getBytes(StandardCharsets.UTF_8);
            var raw = RawRequest.get(address() + "/sign-in/shibboleth", headers, utf8);
            assertThat(raw).contains("302");
            assertThat(users.findByLogin("taro@example.ac.jp").orElseThrow().name().ja())
                    .isEqualTo("見本 太郎");
        }

        @Test
        void anotherIdentityProviderOfTheFederationIsRefused() {
            Map<String, String> headers = headers("stranger@elsewhere.example");
            headers.put("X-Shib-Identity-Provider", "https://idp.elsewhere.example/");
            assertThat(signIn(headers)).contains("could not be verified");
            assertThat(users.findByLogin("stranger@elsewhere.example")).isEmpty();
        }

        @Test
        void withoutAPrincipalNameNobodyIsAnybody() {
            Map<String, String> headers = headers("nobody@example.ac.jp");
            headers.remove("X-Shib-eppn");
            assertThat(signIn(headers)).contains("eduPersonPrincipalName");
            headers.put("X-Shib-eppn", "(null)");
            assertThat(signIn(headers)).contains("eduPersonPrincipalName");
        }

        @Test
        void headersMeanNothingAtAnyOtherAddress() {
            Traveller clever = new Traveller(true);
            var answer = clever.answer(address() + "/users", headers("admin@example.ac.jp"));
            assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
        }

        private String signIn(Map<String, String> headers) {
            return new Traveller(true).answer(address() + "/sign-in/shibboleth", headers).body();
        }
    }

    @Nested
    @TestPropertySource(
            properties = {
                "kakehashi.shibboleth.proxies=192.0.2.7",
                "kakehashi.shibboleth.identity-providers=" + IDP,
                "kakehashi.shibboleth.first-sign-in=create"
            })
    class FromElsewhere extends ApplicationTest {
        @Autowired private Users users;

        @Test
        void headersFromAnyOtherAddressAreRefusedEverywhere() {
            for (String path : List.of("/sign-in/shibboleth", "/", "/public/agreements")) {
                var answer =
                        new Traveller(false)
                                .answer(address() + path, headers("spoof@example.ac.jp"));
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
            }
            Map<String, String> claimed = headers("spoof@example.ac.jp");
            claimed.put("X-Forwarded-For", "192.0.2.7");
            claimed.put("Forwarded", "for=192.0.2.7");
            assertThat(
                            new Traveller(false)
                                    .answer(address() + "/sign-in/shibboleth", claimed)
                                    .statusCode())
                    .isEqualTo(403);
            assertThat(users.findByLogin("spoof@example.ac.jp")).isEmpty();
        }

        @Test
        void withoutHeadersTheDoorStaysShutAndTheRestWorks() {
            assertThat(visitor().status("/sign-in/shibboleth")).isEqualTo(403);
            assertThat(visitor().status("/sign-in")).isEqualTo(200);
        }
    }

    @Nested
    class SwitchedOff extends ApplicationTest {
        @Autowired private Users users;

        @Test
        void thereIsNoSuchDoorAndNoButton() {
            var answer =
                    new Traveller(false)
                            .answer(
                                    address() + "/sign-in/shibboleth",
                                    headers("spoof@example.ac.jp"));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(visitor().get("/sign-in").select("a[href*=shibboleth]")).isEmpty();
            assertThat(users.findByLogin("spoof@example.ac.jp")).isEmpty();
        }
    }
}
