package org.kakehashi.document;

import java.util.List;

/// The documents of a record, as the page of that record shows them with
/// `@template.document.part(part = …)`.
///
/// @param documents those the reader may see, newest first
/// @param href the page on which documents are added
public record DocumentsPart(List<Document> documents, String href, boolean mayAdd) {
    public DocumentsPart {
        documents = List.copyOf(documents);
    }
}
