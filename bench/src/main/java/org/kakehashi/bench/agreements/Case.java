package org.kakehashi.bench.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A page asked for again and again.
///
/// @param login as whom; empty for the public
/// @param path `%day%` is another day each time, so that nothing counted before helps
record Case(String name, String login, String path) {
    private static final String LIST = "/agreements?size=20";
    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 15);

    /// The path for the so-many-th time.
    String path(int time) {
        return path.replace("%day%", FIRST_DAY.plusDays(11L * time).toString());
    }

    /// Is it held to what lists must hold?
    boolean list() {
        return name.startsWith("list") || name.startsWith("filter");
    }

    /// @param agreement address of one
    /// @param partner address of the partner with the longest history
    static List<Case> all(String agreement, String partner) {
        List<Case> all = new ArrayList<>(lists());
        all.add(office("profile", partner));
        all.add(office("portfolio", "/partners/portfolio"));
        all.add(office("detail", agreement));
        all.add(office("history", agreement + "/history"));
        all.add(office("renewal", agreement + "/renewal"));
        all.add(office("renewals", "/agreements/renewals"));
        all.add(office("balance", "/agreements/balance"));
        all.addAll(figures());
        all.add(new Case("home_admin", "admin", "/"));
        all.add(office("home_office", "/"));
        all.add(new Case("home_member", "member", "/"));
        all.add(new Case("home_executive", "executive", "/"));
        all.add(new Case("public_map", "", "/public"));
        all.add(new Case("public_register", "", "/public/agreements"));
        all.add(new Case("public_country", "", "/public/agreements?country=DE"));
        return all;
    }

    private static List<Case> lists() {
        return List.of(
                office("list", LIST),
                office("list_by_end", LIST + "&sort=-end"),
                office("list_by_country", LIST + "&sort=country"),
                office("list_by_kind", LIST + "&sort=kind"),
                office("list_by_status", LIST + "&sort=status"),
                office("list_by_number", LIST + "&sort=-number"),
                office("list_deep_page", LIST + "&page=700"),
                office("list_deep_status", LIST + "&page=700&sort=status"),
                office(
                        "filter_country_kind",
                        LIST + "&country=DE&kind=student_exchange&sort=start"),
                office("filter_status", LIST + "&status=expiring&sort=end"),
                office("filter_region_year", LIST + "&region=asia&started=2015&sort=unit"),
                office("filter_as_of", LIST + "&asOf=2015-03-31&status=in_force&level=university"),
                office("anew_list", LIST + "&asOf=%day%"),
                office("search_rare", LIST + "&q=" + Client.encode("清華西湖")),
                office("search_two_signs", LIST + "&q=" + Client.encode("海洋")),
                office("search_common", LIST + "&q=" + Client.encode("大学")),
                office("search_latin", LIST + "&q=uppsala+delft"),
                office("anew_search_common", LIST + "&asOf=%day%&q=" + Client.encode("大学")));
    }

    private static List<Case> figures() {
        return List.of(
                executive("overview", "/strategy/overview"),
                executive("anew_overview", "/strategy/overview?date=%day%"),
                executive("indicators", "/strategy/indicators"),
                executive("countries", "/strategy/indicators/K61?by=country"),
                executive("units", "/strategy/indicators/K61?by=unit"),
                executive("countries_active", "/strategy/indicators/K17"));
    }

    private static Case office(String name, String path) {
        return new Case(name, "office", path);
    }

    private static Case executive(String name, String path) {
        return new Case(name, "executive", path);
    }
}
