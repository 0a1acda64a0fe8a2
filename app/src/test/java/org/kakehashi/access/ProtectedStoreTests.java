package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.internal.FactorStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What stands in the database about people: secrets encrypted, changes kept without names, nothing
/// left once somebody is erased.
class ProtectedStoreTests extends ApplicationTest {
    private static final byte[] SECRET =
            "a secret of twenty b".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired private Users users;
    @Autowired private Permissions permissions;
    @Autowired private Erasure erasure;
    @Autowired private FactorStore factors;
    @Autowired private AuditChain chain;
    @Autowired private DSLContext jooq;

    @Test
    void theSecretOfTheSecondFactorIsNotReadableInTheDatabase() {
        UUID user = account("factor");
        factors.save(user, SECRET, 1, List.of());
        assertThat(factors.find(user).orElseThrow().secret()).isEqualTo(SECRET);
        Record row = row("select * from access.second_factors where user_id = {0}", user);
        assertThat(row.get("secret")).isNull();
        assertThat((String) row.get("sealed")).startsWith("sealed:1:" + user);
    }

    @Test
    void aSecretOfBeforeIsEncryptedOnceAndStillWorks() {
        UUID user = account("oldfactor");
        jooq.execute(
                "insert into access.second_factors (user_id, secret) values ({0}, {1})",
                user, SECRET);
        assertThat(factors.find(user).orElseThrow().secret()).isEqualTo(SECRET);
        assertThat(factors.sealPlain()).isEqualTo(1);
        assertThat(factors.sealPlain()).isZero();
        assertThat(factors.find(user).orElseThrow().secret()).isEqualTo(SECRET);
        assertThat(
                        row("select * from access.second_factors where user_id = {0}", user)
                                .get("secret"))
                .isNull();
    }

    @Test
    void accountsRolesAndRightsHaveAHistoryAndTheChainProvesIt() {
        UUID user = account("historic");
        rename(user, "見本 改", "Changed Mihon");
        CurrentUser.SYSTEM.run(() -> permissions.grant(user, "executive", null, null, null));
        CurrentUser.SYSTEM.run(() ->
                permissions.change(
                        Map.of(
                                "agreement.edit",
                                Map.of("executive", Permissions.Reach.EVERYWHERE))));
        assertThat(count("access.users_history where id = '" + user + "'")).isEqualTo(2);
        assertThat(count("access.grants_history where user_id = '" + user + "'")).isEqualTo(2);
        assertThat(count("access.permissions_history where use_case = 'agreement.edit'"))
                .isGreaterThan(2);
        assertThat(count("access.users_history where name_en is not null or login is not null"))
                .isZero();
        AuditReport report = CurrentUser.SYSTEM.call(() -> chain.verify(List.of(), done -> {}));
        assertThat(report.broken()).isNull();
    }

    @Test
    void whoChangesAnAccountPastTheDoorIsFoundOut() {
        UUID user = account("tampered");
        assertThat(CurrentUser.SYSTEM.call(() -> chain.verify(List.of(), done -> {})).broken())
                .isNull();
        jooq.execute("alter table access.grants disable trigger keep_history");
        jooq.execute("update access.grants set role = 'administrator' where user_id = {0}", user);
        jooq.execute("alter table access.grants enable trigger keep_history");
        assertThat(count("kernel.broken_history('access.grants', 10) where fault = 'overwritten'"))
                .isEqualTo(1);
        jooq.execute("alter table access.grants disable trigger keep_history");
        jooq.execute("update access.grants set role = 'office' where user_id = {0}", user);
        jooq.execute("alter table access.grants enable trigger keep_history");
    }

    @Test
    void nothingOfSomeoneErasedIsLeftInAnyTable() {
        UUID user = account("vanishing");
        rename(user, "消失 見本", "Vanishing Mihon");
        factors.save(user, SECRET, 1, List.of());
        CurrentUser.SYSTEM.run(() -> {
            User now = users.get(user);
            users.change(
                    new User(
                            user,
                            now.login(),
                            now.name(),
                            now.email(),
                            false,
                            now.grants(),
                            now.version()),
                    "");
        });
        assertThat(tablesThatSay("vanishing@example.ac.jp")).contains("access.users");
        var admin = signedInAs("admin");
        admin.submit(
                admin.get("/users/" + user + "/erasure").expectFirst("form[action$=/erasure]"),
                Map.of("reason", "退職"));
        assertThat(CurrentUser.SYSTEM.call(() -> erasure.erased(user))).isTrue();
        for (String value : List.of("vanishing@example.ac.jp", "Vanishing Mihon", "消失 見本")) {
            assertThat(tablesThatSay(value)).as(value).isEmpty();
        }
        assertThat(count("access.second_factors where user_id = '" + user + "'")).isZero();
        assertThat(CurrentUser.SYSTEM.call(() -> chain.verify(List.of(), done -> {})).broken())
                .isNull();
    }

    @Test
    void lookingAtAccountsAndTheTrailIsNoted() {
        UUID user = account("watched");
        var admin = signedInAs("admin");
        admin.get("/users");
        admin.get("/users/" + user);
        admin.get("/audit?action=access.user.created");
        assertThat(count("access.audit where reading and action = 'access.users.read'"))
                .isPositive();
        assertThat(
                        count(
                                "access.audit where reading and action = 'access.user.read' and subject_id = '"
                                        + user
                                        + "'"))
                .isEqualTo(1);
        assertThat(count("access.audit where reading and action = 'access.audit.read'"))
                .isPositive();
    }

    private List<String> tablesThatSay(String value) {
        return jooq
                .fetch(
                        "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")
                .map(row -> (String) row.get(0))
                .stream()
                .filter(table -> count(table + " t where t::text like '%" + value + "%'") > 0)
                .toList();
    }

    private UUID account(String login) {
        return CurrentUser.SYSTEM.call(() ->
                users.create(
                        new Users.NewUser(
                                login,
                                new Bilingual("見本 花子", "Hanako Mihon"),
                                login + "@example.ac.jp",
                                "seven umbrellas on a roof",
                                List.of(new CurrentUser.Grant("office", null)))));
    }

    private void rename(UUID id, String ja, String en) {
        CurrentUser.SYSTEM.run(() -> {
            User now = users.get(id);
            users.change(
                    new User(
                            id,
                            now.login(),
                            new Bilingual(ja, en),
                            now.email(),
                            true,
                            now.grants(),
                            now.version()),
                    "");
        });
    }

    private Record row(String sql, UUID user) {
        return java.util.Objects.requireNonNull(jooq.fetchOne(sql, user));
    }

    private int count(String from) {
        return ((Number) jooq.fetchValue("select count(*) from " + from)).intValue();
    }
}
