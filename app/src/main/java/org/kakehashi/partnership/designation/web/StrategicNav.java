package org.kakehashi.partnership.designation.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StrategicNav {
    @Bean
    NavItem strategicPartnersItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP,
                "partnership.strategic",
                "/strategic-partners",
                24,
                CurrentUser::signedIn);
    }
}
