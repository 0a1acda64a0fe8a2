package org.kakehashi.document.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document.Details;
import org.kakehashi.document.Language;
import org.kakehashi.kernel.Bilingual;

/// What people say about a document, as typed.
public record DetailsForm(
        @Nullable String kind,
        @Nullable String titleJa,
        @Nullable String titleEn,
        @Nullable String language,
        @Nullable String restricted,
        @Nullable String retention,
        @Nullable String keptFrom,
        @Nullable String note,
        @Nullable Integer version) {

    public static final DetailsForm EMPTY =
            new DetailsForm("other", null, null, "ja", null, "", null, null, null);

    static DetailsForm of(Details details, int version) {
        return new DetailsForm(
                details.kind(),
                details.title().ja(),
                details.title().en(),
                details.language().code(),
                details.restricted() ? "true" : null,
                details.retention(),
                details.keptFrom().toString(),
                null,
                version);
    }

    Details details(Bilingual untitled, LocalDate today) {
        Bilingual title = new Bilingual(titleJa, titleEn);
        return new Details(
                text(kind),
                title.parity() == Bilingual.Parity.NONE ? untitled : title,
                Language.of(text(language)),
                "true".equals(restricted),
                text(retention),
                day(today));
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private LocalDate day(LocalDate otherwise) {
        try {
            return keptFrom == null || keptFrom.isBlank() ? otherwise : LocalDate.parse(keptFrom);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
