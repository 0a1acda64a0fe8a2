package org.kakehashi.document.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentFilter;
import org.kakehashi.document.DocumentLists;
import org.kakehashi.document.Excerpt;
import org.kakehashi.ui.SearchSource;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Component;

/// Documents in the search of the site, by their titles and their words.
@Component
class DocumentsFound implements SearchSource {
    private final DocumentLists lists;
    private final Access access;

    DocumentsFound(DocumentLists lists, Access access) {
        this.lists = lists;
        this.access = access;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Found search(String words, int limit) {
        if (!access.may("document.read")) {
            return new Found(t("document.list"), 0, false, List.of(), null);
        }
        DocumentFilter filter = new DocumentFilter(words, null, null, null, null);
        List<Document> found = lists.list(filter, "-at", Text.locale(), 0, limit);
        Map<UUID, Excerpt> excerpts = lists.excerpts(found, words);
        return new Found(
                t("document.list"),
                found.size() < limit ? found.size() : lists.count(filter),
                false,
                found.stream().map(one -> hit(one, excerpts)).toList(),
                Query.of("/documents").with("q", words).href());
    }

    private static Hit hit(Document one, Map<UUID, Excerpt> excerpts) {
        Excerpt excerpt = excerpts.get(one.id());
        var title = one.details().title();
        return new Hit(
                t(title),
                title.languageIn(Text.locale()),
                one.href(),
                excerpt == null ? one.newest().name() : excerpt.plain());
    }
}
