package org.kakehashi.document;

import org.kakehashi.kernel.Bilingual;

/// A kind of documents, and the retention class they get unless somebody says otherwise.
public record DocumentKind(String code, Bilingual name, String retention) {}
