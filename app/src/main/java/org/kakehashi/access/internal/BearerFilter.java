package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ApiTokens;
import org.kakehashi.access.ApiTokens.Token;
import org.kakehashi.access.RateLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// `Authorization: Bearer kkh_…`: a program acts for the owner of the token. No page of another
/// site can make a browser send this header, so such requests need no CSRF token; a session the
/// browser has is not looked at.
class BearerFilter extends OncePerRequestFilter {
    private static final String TOKEN = BearerFilter.class.getName();
    private static final String SCHEME = "Bearer ";
    private static final String FAILURES = "bearer";
    private static final int MOST_FAILURES = 30;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final ApiTokens tokens;
    private final RateLimits limits;

    BearerFilter(ApiTokens tokens, RateLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    static boolean carriesOne(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// The token of this request, once it has been found right.
    static @Nullable Token token(HttpServletRequest request) {
        return request.getAttribute(TOKEN) instanceof Token token ? token : null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!carriesOne(request)) {
            chain.doFilter(request, response);
            return;
        }
        String from = request.getRemoteAddr();
        if (limits.exhausted(FAILURES, from, MOST_FAILURES)) {
            RateLimits.refuse(request, response, "access.tooMany", PAUSE);
            return;
        }
        String given = request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length());
        Token token = tokens.find(given.strip()).orElse(null);
        if (token == null) {
            limits.take(FAILURES, from, MOST_FAILURES, PAUSE);
            SecurityContextHolder.clearContext();
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (forPeopleOnly(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                            token.id(), null, List.of(new SimpleGrantedAuthority("ROLE_TOKEN"))));
            SecurityContextHolder.setContext(context);
            request.setAttribute(TOKEN, token);
            chain.doFilter(request, response);
        }
    }

    /// One's own account and the work of others are not for programs, whatever the scopes.
    private static boolean forPeopleOnly(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/account")
                || path.startsWith("/sign-")
                || path.startsWith("/jobs") && !request.getMethod().equals("GET");
    }
}
