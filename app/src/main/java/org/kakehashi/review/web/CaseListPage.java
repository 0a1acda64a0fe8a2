package org.kakehashi.review.web;

import java.util.List;
import java.util.Map;
import org.kakehashi.review.CaseFilter;
import org.kakehashi.review.CaseLine;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;

/// The list of cases.
public record CaseListPage(
        CaseFilter filter,
        Query query,
        TableHead head,
        Pager pager,
        List<CaseLine> lines,
        List<Tab> tabs,
        List<Choice> kinds,
        Map<String, String> kindNames,
        boolean mayPropose,
        java.time.OffsetDateTime now) {}
