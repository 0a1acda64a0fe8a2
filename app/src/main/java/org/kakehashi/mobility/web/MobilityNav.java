package org.kakehashi.mobility.web;

import org.kakehashi.mobility.Crisis;
import org.kakehashi.mobility.Stays;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MobilityNav {
    @Bean
    NavItem staysItem(Stays stays) {
        return new NavItem(
                NavGroup.PEOPLE, "mobility.stays", "/stays", 30, user -> stays.mayRead());
    }

    @Bean
    NavItem crisisItem(Crisis crisis) {
        return new NavItem(
                NavGroup.PEOPLE, "mobility.crisis", "/crisis", 34, user -> crisis.mayUse());
    }
}
