package org.kakehashi.partnership.country;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.springframework.stereotype.Component;

/// Invented plans for some countries and regions, and somebody who knows them.
@Component
class DemoCountries implements DemoData {
    private final CountryPlans plans;
    private final Network network;
    private final Users users;
    private final Clock clock;

    DemoCountries(CountryPlans plans, Network network, Users users, Clock clock) {
        this.plans = plans;
        this.network = network;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 43;
    }

    @Override
    public void fill() {
        LocalDate today = LocalDate.now(clock);
        List<String> codes = List.of("AU", "DE", "europe", "TH");
        for (int i = 0; i < codes.size(); i++) {
            plans.save(
                    new CountryPlan(
                            null,
                            codes.get(i),
                            new Bilingual("【見本】学生交流の拡大", "(Sample) More student exchange"),
                            new Bilingual(
                                    "受入と派遣をそれぞれ5割増やす", "Half as many again, in both directions"),
                            null,
                            users.findByLogin("office").map(User::id).orElse(null),
                            today.minusMonths(8),
                            today.plusYears(2),
                            CountryPlan.Status.RUNNING,
                            today.plusDays(40L * i - 20),
                            0));
        }
        users.findByLogin("member").ifPresent(member -> known(member, today));
    }

    /// Everybody states it of themselves.
    private void known(User member, LocalDate today) {
        CurrentUser person =
                new CurrentUser(
                        member.id(),
                        member.login(),
                        member.name(),
                        List.of(new CurrentUser.Grant("member", null)));
        person.run(() ->
                network.state(
                        new Acquaintance(
                                null,
                                Objects.requireNonNull(member.id()),
                                "AU",
                                null,
                                List.of("en"),
                                2014,
                                2016,
                                new Bilingual("在外研究", "Visiting researcher"),
                                today)));
    }
}
