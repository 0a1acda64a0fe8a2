package org.kakehashi.assessment.web;

import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.NavGroup;
import org.kakehashi.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentNav {
    @Bean
    NavItem assessmentsItem() {
        return new NavItem(
                NavGroup.STRATEGY, "assessment.title", "/assessments", 505, CurrentUser::signedIn);
    }
}
