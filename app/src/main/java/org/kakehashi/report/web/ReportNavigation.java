package org.kakehashi.report.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportNavigation {
    @Bean
    NavItem dashboardItem() {
        return new NavItem(
                NavGroup.STRATEGY, "report.title", "/dashboards", 510, CurrentUser::signedIn);
    }
}
