package org.kakehashi.access.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit.Entry;
import org.kakehashi.access.AuditFilter;
import org.kakehashi.access.internal.AuditStore;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;

/// The audit trail as a list.
public record AuditPage(
        Query query, AuditFilter filter, List<String> actions, List<Entry> entries, Pager pager) {
    /// The parameters the filter sets.
    public static final List<String> OWN =
            List.of("action", "kind", "from", "until", "actor", "subject");

    public List<Choice> actionChoices() {
        return actions.stream()
                .map(action -> new Choice(action, words(action), action.equals(filter.action())))
                .toList();
    }

    public List<Choice> kindChoices() {
        return List.of(
                new Choice(
                        "change",
                        t("access.audit.changes"),
                        Boolean.FALSE.equals(filter.reading())),
                new Choice(
                        "reading",
                        t("access.audit.readings"),
                        Boolean.TRUE.equals(filter.reading())));
    }

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        add(chips, "action", filter.action() == null ? null : words(filter.action()));
        add(
                chips,
                "kind",
                filter.reading() == null
                        ? null
                        : t(filter.reading() ? "access.audit.readings" : "access.audit.changes"));
        add(
                chips,
                "from",
                filter.from() == null
                        ? null
                        : t("access.audit.from.chip", "day", filter.from().toString()));
        add(
                chips,
                "until",
                filter.until() == null
                        ? null
                        : t("access.audit.until.chip", "day", filter.until().toString()));
        add(chips, "actor", filter.actor() == null ? null : t("access.audit.actor.chip"));
        add(chips, "subject", filter.subject() == null ? null : t("access.audit.subject.chip"));
        return chips;
    }

    /// An action in words; its key where a later version of a room no longer knows it.
    public static String words(String action) {
        return Messages.has(action) ? t(action) : action;
    }

    /// Who did it: a name, `system`, or that the person has been erased.
    public static String who(Entry entry) {
        if (entry.name() != null) {
            return Text.t(Objects.requireNonNull(entry.name()));
        }
        if (entry.actor() != null) {
            return t("access.audit.erased");
        }
        return t("public".equals(entry.login()) ? "access.audit.public" : "access.audit.system");
    }

    /// Details and origin, erased values in words.
    public static String readable(@Nullable String text) {
        return text == null || text.equals("{}")
                ? ""
                : text.replace(AuditStore.ERASED, t("access.audit.erased"));
    }

    private void add(List<Chip> chips, String name, @Nullable String label) {
        if (label != null) {
            chips.add(new Chip(label, query.without(name, "page").href()));
        }
    }
}
