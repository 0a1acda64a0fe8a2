package org.kakehashi.review.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Calendar programs sign in nowhere: the secret in the address is what they know. Nothing is
/// changed here and no cookie is set.
@Configuration(proxyBeanMethods = false)
class CalendarChain {
    private static final int BEFORE_THE_PAGES = 2;

    @Bean
    @Order(BEFORE_THE_PAGES)
    @ConditionalOnWebApplication
    SecurityFilterChain calendarAddresses(HttpSecurity http) {
        return http.securityMatcher("/calendars/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
