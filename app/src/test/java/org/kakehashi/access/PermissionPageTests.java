package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Roles, their permissions and their times, as data that people edit and ask about.
class PermissionPageTests extends ApplicationTest {
    private static final String PASSWORD = "seven umbrellas on a roof";

    @Autowired private Users users;
    @Autowired private Units units;
    @Autowired private Clock clock;

    @Test
    void aPermissionChangedInTheMatrixHoldsAtOnce() {
        Visitor admin = signedInAs("admin");
        Visitor executive = signedInAs("executive");
        assertThat(executive.status("/units/new")).isEqualTo(403);
        set(admin, "executive:access.units", "EVERYWHERE");
        assertThat(executive.status("/units/new")).isEqualTo(200);
        set(admin, "executive:access.units", "NONE");
        assertThat(executive.status("/units/new")).isEqualTo(403);
    }

    @Test
    void everyUseCaseHasAName() {
        assertThat(
                        signedInAs("admin")
                                .get("/permissions")
                                .select("#permissions tbody th")
                                .eachText())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(name).doesNotContainPattern("^[a-z]+[.]"));
    }

    @Test
    void administratorsCannotLockThemselvesOut() {
        Visitor admin = signedInAs("admin");
        Document answer = set(admin, "administrator:access.administer", "NONE");
        assertThat(answer.text()).contains("nobody could give this back");
        assertThat(admin.status("/permissions")).isEqualTo(200);
    }

    @Test
    void theLastAdministratorStays() {
        Visitor admin = signedInAs("admin");
        String id = id("admin");
        Document ended =
                admin.submit(
                        admin.get("/users/" + id + "/grants").expectFirst("#grants form"),
                        Map.of());
        assertThat(ended.text()).contains("Someone must remain");
        Document changed =
                admin.submit(
                        admin.get("/users/" + id).expectFirst("form[action=/users/" + id + "]"),
                        Map.of("roles", "office"));
        assertThat(changed.text()).contains("Someone must remain");
        assertThat(admin.status("/permissions")).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsSeeAndChangePermissions() {
        Visitor office = signedInAs("office");
        assertThat(office.status("/permissions")).isEqualTo(403);
        assertThat(office.status("/users/" + id("member") + "/grants")).isEqualTo(403);
        assertThat(office.status("/why?useCase=access.audit&person=" + id("admin"))).isEqualTo(403);
    }

    @Test
    void aRoleBeginsAndEndsOnItsDays() {
        UUID person = person("dated");
        Visitor admin = signedInAs("admin");
        Visitor dated = visitor();
        dated.signIn("dated", PASSWORD);
        grant(admin, person, "office", null, today().plusDays(1), null);
        assertThat(dated.status("/units/new")).isEqualTo(403);
        assertThat(admin.get("/users/" + person + "/grants").text()).contains("Not yet");
        Document overlap = grant(admin, person, "office", null, today().plusDays(3), null);
        assertThat(overlap.text()).contains("granted already");
        grant(admin, person, "office", null, today(), today().plusDays(1));
        assertThat(dated.status("/units/new")).isEqualTo(200);
    }

    @Test
    void aRoleOfAUnitReachesTheUnitsBelowAndSurvivesTheAccountForm() {
        UUID person = person("scoped");
        Visitor admin = signedInAs("admin");
        UUID root = units.findByNameOrCode("AOBA").orElseThrow().id();
        UUID below = units.findByNameOrCode("ENG").orElseThrow().id();
        grant(admin, person, "member", root, today(), null);
        assertThat(why(admin, person, "agreement.edit", below)).contains("May do this");
        assertThat(why(admin, person, "agreement.edit", below)).contains("or below it");
        admin.submit(
                admin.get("/users/" + person).expectFirst("form[action=/users/" + person + "]"),
                Map.of());
        assertThat(why(admin, person, "agreement.edit", below)).contains("May do this");
    }

    @Test
    void theAnswerNamesTheRowThatGivesOrDenies() {
        UUID member = UUID.fromString(id("member"));
        Visitor admin = signedInAs("admin");
        UUID own = units.findByNameOrCode("ENG").orElseThrow().id();
        UUID other = units.findByNameOrCode("LAW").orElseThrow().id();
        assertThat(why(admin, member, "agreement.edit", own)).contains("May do this");
        assertThat(why(admin, member, "agreement.edit", other))
                .contains("May not do this")
                .contains("Does not reach this unit");
        assertThat(why(admin, member, "access.audit", null))
                .contains("This role may not do it")
                .contains("Administrator");
    }

    @Test
    void aRefusalLeadsToItsExplanation() {
        Visitor member = signedInAs("member");
        Document refused = member.get("/units/new");
        String href = refused.expectFirst("a[href^=/why]").attr("href");
        assertThat(member.get(href).text())
                .contains("May not do this")
                .contains("International office");
    }

    private UUID person(String login) {
        return CurrentUser.SYSTEM.call(() ->
                users.create(
                        new Users.NewUser(
                                login,
                                new Bilingual("見本", "Mihon"),
                                null,
                                PASSWORD,
                                List.of(new CurrentUser.Grant("executive", null)))));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String id(String login) {
        return users.findByLogin(login).orElseThrow().id().toString();
    }

    private static Document set(Visitor admin, String cell, String reach) {
        return admin.submit(
                admin.get("/permissions").expectFirst("form[action=/permissions]"),
                Map.of(cell, reach));
    }

    private static Document grant(
            Visitor admin, UUID person, String role, UUID unit, LocalDate from, LocalDate until) {
        Map<String, String> values = new HashMap<>();
        values.put("role", role);
        values.put("unit", unit == null ? "" : unit.toString());
        values.put("from", from.toString());
        values.put("until", until == null ? "" : until.toString());
        return admin.submit(
                admin.get("/users/" + person + "/grants")
                        .expectFirst("form[action=/users/" + person + "/grants]"),
                values);
    }

    private static String why(Visitor admin, UUID person, String useCase, UUID unit) {
        return admin.get(
                        "/why?person="
                                + person
                                + "&useCase="
                                + useCase
                                + (unit == null ? "" : "&unit=" + unit))
                .text();
    }
}
