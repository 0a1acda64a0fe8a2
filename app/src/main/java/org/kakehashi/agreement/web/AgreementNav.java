package org.kakehashi.agreement.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgreementNav {
    @Bean
    NavItem agreementListItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP, "agreement.list", "/agreements", 20, CurrentUser::signedIn);
    }
}
