package org.kakehashi.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the records of one kind of list go; contributed as a bean by the room that keeps them. It
/// compares what a list says with what is stored, stores what a person took, and takes it back.
/// Every call happens within the caller's transaction and on behalf of the person acting.
public interface ListTarget {
    /// Stable name of the kind of list: `agreements`. Its words are `intake.kind.<kind>`.
    String kind();

    /// Stable name of the records: `agreement`.
    String subjectKind();

    /// What each row would mean, in the order of the rows. Rows about the same institution always
    /// come in one call, so that two rows are never taken for the same record.
    List<Comparison> compare(ListContext context, List<ListRow> rows);

    /// Stores rows: new records, or changes of the records named. Answers in the order given.
    List<Stored> apply(ListContext context, List<Taken> rows);

    /// Whether a record that a list no longer has can be ended.
    boolean closes();

    /// Ends records that the list no longer has, as of the list's date.
    List<Stored> close(ListContext context, List<UUID> subjects);

    /// Restores what was before; refuses with an explanation if a record was changed since.
    void undo(List<Deed> deeds, String reason);

    /// What the records are called and where they are shown; those that no longer exist are left
    /// out.
    Map<UUID, Subject> subjects(Collection<UUID> ids);

    /// A row to be stored.
    ///
    /// @param subject the record to change, null for a new one
    record Taken(ListRow row, @Nullable UUID subject) {}

    /// What happened to a record.
    ///
    /// @param before the content before as JSON of the target's own shape, null for a new record
    /// @param version the record's version afterwards
    record Stored(UUID subject, boolean created, @Nullable String before, int version) {}

    /// What an import did to a record, to be taken back.
    record Deed(UUID subject, boolean created, @Nullable String before, int version) {}

    /// A record as people know it.
    record Subject(UUID id, String label, @Nullable String href) {}
}
