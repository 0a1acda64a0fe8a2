package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Mails;
import org.kakehashi.kernel.PersonalValues;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ErasurePageTests extends ApplicationTest {
    @Autowired private Users users;
    @Autowired private Audit audit;
    @Autowired private AuditChain chain;
    @Autowired private PersonalValues personal;
    @Autowired private Mails mails;
    @Autowired private TransactionTemplate transaction;
    @Autowired private DSLContext jooq;

    @Test
    void aValueOpensOnlyForItsPersonAndNoTwoSealsAreEqual() {
        var one = java.util.UUID.randomUUID();
        var other = java.util.UUID.randomUUID();
        String sealed = personal.seal(one, "見本 秘子");
        assertThat(sealed).startsWith("sealed:1:" + one).isNotEqualTo(personal.seal(one, "見本 秘子"));
        assertThat(personal.open(sealed)).contains("見本 秘子");
        String moved = sealed.replace(one.toString(), other.toString());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> personal.open(moved))
                .hasMessageContaining("does not open");
        assertThat(personal.open("plain")).contains("plain");
    }

    @Test
    void whoHasLeftIsErasedAndTheChainStillVerifies() {
        User leaver = account("leaver", "Deru Mihon");
        CurrentUser.SYSTEM.run(() ->
                audit.read(
                        "access.user.changed",
                        "user",
                        leaver.id(),
                        audit.personalChange(
                                leaver.id(),
                                Map.of("email", "old@example.ac.jp"),
                                Map.of("email", "new@example.ac.jp"))));
        User moved =
                new User(
                        leaver.id(),
                        leaver.login(),
                        leaver.name(),
                        "deru@example.ac.jp",
                        true,
                        leaver.grants(),
                        leaver.version());
        CurrentUser.SYSTEM.run(() -> users.change(moved, ""));
        transaction.executeWithoutResult(
                status -> mails.enqueue(" deru@example.ac.jp", "ja", "見本 出 様", "お知らせです。"));
        var admin = signedInAs("admin");
        assertThat(admin.get("/audit").text()).contains("deru@example.ac.jp");
        assertThat(admin.get("/audit").text()).contains("new@example.ac.jp");
        assertThat(jooq.fetchValue("select string_agg(detail::text, ' ') from access.audit"))
                .asString()
                .contains("sealed:1:" + leaver.id())
                .doesNotContain("example.ac.jp");

        assertThat(admin.get("/users/" + leaver.id() + "/erasure").select("form[action$=/erasure]"))
                .as("an account in use is not erased")
                .isEmpty();
        CurrentUser.SYSTEM.run(() ->
                users.change(
                        new User(
                                leaver.id(),
                                leaver.login(),
                                leaver.name(),
                                moved.email(),
                                false,
                                leaver.grants(),
                                users.get(leaver.id()).version()),
                        ""));
        var page = admin.get("/users/" + leaver.id() + "/erasure");
        var answer =
                admin.submit(
                        page.expectFirst("form[action$=/erasure]"),
                        Map.of("reason", "退職、2026-11-01の請求"));
        assertThat(answer.text()).contains("This person has been erased");

        assertThat(admin.get("/audit").text())
                .contains("(erased)", "Person erased")
                .doesNotContain("new@example.ac.jp", "deru@example.ac.jp");
        assertThat(jooq.fetchValue("select string_agg(m::text, ' ') from kernel.mails m"))
                .asString()
                .contains("refused")
                .doesNotContain("deru@", "見本", "お知らせ");
        assertThat(personal.open(personal.seal(leaver.id(), "again"))).isEmpty();
        assertThat(admin.get("/users").text()).doesNotContain("Deru Mihon");
        AuditReport report = CurrentUser.SYSTEM.call(() -> chain.verify(List.of(), done -> {}));
        assertThat(report.broken()).isNull();
    }

    @Test
    void onlyAdministratorsEraseAndNeverThemselves() {
        User someone = account("someone", "Dareka Mihon");
        assertThat(signedInAs("office").status("/users/" + someone.id() + "/erasure"))
                .isEqualTo(403);
        assertThat(visitor().forge("/users/" + someone.id() + "/erasure", Map.of("reason", "x")))
                .isEqualTo(403);
        assertThat(users.findByLogin("someone")).isPresent();
    }

    private User account(String login, String name) {
        return CurrentUser.SYSTEM.call(() -> {
            var id =
                    users.create(
                            new Users.NewUser(
                                    login,
                                    new Bilingual("見本 出", name),
                                    null,
                                    "a long enough password",
                                    List.of(new CurrentUser.Grant("executive", null))));
            return users.get(id);
        });
    }
}
