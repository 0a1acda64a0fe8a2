package org.kakehashi.document.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.DocumentKind;
import org.kakehashi.document.RetentionClass;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;

/// A kind of documents or a retention class as typed.
public record KindForm(
        @Nullable String code,
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String retention,
        @Nullable String years,
        @Nullable Boolean retired,
        @Nullable Integer version) {
    static final KindForm EMPTY = new KindForm(null, null, null, "y5", null, null, 0);

    static KindForm of(DocumentKind kind) {
        return new KindForm(
                kind.code(),
                kind.name().ja(),
                kind.name().en(),
                kind.retention(),
                null,
                !kind.active(),
                kind.version());
    }

    static KindForm of(RetentionClass one) {
        return new KindForm(
                one.code(),
                one.name().ja(),
                one.name().en(),
                null,
                one.years() == null ? null : one.years().toString(),
                !one.active(),
                one.version());
    }

    DocumentKind kind(@Nullable DocumentKind saved) {
        return new DocumentKind(
                saved == null ? typedCode() : saved.code(),
                new Bilingual(nameJa, nameEn),
                DetailsForm.text(retention),
                !Boolean.TRUE.equals(retired),
                Objects.requireNonNullElse(version, -1));
    }

    RetentionClass retentionClass(@Nullable RetentionClass saved) {
        return new RetentionClass(
                saved == null ? typedCode() : saved.code(),
                new Bilingual(nameJa, nameEn),
                typedYears(),
                !Boolean.TRUE.equals(retired),
                Objects.requireNonNullElse(version, -1));
    }

    private String typedCode() {
        return DetailsForm.text(code).strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable Integer typedYears() {
        String typed = DetailsForm.text(years).strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,3}")) {
            throw KakehashiException.invalid("document.kinds.years.wrong", java.util.Map.of());
        }
        return Integer.valueOf(typed);
    }
}
