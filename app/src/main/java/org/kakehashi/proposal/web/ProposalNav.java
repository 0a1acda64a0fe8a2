package org.kakehashi.proposal.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProposalNav {
    @Bean
    NavItem proposalsItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP, "proposal.list", "/proposals", 22, CurrentUser::signedIn);
    }
}
