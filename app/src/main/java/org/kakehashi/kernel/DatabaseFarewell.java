package org.kakehashi.kernel;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever still wants a connection while the application ends waits seconds for it, not half a
/// minute each: the database may be gone, and then everything that says goodbye to it would wait.
@Component
class DatabaseFarewell {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource dataSource;

    DatabaseFarewell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @EventListener(ContextClosedEvent.class)
    void hurry() throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            dataSource.unwrap(HikariDataSource.class).setConnectionTimeout(PATIENCE.toMillis());
        }
    }
}
