package org.kakehashi.launch;

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
                        org.assertj.core.api.Assertions.assertThat(
                                        ((StartupProblem) problem).sentences())
                                .contains("C.UTF-8")
                                .contains("組み込みロケール"));
    }
}
