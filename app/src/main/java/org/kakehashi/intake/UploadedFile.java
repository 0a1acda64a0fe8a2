package org.kakehashi.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file somebody uploaded. Its bytes are kept unchanged.
///
/// @param sha256 hash of the content
/// @param format `xlsx`, `xls`, `ods`, `delimited`
/// @param unit our unit the file is from, null for the whole university
public record UploadedFile(
        UUID id,
        String sha256,
        String name,
        long bytes,
        String format,
        String encoding,
        List<Trouble> problems,
        @Nullable UUID unit,
        @Nullable String uploadedBy,
        OffsetDateTime uploadedAt,
        List<SheetInfo> sheets) {

    /// One sheet of it.
    public record SheetInfo(
            UUID id, int position, String name, int height, int width, boolean hidden) {}

    /// Something wrong with it, worded by `intake.reading.<kind>`.
    ///
    /// @param row from 1, 0 for the whole sheet or file
    public record Trouble(
            String kind, String sheet, int row, int column, Map<String, String> arguments) {}
}
