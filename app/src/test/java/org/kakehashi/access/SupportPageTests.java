package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// An administrator sees what another person sees, and nothing more happens.
class SupportPageTests extends ApplicationTest {
    @Autowired private Users users;
    @Autowired private Permissions permissions;
    @Autowired private Audit audit;
    @Autowired private DSLContext jooq;

    /// Nobody who reads what the administrator may not is looked through; here the administrator
    /// may read about people too.
    @BeforeAll
    void administratorsReadAboutPeople() {
        var everywhere = Map.of("administrator", Permissions.Reach.EVERYWHERE);
        CurrentUser.SYSTEM.run(() ->
                permissions.change(Map.of("person.read", everywhere, "mobility.read", everywhere)));
    }

    @Test
    void theAdministratorSeesThePagesOfTheMemberWithABannerOnEach() {
        Visitor admin = viewing("member");
        Document home = admin.get("/");
        assertThat(home.select(".page-banner").text()).contains("You see what");
        assertThat(home.select("a.site-user").text()).contains(name("member"));
        assertThat(admin.status("/users")).isEqualTo(403);
        assertThat(admin.get("/users").select(".page-banner")).hasSize(1);
        assertThat(admin.get("/no-such-page").select(".page-banner")).hasSize(1);
        assertThat(admin.get("/agreements").select(".page-banner")).hasSize(1);
        assertThat(signedInAs("member").get("/").select(".page-banner")).isEmpty();
    }

    @Test
    void nothingCanBeChangedWhileLooking() {
        Visitor admin = viewing("office");
        Document page = admin.get("/agreements/new");
        var answer = admin.post(page.expectFirst("main form[method=post]"), Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nothing can be changed", "page-banner");
        assertThat(admin.forge("/units", Map.of("code", "X"))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/tokens",
                "/account/sessions",
                "/account/second-factor"
            })
    void theirOwnAccountStaysTheirOwn(String path) {
        Visitor admin = viewing("member");
        assertThat(admin.status(path)).isEqualTo(403);
        assertThat(admin.get(path).text()).contains("shown to nobody else");
    }

    @Test
    void theTrailNamesTheAdministratorFromBeginningToEnd() {
        Visitor admin = viewing("executive");
        admin.get("/strategy");
        Document back = admin.submit(admin.get("/").expectFirst(".page-banner form"), Map.of());
        assertThat(back.select(".page-banner")).isEmpty();
        assertThat(admin.status("/users")).isEqualTo(200);
        UUID executive = id("executive");
        var about =
                audit.latest(200).stream()
                        .filter(entry -> executive.equals(entry.subjectId()))
                        .filter(entry -> entry.action().startsWith("access.support."))
                        .toList();
        assertThat(about).allMatch(entry -> "admin".equals(entry.login()));
        assertThat(about)
                .extracting(Audit.Entry::action)
                .contains("access.support.started", "access.support.page", "access.support.ended");
        assertThat(about).anyMatch(entry -> entry.detail().contains("/strategy"));
        assertThat(about).anyMatch(entry -> entry.detail().contains("asked by telephone"));
        assertThat(
                        jooq.fetchCount(
                                org.jooq.impl.DSL.table("kernel.transactions"),
                                org.jooq.impl.DSL.condition("actor = {0}", executive)))
                .isZero();
    }

    @Test
    void aReasonIsNeededAndOthersThanAdministratorsMayNot() {
        Visitor admin = signedInAs("admin");
        var answer =
                admin.post(
                        admin.get(page("member")).expectFirst("form[action$=/support]"),
                        Map.of("reason", "  "));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(signedInAs("office").status(page("member"))).isEqualTo(403);
    }

    @Test
    void nobodyWithMoreRightsCanBeLookedThrough() {
        CurrentUser.SYSTEM.run(() ->
                users.create(
                        new Users.NewUser(
                                "secondadmin",
                                new org.kakehashi.kernel.Bilingual("見本 二", "Second Mihon"),
                                null,
                                "seven umbrellas on a roof",
                                java.util.List.of(new CurrentUser.Grant("administrator", null)))));
        Visitor admin = signedInAs("admin");
        Document page = admin.get(page("secondadmin"));
        assertThat(page.text()).contains("rights that you do not have");
        assertThat(page.select("form[action$=/support]")).isEmpty();
        var forced =
                admin.post(
                        admin.get(page("member"))
                                .expectFirst("form[action$=/support]")
                                .attr("action", page("secondadmin")),
                        Map.of("reason", "curiosity"));
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(admin.get("/").select(".page-banner")).isEmpty();
        assertThat(admin.get(page("admin")).select("form[action$=/support]")).isEmpty();
    }

    @Test
    void theViewEndsWithTheAccountItLooksThrough() {
        CurrentUser.SYSTEM.run(() ->
                users.create(
                        new Users.NewUser(
                                "leaving",
                                new org.kakehashi.kernel.Bilingual("見本 去", "Leaving Mihon"),
                                null,
                                "seven umbrellas on a roof",
                                java.util.List.of(new CurrentUser.Grant("executive", null)))));
        Visitor admin = viewing("leaving");
        User leaving = users.findByLogin("leaving").orElseThrow();
        CurrentUser.SYSTEM.run(() ->
                users.change(
                        new User(
                                leaving.id(),
                                leaving.login(),
                                leaving.name(),
                                null,
                                false,
                                leaving.grants(),
                                leaving.version()),
                        ""));
        assertThat(admin.get("/").select(".page-banner")).isEmpty();
        assertThat(admin.status("/users")).isEqualTo(200);
    }

    private Visitor viewing(String login) {
        Visitor admin = signedInAs("admin");
        Document home =
                admin.submit(
                        admin.get(page(login)).expectFirst("form[action$=/support]"),
                        Map.of("reason", "asked by telephone, no. 7"));
        assertThat(home.select(".page-banner")).hasSize(1);
        return admin;
    }

    private String page(String login) {
        return "/users/" + id(login) + "/support";
    }

    private String name(String login) {
        return String.valueOf(users.findByLogin(login).orElseThrow().name().en());
    }

    private UUID id(String login) {
        return users.findByLogin(login).orElseThrow().id();
    }
}
