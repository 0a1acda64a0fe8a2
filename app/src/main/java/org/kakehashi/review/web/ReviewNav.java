package org.kakehashi.review.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewNav {
    @Bean
    NavItem reviewTasksItem() {
        return new NavItem("review.tasks", "/tasks", 10, CurrentUser::signedIn);
    }

    @Bean
    NavItem reviewCasesItem() {
        return new NavItem("review.list", "/reviews", 60, CurrentUser::signedIn);
    }

    @Bean
    NavItem reviewCommitteesItem() {
        return new NavItem("review.committees", "/committees", 65, CurrentUser::signedIn);
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
