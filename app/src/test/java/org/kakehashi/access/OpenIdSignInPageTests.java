package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kakehashi.access.OpenIdProvider.Mischief;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in through a real OpenID provider, by the redirects a browser follows. `campus` links by
/// mail and password, `strict` lets in only who is linked, `open` makes accounts, `gone` is down.
@ExtendWith(OutputCaptureExtension.class)
class OpenIdSignInPageTests extends ApplicationTest {
    private static final OpenIdProvider PROVIDER = new OpenIdProvider();
    private static final String LOCAL_PASSWORD = "seven umbrellas on a roof";

    @Autowired private Users users;
    @Autowired private Units units;
    @Autowired private ClaimRules rules;
    @Autowired private Permissions permissions;
    @Autowired private Audit audit;
    @Autowired private Identities identities;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        settings.add("kakehashi.oidc.providers", () -> "campus, strict, open, gone");
        for (String key : List.of("campus", "strict", "open", "gone")) {
            String prefix = "kakehashi.oidc." + key + ".";
            settings.add(
                    prefix + "issuer",
                    () -> key.equals("gone") ? "http://localhost:1" : PROVIDER.issuer());
            settings.add(prefix + "client-id", () -> OpenIdProvider.CLIENT);
            settings.add(prefix + "client-secret", () -> OpenIdProvider.SECRET);
            settings.add(prefix + "name-en", () -> "The " + key + " directory");
        }
        settings.add("kakehashi.oidc.campus.first-sign-in", () -> "link");
        settings.add("kakehashi.oidc.open.first-sign-in", () -> "create");
    }

    @AfterAll
    void stopProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void behave() {
        OpenIdProvider.mischief = Mischief.NONE;
        OpenIdProvider.application = here();
    }

    @Test
    void theSignInPageOffersEachProvider() {
        Document page = visitor().get("/sign-in");
        assertThat(page.select("a[href=/sign-in/oidc/campus]").text())
                .isEqualTo("Sign in with The campus directory");
        assertThat(page.select("a[href^=/sign-in/oidc/]")).hasSize(4);
    }

    @Test
    void theWayThereCarriesStateNonceAndProof() {
        String location =
                new Traveller(false)
                        .answer(here() + "/sign-in/oidc/campus")
                        .headers()
                        .firstValue("Location")
                        .orElse("");
        assertThat(location)
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize")
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
    }

    @Test
    void theFirstSignInIsProvenByThePasswordAndTheNextGoesStraightIn() {
        account("linker", "linker@example.ac.jp");
        says("hanako", Map.of("email", "Linker@example.ac.jp", "email_verified", true));
        Traveller hanako = new Traveller(true);
        Document proof = through(hanako, "campus", "hanako");
        assertThat(proof.location()).endsWith("/sign-in/link");
        assertThat(proof.text()).contains("linker");
        String before = hanako.cookie("kakehashi");
        Document wrong =
                hanako.submit(
                        proof.expectFirst("form[action=/sign-in/link]"),
                        Map.of("password", "not the password of it"));
        assertThat(wrong.text()).contains("This password is not right.");
        Document in =
                hanako.submit(
                        wrong.expectFirst("form[action=/sign-in/link]"),
                        Map.of("password", LOCAL_PASSWORD));
        assertThat(in.select("form[action=/sign-out]")).hasSize(1);
        assertThat(hanako.cookie("kakehashi")).isNotEmpty().isNotEqualTo(before);
        Document again = through(new Traveller(true), "campus", "hanako");
        assertThat(again.select("form[action=/sign-out]")).hasSize(1);
        assertThat(again.select("a.site-user").text()).contains("Linker Mihon");
        assertThat(audit.latest(50)).anyMatch(e -> e.action().equals("access.identity.linked"));
    }

    @Test
    void whoIsNotLinkedStaysOutsideWhereThatIsThePolicy() {
        account("strict", "strict@example.ac.jp");
        says("jiro", Map.of("email", "strict@example.ac.jp", "email_verified", true));
        assertThat(through(new Traveller(true), "strict", "jiro").text())
                .contains("there is no account for you here");
    }

    @Test
    void anAddressNobodyVouchesForLeadsNowhere() {
        account("unverified", "unverified@example.ac.jp");
        says("saburo", Map.of("email", "unverified@example.ac.jp", "email_verified", false));
        assertThat(through(new Traveller(true), "campus", "saburo").text())
                .contains("did not send a verified mail address");
        assertThat(through(new Traveller(true), "open", "saburo").text())
                .contains("did not send a verified mail address");
    }

    @Test
    void aNewAccountMayDoNothingAndHasNoPassword() {
        says(
                "newcomer",
                Map.of(
                        "email", "newcomer@example.ac.jp",
                        "email_verified", true,
                        "preferred_username", "Newcomer",
                        "name", "New Comer",
                        "name#ja", "見本 新"));
        Traveller newcomer = new Traveller(true);
        Document page = through(newcomer, "open", "newcomer");
        assertThat(page.select("form[action=/sign-out]")).hasSize(1);
        User made = users.findByLogin("newcomer").orElseThrow();
        assertThat(made.grants()).isEmpty();
        assertThat(made.name()).isEqualTo(new Bilingual("見本 新", "New Comer"));
        assertThat(newcomer.answer(here() + "/users").statusCode()).isEqualTo(403);
        assertThat(identities.passwordIs(made.id(), "")).isFalse();
    }

    @Test
    void aDisabledAccountStaysOutside() {
        says("leaver", Map.of("email", "leaver@example.ac.jp", "email_verified", true));
        through(new Traveller(true), "open", "leaver");
        User leaver = users.findByLogin("leaver").orElseThrow();
        CurrentUser.SYSTEM.run(() ->
                users.change(
                        new User(
                                leaver.id(),
                                leaver.login(),
                                leaver.name(),
                                leaver.email(),
                                false,
                                leaver.grants(),
                                leaver.version()),
                        ""));
        assertThat(through(new Traveller(true), "open", "leaver").text())
                .contains("This account is switched off.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mischief.class,
            names = {"WRONG_AUDIENCE", "WRONG_ISSUER", "WRONG_NONCE", "EXPIRED"})
    void aTokenThatIsNotRightOpensNothing(Mischief mischief, CapturedOutput output) {
        says("taro", Map.of("email", "taro@example.ac.jp", "email_verified", true));
        through(new Traveller(true), "open", "taro");
        OpenIdProvider.mischief = mischief;
        Traveller taro = new Traveller(true);
        Document page = through(taro, "open", "taro");
        assertThat(page.text()).contains("could not be verified");
        assertThat(taro.answer(here() + "/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(output.getAll()).doesNotContain("eyJ", OpenIdProvider.SECRET);
    }

    @Test
    void aStateOfAnotherBrowserOpensNothing() {
        says("eve", Map.of("email", "eve@example.ac.jp", "email_verified", true));
        Traveller eve = new Traveller(true);
        through(eve, "open", "eve");
        var answer =
                new Traveller(true)
                        .answer(here() + "/sign-in/oidc/open/return?code=stolen&state=guessed");
        assertThat(answer.body()).contains("could not be verified");
        assertThat(new Traveller(true).answer(here() + "/sign-in/oidc/nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProviderThatIsDownIsSaidAndThePasswordStillWorks() {
        Document page = new Traveller(true).get(here() + "/sign-in/oidc/gone");
        assertThat(page.text()).contains("does not answer");
        assertThat(page.select("form[action=/sign-in]")).hasSize(1);
        assertThat(signedInAs("office").status("/account")).isEqualTo(200);
    }

    @Test
    void whatTheProviderSaysGivesRolesAndTakesThemAgain() {
        UUID engineering =
                CurrentUser.SYSTEM.call(() -> units.findByNameOrCode("ENG").orElseThrow().id());
        CurrentUser.SYSTEM.run(() -> {
            rules.add(rule("groups", "intl-office", "office", null, false));
            rules.add(rule("unit", "*", "member", null, true));
        });
        Map<String, Object> said = Map.of("email", "mapped@example.ac.jp", "email_verified", true);
        says(
                "mapped",
                plus(said, Map.of("groups", List.of("staff", "intl-office"), "unit", "eng")));
        through(new Traveller(true), "open", "mapped");
        User mapped = users.findByLogin("mapped").orElseThrow();
        assertThat(mapped.grants())
                .containsExactlyInAnyOrder(
                        new CurrentUser.Grant("office", null),
                        new CurrentUser.Grant("member", engineering));
        Document why = signedInAs("admin").get("/why?useCase=agreement.edit&person=" + mapped.id());
        assertThat(why.text()).contains("By rule: groups = intl-office");
        says("mapped", plus(said, Map.of("groups", List.of("staff"))));
        through(new Traveller(true), "open", "mapped");
        assertThat(users.findByLogin("mapped").orElseThrow().grants()).isEmpty();
        CurrentUser.SYSTEM.run(() -> assertThat(permissions.grants(mapped.id())).isEmpty());
    }

    @Test
    void endingARuleEndsWhatItGave() {
        var admin = signedInAs("admin");
        admin.submit(
                admin.get("/providers").expectFirst("form[action=/providers/rules]"),
                Map.of("claim", "post", "value", "vice-president", "role", "executive"));
        says(
                "vice",
                Map.of(
                        "email", "vice@example.ac.jp",
                        "email_verified", true,
                        "post", "vice-president"));
        through(new Traveller(true), "open", "vice");
        assertThat(users.findByLogin("vice").orElseThrow().grants()).hasSize(1);
        Document page = admin.get("/providers");
        assertThat(page.text()).contains("post = vice-president");
        UUID rule =
                CurrentUser.SYSTEM.call(rules::list).stream()
                        .filter(one -> one.claim().equals("post"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        admin.submit(page.expectFirst("form[action=/providers/rules/" + rule + "/end]"), Map.of());
        assertThat(users.findByLogin("vice").orElseThrow().grants()).isEmpty();
        through(new Traveller(true), "open", "vice");
        assertThat(users.findByLogin("vice").orElseThrow().grants()).isEmpty();
    }

    @Test
    void noRuleMakesAnAdministrator() {
        var admin = signedInAs("admin");
        var answer =
                admin.post(
                        admin.get("/providers").expectFirst("form[action=/providers/rules]"),
                        Map.of("claim", "groups", "value", "staff", "role", "administrator"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(CurrentUser.SYSTEM.call(rules::list))
                .noneMatch(rule -> rule.role().equals("administrator"));
    }

    @Test
    void signingOutOffersToSignOutThereToo() {
        says("goer", Map.of("email", "goer@example.ac.jp", "email_verified", true));
        Traveller goer = new Traveller(true);
        Document home = through(goer, "open", "goer");
        Document left = goer.submit(home.expectFirst("form[action=/sign-out]"), Map.of());
        assertThat(left.location()).endsWith("/sign-in/left");
        assertThat(goer.answer(here() + "/account").uri().getPath()).isEqualTo("/sign-in");
        goer.get(here() + "/sign-in/leave");
        Document again = goer.get(here() + "/sign-in/oidc/open");
        assertThat(again.location()).startsWith(PROVIDER.issuer() + "/login");
    }

    @Test
    void anIdentityTakenAwayNoLongerOpensTheAccount() {
        says("former", Map.of("email", "former@example.ac.jp", "email_verified", true));
        Traveller former = new Traveller(true);
        through(former, "open", "former");
        var admin = signedInAs("admin");
        Document page =
                admin.get(
                        "/users/" + users.findByLogin("former").orElseThrow().id() + "/identities");
        admin.submit(page.expectFirst("form[action$=/removal]"), Map.of());
        assertThat(former.answer(here() + "/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(through(new Traveller(true), "open", "former").location())
                .endsWith("/sign-in/link");
    }

    private String here() {
        return address().replace("localhost", "127.0.0.1");
    }

    private static void says(String login, Map<String, Object> claims) {
        OpenIdProvider.PEOPLE.put(login, plus(Map.of("preferred_username", login), claims));
    }

    private static Map<String, Object> plus(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new java.util.HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static ClaimRule rule(
            String claim, String value, String role, UUID unit, boolean fromValue) {
        return new ClaimRule(
                UUID.randomUUID(), null, claim, value, role, unit, fromValue, null, null, null);
    }

    private void account(String login, String mail) {
        CurrentUser.SYSTEM.run(() ->
                users.create(
                        new Users.NewUser(
                                login,
                                new Bilingual("見本 " + login, "Linker Mihon"),
                                mail,
                                LOCAL_PASSWORD,
                                List.of(new CurrentUser.Grant("office", null)))));
    }

    /// From our sign-in page to the provider's, through its form, and back.
    private Document through(Traveller person, String key, String login) {
        Document page = person.get(here() + "/sign-in/oidc/" + key);
        assertThat(page.location()).startsWith(PROVIDER.issuer());
        return person.submit(
                page.expectFirst("form"),
                Map.of("username", login, "password", "at the university"));
    }
}
