package org.kakehashi.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// Something a committee asked somebody to do by a day (改善措置).
public record CorrectiveAction(
        UUID id,
        String number,
        UUID meeting,
        Bilingual title,
        UUID owner,
        Bilingual ownerName,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable String note,
        int version) {}
