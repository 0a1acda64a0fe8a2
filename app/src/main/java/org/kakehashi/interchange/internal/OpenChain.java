package org.kakehashi.interchange.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;

/// The reconciliation service stands open to programs of every origin: nobody is signed in here, no
/// cookie is read or set, nothing is changed. So there is no CSRF to fear, and answers may go to
/// any page. Only the preview may be framed; it says so itself.
@Configuration(proxyBeanMethods = false)
public class OpenChain {
    /// Addresses of the service: languages by path, or as the program asks.
    public static final String[] ADDRESSES = {
        "/reconcile/**", "/ja/reconcile/**", "/en/reconcile/**"
    };

    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain openAddresses(HttpSecurity http) {
        CorsConfiguration anybody = new CorsConfiguration();
        anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anybody.setAllowedMethods(List.of("GET", "POST", "OPTIONS"));
        anybody.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anybody.setExposedHeaders(List.of("Content-Language", "Retry-After"));
        anybody.setAllowCredentials(false);
        anybody.setMaxAge(Duration.ofHours(1));
        return http.securityMatcher(ADDRESSES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(request -> anybody))
                .headers(headers ->
                        headers.frameOptions(FrameOptionsConfig::disable)
                                .contentSecurityPolicy(csp ->
                                        csp.policyDirectives(
                                                "default-src 'none'; frame-ancestors 'none'")))
                .build();
    }
}
