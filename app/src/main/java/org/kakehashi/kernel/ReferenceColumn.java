package org.kakehashi.kernel;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;

/// A column of a room that points at records of another room: what points at one record can be
/// pointed at another, and back.
public abstract class ReferenceColumn<R extends Record> {
    private final DSLContext jooq;
    private final TableField<R, UUID> key;
    private final TableField<R, UUID> reference;

    protected ReferenceColumn(
            DSLContext jooq, TableField<R, UUID> key, TableField<R, UUID> reference) {
        this.jooq = jooq;
        this.key = key;
        this.reference = reference;
    }

    /// The table, such as `agreement.parties`.
    public final String name() {
        return reference.getTable().getQualifiedName().unquotedName().toString();
    }

    /// Points everything at the second record that pointed at the first; answers which rows.
    public final List<UUID> move(UUID from, UUID to) {
        return jooq.update(reference.getTable())
                .set(reference, to)
                .where(reference.eq(from))
                .returningResult(key)
                .fetch(key);
    }

    /// Points these rows back at the second record, where they still point at the first.
    public final void moveBack(List<UUID> records, UUID from, UUID to) {
        jooq.update(reference.getTable())
                .set(reference, to)
                .where(key.in(records).and(reference.eq(from)))
                .execute();
    }
}
