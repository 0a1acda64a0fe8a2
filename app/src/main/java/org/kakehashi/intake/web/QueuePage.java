package org.kakehashi.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.RowView;
import org.kakehashi.intake.Spelling;
import org.kakehashi.organization.OrganizationRef;

/// What the queue of institutions shows.
///
/// @param all decided ones too
/// @param chosen the institution decided or certain
/// @param local the form for a new organization is open
/// @param remembers decisions become aliases
public record QueuePage(
        Import one,
        List<Spelling> list,
        int open,
        int total,
        boolean all,
        @Nullable Spelling current,
        @Nullable OrganizationRef chosen,
        @Nullable Spelling previous,
        @Nullable Spelling next,
        List<RowView> rows,
        String q,
        List<OrganizationRef> found,
        boolean local,
        boolean remembers,
        boolean mayChange) {

    public String href(@Nullable Spelling spelling) {
        return spelling == null ? here() : here() + "&spelling=" + spelling.id();
    }

    public String here() {
        return base() + "?all=" + all;
    }

    public String base() {
        return "/intake/imports/" + one.id() + "/institutions";
    }
}
