package org.kakehashi.access.internal;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Sign-in, CSRF, headers. Which page may be seen is decided at the doors, not by addresses; here
/// only what needs a signed-in person at all.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @ConditionalOnWebApplication
    SecurityFilterChain security(HttpSecurity http, UserStore users, SignInAttempts attempts) {
        var welcome = new SavedRequestAwareAuthenticationSuccessHandler();
        var refusal = new SimpleUrlAuthenticationFailureHandler("/sign-in?error");
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/",
                                        "/error",
                                        "/sign-in",
                                        "/welcome",
                                        "/assets/**",
                                        "/public/**",
                                        "/favicon.ico")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("login")
                                .successHandler((request, response, who) -> {
                                    attempts.succeeded(request);
                                    welcome.onAuthenticationSuccess(request, response, who);
                                })
                                .failureHandler((request, response, problem) -> {
                                    attempts.failed(request);
                                    refusal.onAuthenticationFailure(request, response, problem);
                                })
                                .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(
                        new SignInAttempts.Limit(attempts),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new ActingFilter(users), AnonymousAuthenticationFilter.class)
                .build();
    }

    /// No text of people holds a NUL, and the database takes none.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /// Argon2id with the parameters OWASP's Password Storage Cheat Sheet names (19 MiB, 2 passes, 1
    /// lane).
    @Bean
    PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
    }
}
