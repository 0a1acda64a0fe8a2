package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class AdministrationPageTests extends ApplicationTest {
    @Autowired private Units units;
    @Autowired private Audit audit;

    @ParameterizedTest
    @CsvSource({
        "/users, admin, 200", "/users, office, 403", "/users, member, 403",
                "/users, executive, 403",
        "/users/new, office, 403", "/audit, admin, 200", "/audit, office, 403",
                "/audit, executive, 403",
        "/units, office, 200", "/units/new, office, 200", "/units/new, member, 403",
                "/account, member, 200"
    })
    void eachRoleSeesItsOwnPages(String page, String login, int status) {
        assertThat(signedInAs(login).status(page)).isEqualTo(status);
    }

    @Test
    void aNewAccountSignsInAndStandsInTheAuditTrail() {
        var admin = signedInAs("admin");
        admin.submit(
                admin.get("/users/new").expectFirst("form[action=/users]"),
                Map.of(
                        "login",
                        "newcomer",
                        "nameJa",
                        "見本 新人",
                        "nameEn",
                        "Shinjin Mihon",
                        "roles",
                        "office",
                        "password",
                        "a long enough password"));
        var newcomer = visitor();
        newcomer.signIn("newcomer", "a long enough password");
        assertThat(newcomer.get("/").text()).contains("Shinjin Mihon");
        assertThat(audit.latest(20))
                .anyMatch(entry ->
                        entry.action().equals("access.user.created")
                                && "admin".equals(entry.login()));
    }

    @Test
    void aShortPasswordIsExplainedAndNothingTypedIsLost() {
        var admin = signedInAs("admin");
        var answer =
                admin.submit(
                        admin.get("/users/new").expectFirst("form[action=/users]"),
                        Map.of(
                                "login",
                                "hasty",
                                "nameJa",
                                "見本 急",
                                "nameEn",
                                "Kyu Mihon",
                                "roles",
                                "office",
                                "password",
                                "short"));
        assertThat(answer.select("#password-problem").text()).isNotBlank();
        assertThat(answer.expectFirst("#nameJa").val()).isEqualTo("見本 急");
    }

    @Test
    void anAccountSwitchedOffIsOutAtOnce() {
        var admin = signedInAs("admin");
        admin.submit(
                admin.get("/users/new").expectFirst("form[action=/users]"),
                Map.of(
                        "login",
                        "leaver",
                        "nameJa",
                        "見本 退",
                        "nameEn",
                        "Tai Mihon",
                        "roles",
                        "administrator",
                        "password",
                        "a long enough password"));
        var leaver = visitor();
        leaver.signIn("leaver", "a long enough password");
        assertThat(leaver.status("/users")).isEqualTo(200);
        var form =
                admin.get(
                                admin.get("/users").select("a").stream()
                                        .filter(a -> a.text().equals("leaver"))
                                        .findFirst()
                                        .orElseThrow()
                                        .attr("href"))
                        .expectFirst("form[action^=/users/]");
        form.select("#active").removeAttr("checked");
        admin.submit(form, Map.of("roles", "administrator"));
        assertThat(leaver.get("/users").select("form[action=/sign-in]")).hasSize(1);
    }

    @Test
    void aUnitCannotStandBelowItself() {
        var office = signedInAs("office");
        Unit root = units.findByNameOrCode("AOBA").orElseThrow();
        Unit child = units.findByNameOrCode("ENG").orElseThrow();
        var answer =
                office.submit(
                        office.get("/units/" + root.id()).expectFirst("form[action^=/units/]"),
                        Map.of("parent", child.id().toString()));
        assertThat(answer.text()).contains("cannot stand below itself");
        assertThat(units.get(root.id()).parent()).isNull();
    }

    @Test
    void aUnitChangedMeanwhileIsNotOverwritten() {
        var office = signedInAs("office");
        Unit library = units.findByNameOrCode("LIB").orElseThrow();
        var first = office.get("/units/" + library.id()).expectFirst("form[action^=/units/]");
        office.submit(first, Map.of("nameEn", "Main Library"));
        var answer = office.submit(first, Map.of("nameEn", "Another Library"));
        assertThat(answer.text()).contains("over the record as it is now", "Another Library");
        assertThat(units.get(library.id()).name().en()).isEqualTo("Main Library");
    }
}
