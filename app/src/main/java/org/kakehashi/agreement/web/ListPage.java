package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.agreement.SavedViews.SavedView;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;

/// The list of agreements as it is shown.
///
/// @param chips the filters in force
public record ListPage(
        AgreementFilter filter,
        Query query,
        TableHead head,
        Pager pager,
        List<AgreementLine> lines,
        List<Tab> tabs,
        List<Chip> chips,
        ListFields fields,
        List<SavedView> views,
        Names names,
        boolean mayCreate,
        boolean signedIn) {

    /// Names that lines mention by id or code.
    public interface Names {
        String kind(String code);

        String unit(UUID id);
    }

    /// What a saved view keeps: everything of the address but the page.
    public String savedQuery() {
        String href = query.without(TableHead.PAGE).href();
        int mark = href.indexOf('?');
        return mark < 0 ? "" : href.substring(mark + 1);
    }

    public String kinds(AgreementLine line) {
        return line.kinds().stream()
                .map(names::kind)
                .collect(Collectors.joining(t("agreement.and")));
    }

    public String units(AgreementLine line) {
        return line.units().stream()
                .map(names::unit)
                .collect(Collectors.joining(t("agreement.and")));
    }

    public boolean shows(String column) {
        return head.shows(column);
    }
}
