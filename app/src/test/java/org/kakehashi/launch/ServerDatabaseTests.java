package org.kakehashi.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.TestDatabase;

class ServerDatabaseTests {
    @Test
    void aDatabaseWithTheBuiltinLocaleIsTaken() {
        String url = TestDatabase.create();
        assertThatCode(() -> ServerDatabase.check(url, "postgres", "")).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatSeesNoJapaneseIsRefused() throws SQLException {
        String url = TestDatabase.create();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database plain_c locale_provider libc locale 'C' template template0");
        }
        assertThatThrownBy(() ->
                        ServerDatabase.check(
                                url.replaceAll("/test_\\d+", "/plain_c"), "postgres", ""))
                .isInstanceOf(StartupProblem.class)
                .satisfies(problem ->
                        assertThat(((StartupProblem) problem).sentences())
                                .contains("C.UTF-8")
                                .contains("組み込みロケール"));
    }

    @Test
    void withoutAnInstallationNothingIsDoneToAServerDatabase() throws SQLException {
        String url = TestDatabase.empty();
        refused(url);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            try (var schemas =
                    statement.executeQuery(
                            "select count(*) from pg_namespace where nspname in ('kernel',"
                                    + " 'access')")) {
                schemas.next();
                assertThat(schemas.getInt(1)).isZero();
            }
            statement.execute("create schema kernel");
            statement.execute("create table kernel.installation (demonstration boolean)");
            refused(url);
            statement.execute("insert into kernel.installation values (false)");
        }
        assertThatCode(() -> ServerDatabase.requireInstallation(url, "postgres", ""))
                .doesNotThrowAnyException();
    }

    private static void refused(String url) {
        assertThatThrownBy(() -> ServerDatabase.requireInstallation(url, "postgres", ""))
                .isInstanceOf(StartupProblem.class)
                .satisfies(problem ->
                        assertThat(((StartupProblem) problem).sentences())
                                .contains("--empty")
                                .contains("デモ用データ"));
    }
}
