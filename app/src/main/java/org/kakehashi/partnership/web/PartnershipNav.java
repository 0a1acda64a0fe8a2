package org.kakehashi.partnership.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PartnershipNav {
    @Bean
    NavItem visitsItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP, "partnership.visits", "/visits", 25, CurrentUser::signedIn);
    }

    @Bean
    NavItem contactsItem(Contacts contacts) {
        return new NavItem(
                NavGroup.PARTNERSHIP,
                "partnership.contacts",
                "/contacts",
                26,
                user -> contacts.mayRead());
    }

    @Bean
    NavItem countriesItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP,
                "partnership.countries",
                "/countries",
                27,
                CurrentUser::signedIn);
    }
}
