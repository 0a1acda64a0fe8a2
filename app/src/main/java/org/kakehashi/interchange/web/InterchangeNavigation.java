package org.kakehashi.interchange.web;

import org.kakehashi.interchange.Batches;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Everybody finds the guide; signed-in people from the page of organizations too.
@Configuration(proxyBeanMethods = false)
class InterchangeNavigation {
    @Bean
    NavItem batchesItem(Batches batches) {
        return new NavItem(
                NavGroup.LISTS,
                "interchange.batches",
                "/recognition",
                450,
                user -> batches.mayUse());
    }

    @Bean
    NavItem reconciliationGuideItem() {
        return new NavItem(
                NavGroup.TOP,
                "interchange.guide",
                "/public/reconciliation",
                30,
                user -> !user.signedIn());
    }
}
