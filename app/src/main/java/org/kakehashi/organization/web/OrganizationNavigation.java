package org.kakehashi.organization.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganizationNavigation {
    @Bean
    NavItem organizationsItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP,
                "organization.list",
                "/organizations",
                300,
                CurrentUser::signedIn);
    }
}
