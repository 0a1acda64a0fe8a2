package org.kakehashi.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// One embedded PostgreSQL for all tests of a run, migrated once; every application context gets a
/// database of its own, copied from that.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setLocaleConfig("locale-provider", "builtin")
                                .setLocaleConfig("builtin-locale", "C.UTF-8")
                                .setLocaleConfig("encoding", "UTF8")
                                .setServerConfig("fsync", "off")
                                .setServerConfig("max_connections", "100")
                                .start();
                execute(postgres, "create database migrated");
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", "migrated"))
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Makes a migrated database and gives its JDBC URL.
    public static String create() {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            execute(Server.POSTGRES, "create database " + name + " template migrated");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /// Makes a database without any table and gives its JDBC URL.
    public static String empty() {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            execute(Server.POSTGRES, "create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Gives an application context a database of its own.
    public static class Initializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "test database",
                                    Map.of(
                                            "spring.datasource.url",
                                            create(),
                                            "spring.datasource.username",
                                            "postgres",
                                            "spring.datasource.hikari.maximum-pool-size",
                                            "6",
                                            "kakehashi.data",
                                            System.getProperty("java.io.tmpdir")
                                                    + "/kakehashi-test-"
                                                    + ProcessHandle.current().pid()
                                                    + "-"
                                                    + COUNT.get())));
        }
    }
}
