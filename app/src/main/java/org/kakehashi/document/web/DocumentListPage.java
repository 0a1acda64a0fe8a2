package org.kakehashi.document.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentFilter;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.Excerpt;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;

/// The list of documents.
///
/// @param owners the records they belong to, by id
public record DocumentListPage(
        DocumentFilter filter,
        Query query,
        TableHead head,
        Pager pager,
        List<Document> documents,
        Map<UUID, DocumentOwner.Owner> owners,
        Map<UUID, Excerpt> excerpts,
        List<Tab> tabs,
        List<Choice> kinds,
        List<Choice> ownerKinds,
        List<Choice> languages,
        Map<String, String> kindNames,
        Map<String, String> ownerKindNames,
        boolean mayConfigure) {}
