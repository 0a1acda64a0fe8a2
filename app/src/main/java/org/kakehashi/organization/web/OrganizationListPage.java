package org.kakehashi.organization.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationFilter;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.OrganizationUse;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.TableHead;

/// The list of organizations: its filter as the address says it, and what was found.
public record OrganizationListPage(
        Query query,
        OrganizationFilter filter,
        List<OrganizationUse> uses,
        Organizations.Found found,
        Pager pager,
        TableHead head,
        boolean editable,
        boolean empty,
        List<OrganizationRef> meant) {

    public static final int SIZE = 20;
    public static final String[] OWN = {"q", "country", "type", "status", "origin", "use"};

    /// The page that explains what the words mean.
    public String explanation() {
        return Query.of("/organizations/recognition").with("text", filter.text()).href();
    }

    static OrganizationFilter filter(Query query) {
        return new OrganizationFilter(
                Optional.ofNullable(query.first("q")).orElse(""),
                query.all("country"),
                query.all("type"),
                query.all("status"),
                query.first("origin"),
                query.first("use"));
    }

    static TableHead head(Query query) {
        return new TableHead(
                List.of(
                        Column.text("name", t("organization.name")).fixed(),
                        Column.text("country", t("organization.country")).fixed(),
                        Column.text("city", t("organization.city")).fixed(),
                        Column.text("ror", t("organization.ror")).unsorted().fixed(),
                        Column.text("status", t("organization.status")).unsorted().fixed()),
                query,
                null);
    }

    /// The order asked for, if the list knows it.
    static @Nullable String order(TableHead head) {
        String asked = head.sort();
        return asked != null && asked.matches("-?(name|country|city)") ? asked : null;
    }

    public List<Choice> countries() {
        return chosen(OrganizationWords.countries(), "country");
    }

    public List<Choice> types() {
        return chosen(OrganizationWords.types(), "type");
    }

    public List<Choice> statuses() {
        return chosen(
                List.of(
                        new Choice("active", t("organization.status.active")),
                        new Choice("inactive", t("organization.status.inactive")),
                        new Choice("withdrawn", t("organization.status.withdrawn"))),
                "status");
    }

    public List<Choice> origins() {
        return chosen(
                List.of(
                        new Choice("ror", t("organization.origin.ror")),
                        new Choice("local", t("organization.origin.local"))),
                "origin");
    }

    public List<Choice> useChoices() {
        return chosen(
                uses.stream().map(use -> new Choice(use.key(), t(use.label()))).toList(), "use");
    }

    private List<Choice> chosen(List<Choice> choices, String name) {
        String current = query.first(name);
        return current == null
                ? choices
                : choices.stream().map(choice -> choice.chosenIf(current)).toList();
    }

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        add(chips, "country", countries());
        add(chips, "type", types());
        add(chips, "status", statuses());
        add(chips, "origin", origins());
        add(chips, "use", useChoices());
        return chips;
    }

    private void add(List<Chip> chips, String name, List<Choice> choices) {
        Query rest = query.without(TableHead.PAGE).without(name);
        choices.stream()
                .filter(Choice::chosen)
                .forEach(choice -> chips.add(new Chip(choice.label(), rest.href())));
    }

    /// How many, in words.
    public String count() {
        return t(
                found.more() ? "organization.list.more" : "organization.list.count",
                "n",
                found.total());
    }
}
