package org.kakehashi.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ApiTokens;
import org.kakehashi.access.RateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
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
    SecurityFilterChain security(
            HttpSecurity http,
            UserStore users,
            SignInSteps steps,
            ApiTokens tokens,
            RateLimits limits,
            OpenIdSignIn openId,
            OutsideSignIn outside,
            Shibboleth shibboleth,
            SupportSession support,
            @Value("${kakehashi.searches-a-minute:6000}") int searches) {
        var attempts = new SignInAttempts(limits);
        if (shibboleth.isOn()) {
            http.addFilterAfter(new ShibbolethSignIn(shibboleth, outside), CsrfFilter.class);
        }
        if (openId.isConfigured()) {
            http.oauth2Login(openId::configure)
                    .addFilterBefore(
                            openId.new Reach(), OAuth2AuthorizationRequestRedirectFilter.class);
        }
        var refusal = new SimpleUrlAuthenticationFailureHandler("/sign-in?error");
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/",
                                        "/error",
                                        "/sign-in",
                                        "/sign-in/**",
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
                                    var account =
                                            (SignIn.Account)
                                                    Objects.requireNonNull(who.getPrincipal());
                                    steps.passwordRight(request, response, account.user());
                                })
                                .failureHandler((request, response, problem) -> {
                                    attempts.failed(request);
                                    refusal.onAuthenticationFailure(request, response, problem);
                                })
                                .permitAll())
                .logout(out ->
                        out.logoutUrl("/sign-out")
                                .addLogoutHandler(
                                        (request, response, who) -> steps.signedOut(request))
                                .logoutSuccessHandler(SecurityConfiguration::signedOut))
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerFilter::carriesOne))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(attempts, UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(
                        new BearerFilter(tokens, limits), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActingFilter(users, steps, support), BearerFilter.class)
                .addFilterAfter(new SearchLimit(limits, steps, searches), ActingFilter.class)
                .build();
    }

    /// Home, or to the page that offers to sign out at the provider too.
    private static void signedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        if (request.getAttribute(SignInSteps.LEFT) instanceof String there) {
            OutsideSignIn.offer(request, there);
            response.sendRedirect("/sign-in/left");
        } else {
            response.sendRedirect("/");
        }
    }

    /// No text of people holds a NUL, and the database takes none.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        // Names in headers of the proxy are UTF-8; the server reads them as Latin-1.
        firewall.setAllowedHeaderValues(value ->
                new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                        .chars()
                        .noneMatch(Character::isISOControl));
        return firewall;
    }

    /// What the firewall refuses is answered by our error page, with the headers of every page: the
    /// chain that would write them has not begun.
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, problem) -> {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
            response.setHeader("Cache-Control", "no-store");
            response.sendError(400);
        };
    }

    /// Argon2id with the parameters OWASP's Password Storage Cheat Sheet names (19 MiB, 2 passes, 1
    /// lane).
    @Bean
    PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
    }
}
