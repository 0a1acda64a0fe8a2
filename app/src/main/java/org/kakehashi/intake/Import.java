package org.kakehashi.intake;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateText;

/// One reading of one sheet, from the first guess to the stored records.
///
/// @param kind kind of list: `agreements`, `organizations`, `figures`
/// @param unit our unit the list belongs to, null for the whole university
/// @param name name of the group or statistics, or empty
/// @param previous the import it continues
/// @param counts rows by what they would do or did, institutions, questions
public record Import(
        UUID id,
        UUID file,
        UUID sheet,
        String fileName,
        String sheetName,
        String kind,
        @Nullable UUID unit,
        String name,
        DateText asOf,
        @Nullable UUID previous,
        @Nullable UUID profile,
        State state,
        Step step,
        boolean compared,
        Map<String, Integer> counts,
        @Nullable UUID job,
        @Nullable String createdBy,
        OffsetDateTime createdAt,
        @Nullable String committedBy,
        @Nullable OffsetDateTime committedAt,
        @Nullable String undoneBy,
        @Nullable OffsetDateTime undoneAt,
        int version) {

    public enum State {
        DRAFT,
        COMMITTED,
        UNDONE
    }

    /// How far the person came.
    public enum Step {
        LAYOUT,
        INSTITUTIONS,
        REVIEW,
        RESULT
    }

    public int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    public boolean draft() {
        return state == State.DRAFT;
    }

    /// Whether its rows name institutions.
    public boolean hasInstitutions() {
        return !kind.equals("figures");
    }
}
