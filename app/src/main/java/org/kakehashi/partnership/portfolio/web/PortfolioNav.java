package org.kakehashi.partnership.portfolio.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortfolioNav {
    @Bean
    NavItem portfolioItem() {
        return new NavItem(
                NavGroup.PARTNERSHIP,
                "partnership.portfolio",
                "/partners/portfolio",
                27,
                CurrentUser::signedIn);
    }
}
