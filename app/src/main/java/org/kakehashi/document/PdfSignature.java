package org.kakehashi.document;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A signature found inside a PDF.
///
/// @param whole its byte range covers the file from beginning to end, but for itself
/// @param intact the signed bytes are unchanged since, by the certificate inside; null if that
///   could not be found out. Says nothing about whose certificate it is
public record PdfSignature(
        String signer,
        String issuer,
        @Nullable OffsetDateTime signedAt,
        boolean whole,
        @Nullable Boolean intact) {}
