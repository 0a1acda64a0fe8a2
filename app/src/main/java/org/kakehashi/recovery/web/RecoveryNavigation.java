package org.kakehashi.recovery.web;

import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryNavigation {
    @Bean
    NavItem recoveryItem() {
        return new NavItem(
                NavGroup.ADMINISTRATION,
                "recovery",
                "/recovery",
                830,
                user -> user.has("administrator"));
    }
}
