package org.kakehashi.partnership.country.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.partnership.country.Acquaintance;
import org.kakehashi.partnership.country.CountryPlan;
import org.kakehashi.partnership.country.CountryPlans;
import org.kakehashi.partnership.country.Network;
import org.kakehashi.partnership.country.Places;
import org.kakehashi.partnership.country.Places.Place;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Bar;
import org.kakehashi.ui.chart.BarChart;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Category;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.Series;
import org.kakehashi.ui.chart.StackedBars;
import org.kakehashi.ui.map.CountryFigure;
import org.kakehashi.ui.map.WorldMap;
import org.kakehashi.ui.view.FigureTile;
import org.springframework.stereotype.Component;

/// Gathers what the pages of countries and regions show.
@Component
public class CountryPages {
    static final int YEARS = 5;
    private static final int MOST = 15;
    private static final int EXCHANGE = 10;

    /// A country or region in the overview.
    public record Line(Place place, long agreements, long partners, int plans) {
        public String name() {
            return place.name(Text.locale());
        }
    }

    /// The overview.
    public record Overview(List<Line> regions, List<Line> countries, Chart map, LocalDate today) {}

    /// A partner with how many agreements in force there are.
    public record Partner(OrganizationRef organization, long agreements) {}

    /// A person who knows the place.
    public record Person(Acquaintance stated, String name, @Nullable OrganizationRef about) {}

    /// The page of one place.
    ///
    /// @param chart of students exchanged; null where nothing is recorded
    /// @param countries agreements in force by country, of a region
    public record Shown(
            Place place,
            List<FigureTile> tiles,
            @Nullable Chart countries,
            @Nullable Chart chart,
            List<Partner> partners,
            String partnersHref,
            List<Visit> visits,
            Map<UUID, OrganizationRef> visited,
            List<CountryPlan> plans,
            Map<UUID, String> owners,
            List<Person> people,
            LocalDate today,
            boolean mayWrite) {
        public String name() {
            return place.name(Text.locale());
        }
    }

    private final Places places;
    private final CountryPlans plans;
    private final Network network;
    private final AgreementFacts facts;
    private final Activities activities;
    private final Visits visits;
    private final Organizations organizations;
    private final Users users;
    private final Access access;
    private final Clock clock;

    CountryPages(
            Places places,
            CountryPlans plans,
            Network network,
            AgreementFacts facts,
            Activities activities,
            Visits visits,
            Organizations organizations,
            Users users,
            Access access,
            Clock clock) {
        this.places = places;
        this.plans = plans;
        this.network = network;
        this.facts = facts;
        this.activities = activities;
        this.visits = visits;
        this.organizations = organizations;
        this.users = users;
        this.access = access;
        this.clock = clock;
    }

    Overview overview() {
        access.require("partnership.read");
        LocalDate today = LocalDate.now(clock);
        AgreementFilter all = AgreementFilter.inForceOn(today);
        Map<String, Integer> open = plans.open();
        List<Line> countries = new ArrayList<>();
        List<CountryFigure> figures = new ArrayList<>();
        for (Counted one : facts.countBy(Dimension.COUNTRY, all)) {
            if (!one.value().equals(Dimension.UNKNOWN)) {
                Line line = line(one.value(), one.count(), all, open);
                countries.add(line);
                figures.add(
                        new CountryFigure(
                                one.value(), line.name(), one.count(), line.place().href()));
            }
        }
        Map<String, Long> byRegion = new HashMap<>();
        facts.countBy(Dimension.REGION, all).forEach(one -> byRegion.put(one.value(), one.count()));
        List<Line> regions =
                places.codes().stream()
                        .filter(code -> byRegion.containsKey(code) || open.containsKey(code))
                        .map(code -> line(code, byRegion.getOrDefault(code, 0L), all, open))
                        .toList();
        return new Overview(regions, countries, map(figures), today);
    }

    private Line line(
            String code, long agreements, AgreementFilter all, Map<String, Integer> open) {
        Place place = places.get(code);
        return new Line(
                place,
                agreements,
                facts.partners(in(all, place)).size(),
                open.getOrDefault(code, 0));
    }

    private static Chart map(List<CountryFigure> figures) {
        return new WorldMap(
                Caption.of(
                        "countries-map",
                        t("partnership.countries.map"),
                        t("partnership.countries.map.text")),
                t("partnership.country"),
                t("partnership.partners"),
                figures,
                List.of());
    }

    private static AgreementFilter in(AgreementFilter filter, Place place) {
        return filter.with(place.isCountry() ? Dimension.COUNTRY : Dimension.REGION, place.code());
    }

    Shown of(String code) {
        access.require("partnership.read");
        Place place = places.get(code);
        LocalDate today = LocalDate.now(clock);
        AgreementFilter inForce = in(AgreementFilter.inForceOn(today), place);
        List<Visit> visited =
                visits.in(place.countries(), today.minusYears(YEARS), today.plusYears(YEARS));
        List<Activity> exchanged = activities.among(in(AgreementFilter.on(today), place));
        List<CountryPlan> planned = plans.of(code);
        List<Partner> partners = partners(inForce);
        return new Shown(
                place,
                tiles(place, inForce, visited, today),
                place.isCountry() ? null : bars(inForce),
                exchange(exchanged, today),
                partners.stream().limit(MOST).toList(),
                inForce.href(),
                visited.stream().limit(MOST).toList(),
                organizations.find(visited.stream().map(Visit::organization).distinct().toList()),
                planned,
                owners(planned),
                network.mayRead() ? people(place) : List.of(),
                today,
                plans.mayWrite());
    }

    private List<FigureTile> tiles(
            Place place, AgreementFilter inForce, List<Visit> visited, LocalDate today) {
        String day = Dates.day(today);
        List<FigureTile> tiles = new ArrayList<>();
        tiles.add(
                new FigureTile(
                        t("partnership.profile.inForce"),
                        String.valueOf(facts.count(inForce)),
                        t("partnership.profile.inForce.unit"),
                        day,
                        inForce.href()));
        tiles.add(
                new FigureTile(
                        t("partnership.countries.partners"),
                        String.valueOf(facts.partners(inForce).size()),
                        t("partnership.countries.partners.unit"),
                        day,
                        inForce.href()));
        long past = visited.stream().filter(one -> !one.from().isAfter(today)).count();
        tiles.add(
                new FigureTile(
                        t("partnership.countries.visits"),
                        String.valueOf(past),
                        t("partnership.countries.visits.unit"),
                        day,
                        place.isCountry() ? "/visits?show=past&country=" + place.code() : null));
        return tiles;
    }

    private List<Partner> partners(AgreementFilter filter) {
        List<Counted> counted = facts.countBy(Dimension.PARTNER, filter);
        List<UUID> ids =
                counted.stream()
                        .filter(one -> !one.value().equals(Dimension.UNKNOWN))
                        .limit(MOST)
                        .map(one -> UUID.fromString(one.value()))
                        .toList();
        Map<UUID, OrganizationRef> known = organizations.find(ids);
        List<Partner> partners = new ArrayList<>();
        for (Counted one : counted) {
            OrganizationRef ref =
                    one.value().equals(Dimension.UNKNOWN)
                            ? null
                            : known.get(UUID.fromString(one.value()));
            if (ref != null) {
                partners.add(new Partner(ref, one.count()));
            }
        }
        return partners;
    }

    private Chart bars(AgreementFilter filter) {
        return new BarChart(
                Caption.of(
                        "by-country",
                        t("partnership.countries.byCountry"),
                        t("partnership.countries.byCountry.text")),
                t("partnership.country"),
                t("partnership.profile.inForce"),
                facts.countBy(Dimension.COUNTRY, filter).stream()
                        .filter(one -> !one.value().equals(Dimension.UNKNOWN))
                        .map(one ->
                                new Bar(
                                        new Country(one.value()).name(Text.locale()),
                                        one.count(),
                                        "/countries/" + one.value()))
                        .toList());
    }

    private static @Nullable Chart exchange(List<Activity> all, LocalDate today) {
        if (all.stream().noneMatch(one -> one.kind() == Activity.Kind.STUDENT)) {
            return null;
        }
        int last = FiscalYear.of(today).year();
        List<Integer> years = IntStream.rangeClosed(last - EXCHANGE + 1, last).boxed().toList();
        return new StackedBars(
                Caption.of(
                        "exchanged",
                        t("partnership.profile.exchange.chart"),
                        t("partnership.profile.exchange.text")),
                t("partnership.profile.year"),
                years.stream()
                        .map(year -> new Category(new FiscalYear(year).label(Text.locale())))
                        .toList(),
                List.of(
                        series(all, Direction.INBOUND, years),
                        series(all, Direction.OUTBOUND, years)));
    }

    private static Series series(List<Activity> all, Direction direction, List<Integer> years) {
        List<@Nullable Number> values = new ArrayList<>();
        for (int year : years) {
            Integer sum = null;
            boolean unknown = false;
            for (Activity one : all) {
                if (one.kind() == Activity.Kind.STUDENT
                        && one.direction() == direction
                        && one.year() == year) {
                    unknown |= one.number() == null;
                    sum = (sum == null ? 0 : sum) + Objects.requireNonNullElse(one.number(), 0);
                }
            }
            values.add(unknown ? null : sum);
        }
        return new Series(
                t("partnership.profile.student." + direction.code()),
                values,
                direction == Direction.OUTBOUND);
    }

    private Map<UUID, String> owners(List<CountryPlan> planned) {
        Map<UUID, String> names = new HashMap<>();
        for (CountryPlan one : planned) {
            UUID owner = one.owner();
            if (owner != null) {
                names.put(owner, users.name(owner).map(Text::t).orElse(""));
            }
        }
        return names;
    }

    private List<Person> people(Place place) {
        return network.of(place.countries()).stream().map(this::person).toList();
    }

    Person person(Acquaintance one) {
        UUID about = one.organization();
        return new Person(
                one,
                users.name(one.user()).map(Text::t).orElse(""),
                about == null ? null : organizations.find(about).orElse(null));
    }
}
