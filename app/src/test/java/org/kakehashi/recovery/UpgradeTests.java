package org.kakehashi.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.support.TestDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Data of the first landing's schema, with the migrations since run over it. `first-landing.zip`
/// is a backup of its demonstration.
class UpgradeTests {
    @TempDir private Path folder;

    @Test
    void dataOfTheFirstLandingComesThroughAllMigrationsSince() throws Exception {
        String url = TestDatabase.empty();
        Path backup =
                Path.of(
                        getClass()
                                .getResource("/org/kakehashi/recovery/first-landing.zip")
                                .toURI());
        Manifest manifest =
                Restoring.restore(
                        backup,
                        new DriverManagerDataSource(url, "postgres", ""),
                        folder,
                        null,
                        false);
        assertThat(manifest.migration()).isEqualTo("20261121.0941");
        long agreements =
                manifest.tables().stream()
                        .filter(table -> table.name().equals("agreement.agreements"))
                        .findFirst()
                        .orElseThrow()
                        .rows();
        try (var connection = DriverManager.getConnection(url)) {
            assertThat(number(connection, "select count(*) from agreement.agreements"))
                    .isEqualTo(agreements)
                    .isPositive();
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from public.flyway_schema_history where not success"))
                    .isZero();
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from kernel.changes where place = 'agreement.agreements'"))
                    .as("what was recorded before is taken into the audit chain")
                    .isEqualTo(agreements);
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from access.audit where actor is not null and actor_login is not null"))
                    .as("no login in the clear")
                    .isZero();
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from kernel.tracked_tables t, kernel.broken_history(t.place, 10) b"))
                    .isZero();
        }
    }

    private static long number(java.sql.Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
