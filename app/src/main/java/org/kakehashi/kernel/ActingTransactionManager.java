package org.kakehashi.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;

/// Tells PostgreSQL at the start of each writing transaction who is acting and from where, so that
/// the history twins and the audit trail record it. The address of a person is a personal value.
class ActingTransactionManager extends JdbcTransactionManager {
    private final PersonalValues personal;

    ActingTransactionManager(DataSource dataSource, PersonalValues personal) {
        super(dataSource);
        this.personal = personal;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var id = Viewing.accountable();
        String from = Origin.get();
        boolean silent = definition.isReadOnly() || id == null && from.isEmpty();
        // Sealed before a connection is taken: a key may have to be read on another one.
        String origin = silent || id == null || from.isEmpty() ? from : personal.seal(id, from);
        super.doBegin(transaction, definition);
        if (silent) {
            return;
        }
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try (PreparedStatement set =
                connection.prepareStatement(
                        "select set_config('kakehashi.actor', ?, true), set_config('kakehashi.origin', ?, true)")) {
            set.setString(1, id == null ? "" : id.toString());
            set.setString(2, origin);
            set.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("Cannot name the person acting", e);
        }
    }
}
