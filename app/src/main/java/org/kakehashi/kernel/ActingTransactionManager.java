package org.kakehashi.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;

/// Tells PostgreSQL at the start of each writing transaction who is acting, so that the history
/// twins record it.
class ActingTransactionManager extends JdbcTransactionManager {
    ActingTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var id = CurrentUser.get().id();
        if (definition.isReadOnly() || id == null) {
            return;
        }
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try (PreparedStatement set =
                connection.prepareStatement("select set_config('kakehashi.actor', ?, true)")) {
            set.setString(1, id.toString());
            set.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("Cannot name the person acting", e);
        }
    }
}
