package org.kakehashi.recovery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a backup says about itself, the last part of the file: `manifest.json`.
///
/// @param form of this manifest, 1
/// @param made when the snapshot was taken, ISO 8601 in UTC
/// @param software version that made it
/// @param migration the newest migration of the database, to which the tables of the backup belong
/// @param postgres version of the database
/// @param audit head of the audit chain in the snapshot as `SEQ:HASH`; null before the first link
/// @param key the installation key, in the clear or wrapped by the passphrase; null if there is
///   none
/// @param tables in the order they were written
/// @param sequences last values by name
/// @param files documents and other files of the data folder
public record Manifest(
        int form,
        String made,
        String software,
        String migration,
        String postgres,
        @Nullable String audit,
        @Nullable Key key,
        List<Table> tables,
        Map<String, Long> sequences,
        List<StoredFile> files) {
    public static final int FORM = 1;

    /// A table: its columns, how many rows, and the SHA-256 of what COPY wrote.
    public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {}

    /// A file below the data folder, with the SHA-256 of its content.
    public record StoredFile(String path, long bytes, String sha256) {}

    /// `plain` in hexadecimal, or `wrapped` with the salt of the passphrase.
    public record Key(
            String id, @Nullable String plain, @Nullable String salt, @Nullable String wrapped) {}

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    public long fileBytes() {
        return files.stream().mapToLong(StoredFile::bytes).sum();
    }
}
