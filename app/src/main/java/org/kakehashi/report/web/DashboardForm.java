package org.kakehashi.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.report.Dashboard;
import org.kakehashi.report.Dashboard.Sharing;
import org.kakehashi.report.Dashboard.With;
import org.kakehashi.report.DashboardDraft;

/// A dashboard's own data as typed.
public record DashboardForm(
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String leadJa,
        @Nullable String leadEn,
        @Nullable String shared,
        @Nullable String role,
        @Nullable String unit,
        @Nullable String narrow,
        @Nullable String like,
        @Nullable Integer version) {
    static final List<String> ROLES = List.of("executive", "office", "member", "administrator");
    static final Set<String> NARROW = Set.of("unit", "country", "region");
    private static final int LONGEST = 200;
    private static final int LONGEST_LEAD = 1000;

    static DashboardForm of(Dashboard one) {
        UUID unit = one.sharing().unit();
        return new DashboardForm(
                one.name().ja(),
                one.name().en(),
                one.lead().ja(),
                one.lead().en(),
                one.sharing().with().code(),
                one.sharing().role(),
                unit == null ? null : unit.toString(),
                one.narrow(),
                null,
                one.version());
    }

    static DashboardForm blank(@Nullable UUID like) {
        return new DashboardForm(
                null,
                null,
                null,
                null,
                "private",
                null,
                null,
                null,
                like == null ? null : like.toString(),
                null);
    }

    /// Message keys by field.
    Map<String, String> problems() {
        Map<String, String> found = new LinkedHashMap<>();
        if (blank(nameJa) && blank(nameEn)) {
            found.put("nameJa", "report.form.problem.name");
        }
        if (tooLong(nameJa, LONGEST) || tooLong(nameEn, LONGEST)) {
            found.put("nameJa", "report.form.problem.long");
        }
        if (tooLong(leadJa, LONGEST_LEAD) || tooLong(leadEn, LONGEST_LEAD)) {
            found.put("leadJa", "report.form.problem.long");
        }
        With with = with();
        if (with == With.ROLE && (role == null || !ROLES.contains(role))) {
            found.put("role", "report.form.problem.role");
        }
        if (with == With.UNIT && blank(unit)) {
            found.put("unit", "report.form.problem.unit");
        }
        return found;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean tooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private With with() {
        return Coded.find(With.class, shared).orElse(With.PRIVATE);
    }

    /// Call only where there are no problems.
    DashboardDraft draft(@Nullable UUID ofUnit) {
        With with = with();
        return new DashboardDraft(
                new Bilingual(nameJa, nameEn),
                new Bilingual(leadJa, leadEn),
                new Sharing(
                        with, with == With.ROLE ? role : null, with == With.UNIT ? ofUnit : null),
                narrow != null && NARROW.contains(narrow) ? narrow : null);
    }
}
