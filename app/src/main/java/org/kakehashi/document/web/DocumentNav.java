package org.kakehashi.document.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentNav {
    @Bean
    NavItem documentListItem() {
        return new NavItem(
                NavGroup.REVIEW, "document.list", "/documents", 70, CurrentUser::signedIn);
    }
}
