package org.kakehashi.proposal.web;

import static org.kakehashi.ui.Text.t;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.ProposalFilter;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;

/// The register of proposals.
public record ProposalListPage(
        List<Line> lines, Pager pager, Query query, ProposalFilter filter, boolean mayCreate) {

    /// @param holder who holds it now
    /// @param since when
    public record Line(
            Proposal proposal,
            String partner,
            String title,
            String units,
            String holder,
            OffsetDateTime since) {}

    public List<Tab> tabs() {
        Query plain = query.without("page");
        List<Tab> tabs = new ArrayList<>();
        tabs.add(
                new Tab(
                        t("proposal.state.any"),
                        plain.without("state").without("mine").href(),
                        filter.state() == null && !filter.mine()));
        tabs.add(
                new Tab(
                        t("proposal.mine"),
                        plain.without("state").with("mine", "true").href(),
                        filter.mine()));
        for (Proposal.State state : Proposal.State.values()) {
            tabs.add(
                    new Tab(
                            t("proposal.state." + state.code()),
                            plain.without("mine").with("state", state.code()).href(),
                            state == filter.state()));
        }
        return tabs;
    }

    public String exportHref() {
        return query.without("page").with("format", "xlsx").href();
    }
}
