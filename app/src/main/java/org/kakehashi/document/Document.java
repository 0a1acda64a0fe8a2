package org.kakehashi.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.internal.FileNames;
import org.kakehashi.kernel.Bilingual;

/// A document: one text or picture in its versions, belonging to a record of some room.
///
/// @param latest number of the newest version, from 1
/// @param version for optimistic locking of the details; not of the content
/// @param expiresOn first day on which it may be disposed of; null means never
/// @param held a legal hold stands: nothing of it is deleted
public record Document(
        UUID id,
        String ownerKind,
        UUID ownerId,
        Details details,
        int latest,
        List<Version> versions,
        @Nullable LocalDate expiresOn,
        boolean held,
        @Nullable Removal removal,
        int version) {
    public Document {
        versions = List.copyOf(versions);
    }

    /// What people say about it.
    ///
    /// @param kind a code of `document.kinds`
    /// @param retention a code of `document.retention_classes`; empty in a new document means what
    ///   the kind says
    /// @param keptFrom years are counted from the 1 April after this day
    public record Details(
            String kind,
            Bilingual title,
            Language language,
            boolean restricted,
            String retention,
            LocalDate keptFrom) {}

    /// One version; the newest stands first.
    ///
    /// @param mediaType what the content is, found by looking at it
    /// @param name file name as its sender gave it
    /// @param note why there is this version
    /// @param restoredFrom the version whose content it brings back
    /// @param by name of the person; empty for the system and the erased
    public record Version(
            int number,
            String sha256,
            long bytes,
            String mediaType,
            String name,
            String note,
            @Nullable Integer restoredFrom,
            OffsetDateTime at,
            Bilingual by) {
        /// Does the ending of the name say something else than what the content is?
        public boolean misleading() {
            return FileNames.misleading(name, mediaType);
        }
    }

    /// It was deleted: by whom, when and why. The content goes after the grace time.
    public record Removal(OffsetDateTime at, Bilingual by, String reason) {}

    public Version newest() {
        return versions.getFirst();
    }

    public String href() {
        return "/documents/" + id;
    }
}
