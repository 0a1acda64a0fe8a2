package org.kakehashi.partnership.plan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.plan.JointPlan;

/// Reads the forms of a plan; what cannot be read is refused with what to type.
record JointPlanForm(Map<String, String> typed) {
    /// @param before who owned it; kept where no login is typed
    JointPlan.Goal goal(Users users, @Nullable UUID before) {
        String login = text("owner");
        UUID owner =
                login.isEmpty()
                        ? before
                        : users.findByLogin(login)
                                .map(User::id)
                                .orElseThrow(() -> invalid("partnership.problem.responsible"));
        return new JointPlan.Goal(
                id("id"),
                id("talk"),
                bilingual("name"),
                owner,
                orNull("partnerOwner"),
                text("due").isEmpty() ? null : day("due"),
                Coded.find(JointPlan.Status.class, text("status")).orElse(JointPlan.Status.OPEN),
                orNull("note"),
                version());
    }

    JointPlan.BudgetLine line() {
        return new JointPlan.BudgetLine(
                id("id"), year(), bilingual("name"), yen("planned"), yen("spent"), version());
    }

    JointPlan.Talk talk() {
        return new JointPlan.Talk(
                id("id"), day("on"), text("participants"), bilingual("minutes"), version());
    }

    JointPlan.Benefit benefit() {
        String measure = text("measure");
        return new JointPlan.Benefit(
                id("id"),
                Coded.find(JointPlan.Side.class, text("side")).orElse(JointPlan.Side.OURS),
                bilingual("name"),
                orNull("unit"),
                measure.isEmpty()
                        ? null
                        : new Criterion.Source(
                                measure,
                                text("choices"),
                                1,
                                Coded.find(Criterion.Of.class, text("of"))
                                        .orElse(Criterion.Of.COUNT),
                                null),
                Map.of(),
                version());
    }

    int year() {
        String text = text("year");
        if (!text.matches("(19|20|21)\\d\\d")) {
            throw invalid("partnership.joint.problem.year");
        }
        return Integer.parseInt(text);
    }

    @Nullable BigDecimal value() {
        String text = text("value").replace(",", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,12}(\\.\\d{1,3})?")) {
            throw invalid("partnership.joint.problem.value");
        }
        return new BigDecimal(text);
    }

    private @Nullable Long yen(String name) {
        String text = text(name).replaceAll("[,円¥]", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,13}")) {
            throw invalid("partnership.joint.problem.yen");
        }
        return Long.valueOf(text);
    }

    private LocalDate day(String name) {
        DateReading reading = DateReader.read(text(name));
        DateText date =
                reading.dates().size() == 1 ? reading.dates().getFirst().date() : DateText.NONE;
        LocalDate day = date.date();
        if (date.precision() != DateText.Precision.DAY || day == null) {
            throw invalid("partnership.problem.date");
        }
        return day;
    }

    @Nullable UUID id(String name) {
        String text = text(name);
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : null;
    }

    private int version() {
        String text = text("version");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Bilingual bilingual(String name) {
        return new Bilingual(typed.get(name + "Ja"), typed.get(name + "En"));
    }

    private @Nullable String orNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static KakehashiException invalid(String key) {
        return KakehashiException.invalid(key, Map.of());
    }
}
