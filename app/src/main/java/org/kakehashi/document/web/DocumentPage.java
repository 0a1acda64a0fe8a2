package org.kakehashi.document.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.DocumentPair;
import org.kakehashi.document.Findings;
import org.kakehashi.document.Hold;
import org.kakehashi.document.Overtaken;
import org.kakehashi.document.PdfSignature;

/// A document as its page shows it.
///
/// @param owner the record it belongs to; null if the reader may not see it any more
/// @param waiting the reader's files that came second
/// @param fields what a template asks for; empty for other documents
/// @param problem why a file was not taken
public record DocumentPage(
        Document document,
        DocumentOwner.@Nullable Owner owner,
        Map<String, String> kinds,
        Map<String, String> retention,
        List<Overtaken> waiting,
        Keeping keeping,
        @Nullable DocumentPair pair,
        List<Document> candidates,
        Findings found,
        List<String> fields,
        boolean mayEdit,
        long megabytes,
        @Nullable String note,
        @Nullable String problem) {

    /// How it is kept.
    ///
    /// @param mayDispose may the reader hold it back and delete it?
    /// @param expired its retention is over
    public record Keeping(List<Hold> holds, boolean mayDispose, boolean expired, int graceDays) {}

    public List<Hold> holds() {
        return keeping.holds();
    }

    public boolean mayDispose() {
        return keeping.mayDispose();
    }

    public boolean expired() {
        return keeping.expired();
    }

    public int graceDays() {
        return keeping.graceDays();
    }

    public List<PdfSignature> signatures() {
        return found.signatures();
    }

    /// The title in the language the reader does not read, if there is one in both.
    public @Nullable String otherTitle() {
        var title = document.details().title();
        if (title.parity() != org.kakehashi.kernel.Bilingual.Parity.BOTH) {
            return null;
        }
        return org.kakehashi.ui.Text.japanese() ? title.en() : title.ja();
    }

    public String kind() {
        return kinds.getOrDefault(document.details().kind(), document.details().kind());
    }
}
