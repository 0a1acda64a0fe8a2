package org.kakehashi.partnership.country;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// Plans that are due wait for who is responsible.
@Component
class CountryTasks implements TaskSource {
    private final CountryPlans plans;
    private final Places places;

    CountryTasks(CountryPlans plans, Places places) {
        this.plans = plans;
        this.places = places;
    }

    @Override
    public List<Task> tasks() {
        return plans.mine().stream()
                .map(one ->
                        new Task(
                                t("partnership.plan.task"),
                                t(one.title()),
                                places.get(one.place()).href() + "#plans",
                                null,
                                one.reviewOn() == null ? one.until() : one.reviewOn()))
                .toList();
    }
}
