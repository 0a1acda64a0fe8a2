package org.kakehashi.organization.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kakehashi.organization.OrganizationFilter;
import org.kakehashi.organization.OrganizationUse;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.TableHead;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Search and list of organizations.
@Controller
@RequestMapping("/organizations")
class OrganizationController {
    private static final int MOST_SUGGESTIONS = 12;

    private final Organizations organizations;
    private final List<OrganizationUse> uses;
    private final Templates templates;

    OrganizationController(
            Organizations organizations,
            ObjectProvider<OrganizationUse> uses,
            Templates templates) {
        this.organizations = organizations;
        this.uses = uses.stream().toList();
        this.templates = templates;
    }

    /// The list; while someone types, only its results.
    @GetMapping
    JteModel list(HttpServletRequest request) {
        OrganizationListPage page = page(Query.of(request));
        return "organizations-results".equals(request.getHeader("HX-Target"))
                ? templates.organizationResults(page)
                : templates.organizationList(page);
    }

    private OrganizationListPage page(Query query) {
        OrganizationFilter filter = OrganizationListPage.filter(query);
        TableHead head = OrganizationListPage.head(query);
        Pager asked = Pager.of(query, OrganizationListPage.SIZE, Organizations.MOST_LISTED);
        Organizations.Found found =
                organizations.list(
                        filter,
                        OrganizationListPage.order(head),
                        Text.locale(),
                        (int) asked.offset(),
                        asked.size());
        Pager pager = Pager.of(query, OrganizationListPage.SIZE, found.total());
        boolean empty = found.total() == 0 && filter.equals(OrganizationFilter.ALL);
        return new OrganizationListPage(
                query,
                filter,
                uses,
                found,
                pager,
                head,
                organizations.mayEdit(),
                empty,
                found.total() == 0 ? organizations.meant(filter.text(), 5) : List.of());
    }
}
