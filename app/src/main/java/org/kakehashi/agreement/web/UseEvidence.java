package org.kakehashi.agreement.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.RenewalEvidence;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Places and their use when a renewal is decided; left out where nothing is recorded.
@Component
class UseEvidence implements RenewalEvidence {
    private final Activities activities;
    private final Templates templates;

    UseEvidence(Activities activities, Templates templates) {
        this.activities = activities;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "agreement.balance";
    }

    @Override
    public Optional<Content> content(Agreement agreement, LocalDate from, LocalDate until) {
        if (activities.of(agreement.id()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(templates.agreementUseTable(activities.use(agreement.id()))::render);
    }
}
