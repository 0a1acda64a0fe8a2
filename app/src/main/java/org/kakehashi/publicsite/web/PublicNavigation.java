package org.kakehashi.publicsite.web;

import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Visitors find their way; people who signed in have the rooms themselves.
@Configuration(proxyBeanMethods = false)
class PublicNavigation {
    @Bean
    NavItem publicMapItem() {
        return new NavItem(
                NavGroup.TOP, "publicsite.map", "/public/map", 10, user -> !user.signedIn());
    }

    @Bean
    NavItem publicRegisterItem() {
        return new NavItem(
                NavGroup.TOP,
                "publicsite.register",
                "/public/agreements",
                20,
                user -> !user.signedIn());
    }

    @Bean
    NavItem publicStrategicItem() {
        return new NavItem(
                NavGroup.TOP,
                "publicsite.strategic",
                "/public/strategic-partners",
                30,
                user -> !user.signedIn());
    }

    @Bean
    NavItem publicGuidelineItem() {
        return new NavItem(
                NavGroup.TOP,
                "publicsite.guideline",
                "/public/guidelines",
                40,
                user -> !user.signedIn());
    }
}
