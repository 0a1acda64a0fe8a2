package org.kakehashi.home.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.HomeCard;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.FigureTile;
import org.kakehashi.ui.view.Tone;
import org.springframework.stereotype.Component;

/// Agreements that need somebody: for the office and executives all, for a department member those
/// of their units.
@Component
class AgreementCards implements HomeCard {
    private static final int LISTED = 6;

    private final AgreementFacts facts;
    private final Clock clock;

    AgreementCards(AgreementFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Card> card(CurrentUser user) {
        AgreementFilter all = AgreementFilter.on(LocalDate.now(clock));
        if (user.has("office") || user.has("executive")) {
            return Optional.of(card("home.agreements", all, false));
        }
        String[] units =
                user.grants().stream()
                        .filter(grant -> grant.role().equals("member"))
                        .map(CurrentUser.Grant::unit)
                        .filter(java.util.Objects::nonNull)
                        .map(UUID::toString)
                        .toArray(String[]::new);
        return units.length == 0
                ? Optional.empty()
                : Optional.of(card("home.agreements.own", all.with(Dimension.UNIT, units), true));
    }

    private Card card(String title, AgreementFilter scope, boolean own) {
        AgreementFilter urgent = scope.with(Status.LAPSED, Status.EXPIRING);
        Order byEnd = new Order(Order.By.END, true);
        List<Entry> entries =
                facts
                        .first(
                                scope.with(Status.EXPIRING),
                                new Order(Order.By.END, false),
                                LISTED,
                                locale())
                        .stream()
                        .map(line -> entry(line, Tone.ATTENTION, "home.state.expiring"))
                        .toList();
        if (entries.isEmpty()) {
            entries =
                    facts.first(scope.with(Status.LAPSED), byEnd, LISTED, locale()).stream()
                            .map(line -> entry(line, Tone.BAD, "home.state.lapsed"))
                            .toList();
        }
        Map<String, Long> standing = new HashMap<>();
        facts.countBy(Dimension.STATUS, scope)
                .forEach(one -> standing.put(one.value(), one.count()));
        AgreementFilter unrecognised = scope.with(Dimension.RECOGNISED, "false");
        return new Card(
                "agreements",
                t(title),
                t(own ? "home.agreements.own.lead" : "home.agreements.lead"),
                List.of(
                        tile(
                                "home.tile.inForce",
                                scope,
                                standing,
                                Status.IN_FORCE,
                                Status.EXPIRING),
                        tile("home.tile.expiring", scope, standing, Status.EXPIRING),
                        tile("home.tile.lapsed", scope, standing, Status.LAPSED),
                        tile("home.tile.unknown", scope, standing, Status.UNKNOWN),
                        tile("home.tile.unrecognised", unrecognised, facts.count(unrecognised))),
                entries,
                t("home.agreements.none"),
                List.of(new Link(t("home.agreements.urgent"), urgent.href() + "&sort=end")));
    }

    private static FigureTile tile(
            String label, AgreementFilter scope, Map<String, Long> standing, Status... some) {
        long count =
                Arrays.stream(some).mapToLong(one -> standing.getOrDefault(one.code(), 0L)).sum();
        return tile(label, scope.with(some), count);
    }

    private static FigureTile tile(String label, AgreementFilter filter, long count) {
        return new FigureTile(
                t(label),
                t("home.number", "n", count),
                t("home.unit"),
                Dates.day(filter.asOf()),
                filter.href());
    }

    private static Entry entry(AgreementLine line, Tone tone, String state) {
        return new Entry(
                t(line.partners()), "/agreements/" + line.id(), detail(line), tone, t(state));
    }

    private static @Nullable String detail(AgreementLine line) {
        DateText end = line.end();
        String day =
                end.date() != null && end.precision() == DateText.Precision.DAY
                        ? Dates.day(end.date())
                        : end.iso();
        return day.isEmpty() ? null : t("home.until", "day", day);
    }

    private static Locale locale() {
        return Text.locale();
    }
}
