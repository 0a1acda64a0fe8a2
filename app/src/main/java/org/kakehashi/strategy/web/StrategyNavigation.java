package org.kakehashi.strategy.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StrategyNavigation {
    @Bean
    NavItem strategyItem() {
        return new NavItem(
                NavGroup.STRATEGY, "strategy.title", "/strategy", 500, CurrentUser::signedIn);
    }
}
