package org.kakehashi.home.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
                        .list(
                                scope.with(Status.EXPIRING),
                                new Order(Order.By.END, false),
                                0,
                                LISTED,
                                locale())
                        .stream()
                        .map(line -> entry(line, Tone.ATTENTION, "home.state.expiring"))
                        .toList();
        if (entries.isEmpty()) {
            entries =
                    facts.list(scope.with(Status.LAPSED), byEnd, 0, LISTED, locale()).stream()
                            .map(line -> entry(line, Tone.BAD, "home.state.lapsed"))
                            .toList();
        }
        return new Card(
                "agreements",
                t(title),
                t(own ? "home.agreements.own.lead" : "home.agreements.lead"),
                List.of(
                        tile("home.tile.inForce", scope.with(Status.IN_FORCE, Status.EXPIRING)),
                        tile("home.tile.expiring", scope.with(Status.EXPIRING)),
                        tile("home.tile.lapsed", scope.with(Status.LAPSED)),
                        tile("home.tile.unknown", scope.with(Status.UNKNOWN)),
                        tile("home.tile.unrecognised", scope.with(Dimension.RECOGNISED, "false"))),
                entries,
                t("home.agreements.none"),
                List.of(new Link(t("home.agreements.urgent"), urgent.href() + "&sort=end")));
    }

    private FigureTile tile(String label, AgreementFilter filter) {
        long count = facts.count(filter);
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
