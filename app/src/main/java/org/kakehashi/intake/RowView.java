package org.kakehashi.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Comparison.FieldChange;

/// A row as read and compared.
///
/// @param cells as written, from column A
/// @param used the cells each value came from: field name to row and column numbers, from 1
/// @param state `read`, `new`, `changed`, `same`, `duplicate`, `refused`
/// @param taken whether it is to be stored
public record RowView(
        UUID id,
        UUID importId,
        int row,
        int number,
        List<String> cells,
        Map<String, List<List<Integer>>> used,
        ListValues values,
        @Nullable UUID organization,
        String state,
        List<FieldChange> changes,
        @Nullable String reason,
        boolean taken,
        @Nullable String subjectKind,
        @Nullable UUID subject) {}
