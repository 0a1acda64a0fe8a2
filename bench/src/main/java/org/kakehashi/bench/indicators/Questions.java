package org.kakehashi.bench.indicators;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition;
import org.kakehashi.bench.agreements.Client;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.report.Dashboard;
import org.kakehashi.report.DashboardDraft;
import org.kakehashi.report.Dashboards;
import org.kakehashi.strategy.Catalogue;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.IndicatorDraft;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.formula.Outcome;
import org.springframework.context.ApplicationContext;

/// What is asked, through the product's pages and doors, and by hand.
final class Questions {
    record Answer(
            Times dashboard, Times indicator, Times drill, Times fresh, Times sql, int catalogue) {}

    private static final String[] EXPRESSIONS = {
        "sum(agreement.exchanges where kind = student)",
        "sum(agreement.exchanges where kind = student and direction = outbound)",
        "sum(agreement.exchanges where kind = student and direction = inbound)",
        "sum(agreement.exchanges where kind = staff)",
        "share(count(agreement.exchanges where kind = student and period = year),"
                + " count(agreement.exchanges where kind = student))",
        "mean(agreement.exchanges where kind = student)",
        "growth(sum(agreement.exchanges where direction = outbound), 1)",
        "concentration(agreement.exchanges by country where kind = student)",
    };
    private static final List<String> BUILT_IN = List.of("K61", "K01", "K02", "K62");

    private final DSLContext jooq;
    private final Readings readings;
    private final Plans plans;
    private final Activities activities;
    private final Exchange exchange;
    private final CurrentUser executive;
    private final CurrentUser office;
    private final Client client;
    private final UUID dashboard;
    private final Indicator students;
    private final int year = FiscalYear.of(LocalDate.now()).year();
    private int saved;

    Questions(ApplicationContext context, String address, Exchange exchange) throws Exception {
        jooq = context.getBean(DSLContext.class);
        readings = context.getBean(Readings.class);
        plans = context.getBean(Plans.class);
        activities = context.getBean(Activities.class);
        this.exchange = exchange;
        executive = user(context, "executive");
        office = user(context, "office");
        List<String> codes = office.call(() -> catalogue(context));
        students = office.call(() -> plans.indicator(codes.getFirst()));
        dashboard = office.call(() -> dashboard(context, codes));
        client = new Client(address);
        client.signIn("executive", DemoAccounts.PASSWORD);
    }

    private static CurrentUser user(ApplicationContext context, String login) {
        return CurrentUser.SYSTEM.call(() -> {
            var user = context.getBean(Users.class).findByLogin(login).orElseThrow();
            return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
        });
    }

    private static List<String> catalogue(ApplicationContext context) {
        Catalogue catalogue = context.getBean(Catalogue.class);
        List<String> codes = new ArrayList<>();
        for (String expression : EXPRESSIONS) {
            String unit =
                    expression.startsWith("share") || expression.startsWith("growth")
                            ? "percent"
                            : expression.startsWith("concentration") ? "index" : "persons";
            codes.add(
                    catalogue.add(
                            new IndicatorDraft(
                                    new Bilingual("測定 " + expression, "Measured " + expression),
                                    new Bilingual("測定", "Measured"),
                                    unit,
                                    expression.startsWith("sum") ? 0 : 2,
                                    Indicator.Period.FLOW,
                                    null,
                                    Indicator.Direction.UP,
                                    "output",
                                    "agreement",
                                    expression,
                                    List.of())));
        }
        return codes;
    }

    private static UUID dashboard(ApplicationContext context, List<String> codes) {
        Dashboards dashboards = context.getBean(Dashboards.class);
        UUID id =
                dashboards.create(
                        new DashboardDraft(
                                new Bilingual("測定", "Measured"),
                                new Bilingual(null, null),
                                new Dashboard.Sharing(Dashboard.With.EVERYONE, null, null),
                                null),
                        null);
        List<String> all = new ArrayList<>(codes);
        all.addAll(BUILT_IN);
        for (String code : all) {
            dashboards.add(
                    id,
                    new Dashboard.Item(new UUID(0, 0), code, Dashboard.Shown.TILE, null, false));
        }
        return id;
    }

    Answer ask(long records, int requests) throws Exception {
        check();
        String page = "/dashboards/" + dashboard;
        for (int i = 0; i < requests; i++) { // the machine learns its way
            client.get(page + "?date=" + day(-1 - i));
        }
        Times same = Times.of(requests, i -> client.get(page));
        same.print("dashboard", records);
        Times otherDay = Times.of(requests, i -> client.get(page + "?date=" + day(i)));
        otherDay.print("dashboard_another_day", records);
        double[] taken = new double[requests];
        double used = 0;
        for (int i = 0; i < requests; i++) {
            save(1);
            double before = Times.used();
            long begun = System.nanoTime();
            client.get(page);
            taken[i] = (System.nanoTime() - begun) / 1e6;
            used += Times.used() - before;
        }
        Times changed = Times.of(taken, used / requests);
        changed.print("dashboard_after_each_save", records);
        executive.call(() ->
                readings.by(students, List.of("country", "unit"), LocalDate.now(), List.of()));
        Times two =
                Times.of(
                        requests,
                        i ->
                                executive.call(() ->
                                        readings.by(
                                                students,
                                                List.of(
                                                        "country",
                                                        i % 2 == 0 ? "unit" : "direction"),
                                                LocalDate.now().minusYears(i % 5),
                                                List.of())));
        two.print("two_dimensions", records);
        Times wholePage =
                Times.of(
                        requests,
                        i -> client.get("/strategy/indicators/" + students.code() + "?by=country"));
        wholePage.print("indicator_page_ten_years", records);
        String drill = "/strategy/indicators/" + students.code() + "/records";
        Times drilled =
                Times.of(
                        requests,
                        i ->
                                client.get(
                                        drill
                                                + (i % 3 == 0
                                                        ? "?page=" + (1 + i)
                                                        : "?by=country&part="
                                                                + (i % 3 == 1 ? "DE" : "KR"))));
        drilled.print("drill_down", records);
        Times fresh = Times.of(Math.min(requests, 40), i -> seen(page));
        fresh.print("fresh", records);
        Times sql = Times.of(5, i -> byHand());
        sql.print("dashboard_sql_by_hand", records);
        Times sqlTwo = Times.of(5, i -> twoByHand());
        sqlTwo.print("two_dimensions_sql_by_hand", records);
        int catalogue = executive.call(() -> plans.indicators().size());
        return new Answer(changed, two, drilled, fresh, sql, catalogue);
    }

    private static LocalDate day(int time) {
        return LocalDate.now().minusDays(200).plusDays(time);
    }

    /// The figure is what the records give, or this ends.
    private void check() {
        BigDecimal figure =
                executive.call(() -> readings.of(students, LocalDate.now())).outcome().value();
        BigDecimal raw =
                jooq.fetchSingle(
                                "select coalesce(sum(number), 0) from agreement.activities where"
                                        + " kind = 'student' and year = ?",
                                year)
                        .get(0, BigDecimal.class);
        if (figure == null || figure.compareTo(raw) != 0) {
            throw new IllegalStateException(
                    "the figure is " + figure + ", the records give " + raw);
        }
        Map<List<String>, Outcome> told =
                executive.call(() ->
                        readings.by(students, List.of("direction"), LocalDate.now(), List.of()));
        BigDecimal sum =
                told.values().stream()
                        .map(one -> one.value() == null ? BigDecimal.ZERO : one.value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(raw) != 0) {
            throw new IllegalStateException("the parts give " + sum + ", the records " + raw);
        }
    }

    /// One record more, through the door.
    private void save(int number) {
        UUID agreement = exchange.some(1000).get(saved % 1000);
        int back = saved / 1000;
        saved++;
        office.run(() ->
                activities.record(
                        new Activity(
                                null,
                                agreement,
                                Activity.Kind.STUDENT,
                                Condition.Direction.OUTBOUND,
                                year - back,
                                Activity.Term.YEAR,
                                Condition.Period.YEAR,
                                number + saved % 7,
                                null,
                                null)));
    }

    /// From the answer to saving until the page shows the new figure.
    private void seen(String page) throws Exception {
        save(1);
        BigDecimal raw =
                jooq.fetchSingle(
                                "select sum(number) from agreement.activities where kind ="
                                        + " 'student' and year = ?",
                                year)
                        .get(0, BigDecimal.class);
        String expected = String.format(java.util.Locale.ROOT, "%,d", raw.longValueExact());
        for (int i = 0; i < 100; i++) {
            if (new String(client.get(page), StandardCharsets.UTF_8).contains(expected)) {
                return;
            }
        }
        throw new IllegalStateException("the page does not come to show " + expected);
    }

    /// The twelve figures in six years, each as one would write it to the tables.
    private void byHand() {
        String people =
                " from agreement.activities a join agreement.register_lines l on l.agreement_id ="
                        + " a.agreement_id where a.year = ? and ";
        for (int y = year - 5; y <= year; y++) {
            jooq.fetch("select sum(a.number)" + people + "a.kind = 'student'", y);
            jooq.fetch(
                    "select sum(a.number)"
                            + people
                            + "a.kind = 'student' and a.direction = 'outbound'",
                    y);
            jooq.fetch(
                    "select sum(a.number)"
                            + people
                            + "a.kind = 'student' and a.direction = 'inbound'",
                    y);
            jooq.fetch("select sum(a.number)" + people + "a.kind = 'staff'", y);
            jooq.fetch(
                    "select 100.0 * count(*) filter (where a.period = 'year') / count(*)"
                            + people
                            + "a.kind = 'student'",
                    y);
            jooq.fetch("select avg(a.number)" + people + "a.kind = 'student'", y);
            jooq.fetch("select sum(a.number)" + people + "a.direction = 'outbound'", y);
            jooq.fetch(
                    "select c, count(*)"
                            + people.replace(" where", " cross join unnest(l.countries) c where")
                            + "a.kind = 'student' group by c",
                    y);
            LocalDate day = LocalDate.now().minusYears((long) year - y);
            String status =
                    " from agreement.register_lines where agreement.status(?, ?, proposed, starts,"
                            + " known_from, goes_on, ends, ended_on) in ('in_force', 'expiring')";
            jooq.fetch("select count(*)" + status, day, day.plusMonths(12));
            jooq.fetch(
                    "select count(*)" + status + " and level = 'university'",
                    day,
                    day.plusMonths(12));
            jooq.fetch(
                    "select count(*)" + status + " and level = 'department'",
                    day,
                    day.plusMonths(12));
            jooq.fetch(
                    "select count(distinct c)"
                            + status.replace(" where", " cross join unnest(countries) c where"),
                    day,
                    day.plusMonths(12));
        }
    }

    private void twoByHand() {
        jooq.fetch(
                """
                select c, u, sum(a.number)
                from agreement.activities a join agreement.register_lines l on l.agreement_id = a.agreement_id
                cross join unnest(l.countries) c cross join unnest(l.unit_ids) u
                where a.year = ? and a.kind = 'student' group by c, u
                """,
                year);
    }
}
