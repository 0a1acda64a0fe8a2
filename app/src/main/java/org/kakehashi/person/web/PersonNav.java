package org.kakehashi.person.web;

import org.kakehashi.person.People;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonNav {
    @Bean
    NavItem peopleItem(People people) {
        return new NavItem(
                NavGroup.PEOPLE, "person.people", "/people", 32, user -> people.mayRead());
    }
}
