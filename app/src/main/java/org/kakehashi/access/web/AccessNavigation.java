package org.kakehashi.access.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessNavigation {
    @Bean
    NavItem unitsItem() {
        return new NavItem(
                NavGroup.ADMINISTRATION,
                "access.units",
                "/units",
                800,
                user -> user.has("office") || user.has("administrator"));
    }

    @Bean
    NavItem usersItem() {
        return new NavItem(
                NavGroup.ADMINISTRATION,
                "access.users",
                "/users",
                810,
                AccessNavigation::isAdministrator);
    }

    @Bean
    NavItem auditItem() {
        return new NavItem(
                NavGroup.ADMINISTRATION,
                "access.audit",
                "/audit",
                820,
                AccessNavigation::isAdministrator);
    }

    private static boolean isAdministrator(CurrentUser user) {
        return user.has("administrator");
    }
}
