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
        within(
                url,
                user,
                password,
                connection -> {
                    checkVersion(connection);
                    checkLocale(connection);
                });
    }

    /// A demonstration never goes into a server database: without an installation in it, nothing is
    /// done to it, not even the tables are made.
    static void requireInstallation(String url, String user, String password) {
        within(
                url,
                user,
                password,
                connection -> {
                    if (!single(connection, "select to_regclass('kernel.installation') is not null")
                            || !single(
                                    connection,
                                    "select exists (select from kernel.installation)")) {
                        throw new StartupProblem("launch.problem.demoServer", Map.of());
                    }
                });
    }

    private interface Check {
        void run(Connection connection) throws SQLException;
    }

    private static void within(String url, String user, String password, Check check) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            check.run(connection);
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
        if (!single(
                connection,
                "select pg_encoding_to_char(encoding) = 'UTF8' and datlocprovider = 'b' and"
                        + " datlocale in ('C.UTF-8', 'PG_UNICODE_FAST') from pg_database where datname"
                        + " = current_database()")) {
            throw new StartupProblem("launch.problem.locale", Map.of());
        }
    }

    private static boolean single(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
