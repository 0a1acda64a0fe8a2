package org.kakehashi.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// The university's own PostgreSQL: checked before anything is done to it.
final class ServerDatabase {
    private static final int OLDEST = 18;

    private ServerDatabase() {}

    static void check(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            checkVersion(connection);
            checkLocale(connection);
        } catch (SQLException e) {
            throw new StartupProblem(
                    "launch.problem.unreachable",
                    Map.of("url", url, "reason", String.valueOf(e.getMessage())));
        }
    }

    private static void checkVersion(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
            throw new StartupProblem(
                    "launch.problem.old",
                    Map.of(
                            "version",
                            connection.getMetaData().getDatabaseProductVersion(),
                            "oldest",
                            OLDEST));
        }
    }

    /// Under a plain C locale pg_trgm sees no Japanese letters at all.
    private static void checkLocale(Connection connection) throws SQLException {
        try (var row =
                connection
                        .createStatement()
                        .executeQuery(
                                "select pg_encoding_to_char(encoding) = 'UTF8' and datlocprovider = 'b' and datlocale in"
                                        + " ('C.UTF-8', 'PG_UNICODE_FAST') from pg_database where datname = current_database()")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new StartupProblem("launch.problem.locale", Map.of());
            }
        }
    }
}
