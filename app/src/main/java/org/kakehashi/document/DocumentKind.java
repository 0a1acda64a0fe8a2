package org.kakehashi.document;

import org.kakehashi.kernel.Bilingual;

/// A kind of documents, and the retention class they get unless somebody says otherwise.
///
/// @param active whether new documents may be of this kind
public record DocumentKind(
        String code, Bilingual name, String retention, boolean active, int version) {}
