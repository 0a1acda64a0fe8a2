package org.kakehashi.intake.web;

import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeNavigation {
    @Bean
    NavItem intakeItem() {
        return new NavItem(
                NavGroup.LISTS,
                "intake.nav",
                "/intake",
                300,
                user -> user.has("office") || user.has("member") || user.has("administrator"));
    }
}
