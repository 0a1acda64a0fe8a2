package org.kakehashi.kernel;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks whether the database is still there when the application ends. If it is gone the pool is
/// closed first: else all that says goodbye to the database would wait half a minute each.
@Component
class DatabaseFarewell {
    private static final String PATIENCE_SECONDS = "5";

    private final DataSource dataSource;

    DatabaseFarewell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @EventListener(ContextClosedEvent.class)
    void look() throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            if (!answers(pool)) {
                pool.close();
            }
        }
    }

    private static boolean answers(HikariDataSource pool) {
        Properties how = new Properties();
        how.setProperty("user", String.valueOf(pool.getUsername()));
        how.setProperty("password", String.valueOf(pool.getPassword()));
        how.setProperty("loginTimeout", PATIENCE_SECONDS);
        how.setProperty("connectTimeout", PATIENCE_SECONDS);
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), how)) {
            return connection.isValid(Integer.parseInt(PATIENCE_SECONDS));
        } catch (SQLException e) {
            return false;
        }
    }
}
