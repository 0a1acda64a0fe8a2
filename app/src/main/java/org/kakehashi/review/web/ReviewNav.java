package org.kakehashi.review.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewNav {
    @Bean
    NavItem reviewCasesItem() {
        return new NavItem("review.list", "/reviews", 60, CurrentUser::signedIn);
    }

    @Bean
    NavItem reviewProcessesItem() {
        return new NavItem(
                "review.processes",
                "/processes",
                790,
                user -> user.has("office") || user.has("administrator"));
    }
}
