package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.TestDatabase;

/// Every table and every column people see is explained in both languages; history twins keep step.
class SchemaTests {
    @Test
    void everyTableHasABilingualComment() throws SQLException {
        assertThat(
                        names(
                                """
                                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r' and n.nspname not in ('public', 'information_schema') and n.nspname !~ '^pg_'
                                  and c.relname !~ '_history$' and c.relname not in ('scheduled_tasks', 'event_publication')
                                  and coalesce(obj_description(c.oid), '') !~ '[^ -~].* / .'
                                """))
                .as("comment on table … is '日本語 / English'")
                .isEmpty();
    }

    @Test
    void everyColumnOfATrackedTableHasABilingualComment() throws SQLException {
        assertThat(
                        names(
                                """
                                select n.nspname || '.' || c.relname || '.' || a.attname
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                where to_regclass(format('%I.%I', n.nspname, c.relname || '_history')) is not null
                                  and a.attname not in ('id', 'version', 'position', 'created_at', 'created_by')
                                  and coalesce(col_description(c.oid, a.attnum), '') !~ '[^ -~A-Z].* / .|^ROR ID / '
                                """))
                .as("comment on column … is '日本語 / English'")
                .isEmpty();
    }

    @Test
    void everyHistoryTwinHasTheColumnsOfItsTable() throws SQLException {
        assertThat(
                        names(
                                """
                                select n.nspname || '.' || c.relname || '.' || a.attname
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                where to_regclass(format('%I.%I', n.nspname, c.relname || '_history')) is not null
                                  and not exists (
                                    select from pg_attribute t where t.attname = a.attname
                                    and t.attrelid = to_regclass(format('%I.%I', n.nspname, c.relname || '_history')))
                                """))
                .as("call kernel.track(…) again after adding a column")
                .isEmpty();
    }

    private static List<String> names(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(TestDatabase.create());
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
