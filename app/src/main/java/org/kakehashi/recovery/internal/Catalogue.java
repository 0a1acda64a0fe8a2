package org.kakehashi.recovery.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What there is in a database, asked of PostgreSQL itself.
final class Catalogue {
    static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_'";

    /// Flyway keeps its own table, and transaction numbers of one cluster mean nothing in another.
    private static final String WITHOUT_DATA =
            "('public.flyway_schema_history', 'agreement.register_changes')";

    /// A table and its columns that are stored, not computed.
    record Table(String name, List<String> columns) {
        String list() {
            return String.join(", ", columns);
        }
    }

    private Catalogue() {}

    static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (List<String> row :
                rows(
                        connection,
                        """
                        select format('%I.%I', n.nspname, c.relname),
                               string_agg(format('%I', a.attname), ',' order by a.attnum)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        where c.relkind = 'r' and c.relpersistence = 'p' and\
                        """
                                + " "
                                + OURS
                                + " and n.nspname || '.' || c.relname not in "
                                + WITHOUT_DATA
                                + " group by 1 order by 1")) {
            tables.add(new Table(row.get(0), List.of(row.get(1).split(","))));
        }
        return tables;
    }

    static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        for (List<String> row :
                rows(
                        connection,
                        """
                        select format('%I.%I', n.schemaname, n.sequencename), n.last_value
                        from (select *, schemaname as nspname from pg_sequences) n where n.last_value is not null and\
                        """
                                + " "
                                + OURS)) {
            sequences.put(row.get(0), Long.valueOf(row.get(1)));
        }
        return sequences;
    }

    /// The newest migration that was applied; `0` in an empty database.
    static String migration(Connection connection) throws SQLException {
        if (one(connection, "select to_regclass('public.flyway_schema_history')").isEmpty()) {
            return "0";
        }
        String version =
                one(
                        connection,
                        "select max(version collate \"C\") from public.flyway_schema_history where success and version is not null");
        return version.isEmpty() ? "0" : version;
    }

    /// The first value of the first row as text, empty for null.
    static String one(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = rows(connection, sql);
        return rows.isEmpty() ? "" : rows.getFirst().getFirst();
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    String value = rows.getString(i);
                    row.add(value == null ? "" : value);
                }
                all.add(row);
            }
        }
        return all;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
