package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.HomeCard;
import org.springframework.stereotype.Component;

/// The strategy's headline figures on the landing page of those who steer.
@Component
class HeadlineCard implements HomeCard {
    private final Overviews overviews;
    private final Clock clock;

    HeadlineCard(Overviews overviews, Clock clock) {
        this.overviews = overviews;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Card> card(CurrentUser user) {
        if (!user.has("executive") && !user.has("office")) {
            return Optional.empty();
        }
        return Optional.of(
                new Card(
                        "headlines",
                        t("strategy.headlines"),
                        null,
                        overviews.headlines(LocalDate.now(clock)),
                        List.of(),
                        null,
                        List.of(
                                new Link(t("strategy.overview"), "/strategy/overview"),
                                new Link(t("strategy.plan"), "/strategy"))));
    }
}
