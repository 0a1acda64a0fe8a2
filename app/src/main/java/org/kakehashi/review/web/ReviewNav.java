package org.kakehashi.review.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewNav {
    @Bean
    NavItem reviewTasksItem() {
        return new NavItem(NavGroup.TOP, "review.tasks", "/tasks", 10, CurrentUser::signedIn);
    }

    @Bean
    NavItem reviewCasesItem() {
        return new NavItem(NavGroup.REVIEW, "review.list", "/reviews", 60, CurrentUser::signedIn);
    }

    @Bean
    NavItem reviewCommitteesItem() {
        return new NavItem(
                NavGroup.REVIEW, "review.committees", "/committees", 65, CurrentUser::signedIn);
    }

    @Bean
    NavItem reviewProcessesItem() {
        return new NavItem(
                NavGroup.ADMINISTRATION,
                "review.processes",
                "/processes",
                790,
                user -> user.has("office") || user.has("administrator"));
    }
}
