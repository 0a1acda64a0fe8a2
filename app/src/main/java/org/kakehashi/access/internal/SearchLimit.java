package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.kakehashi.access.ApiTokens.Token;
import org.springframework.web.filter.OncePerRequestFilter;

/// Searching costs most: a browser or program may do it a few times a second, not a hundred. Who is
/// not signed in is counted by address, and more generously, since many may share one.
class SearchLimit extends OncePerRequestFilter {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 300;
    private static final int MOST_OF_AN_ADDRESS = 1200;

    private final RateLimits limits;
    private final SignInSteps steps;

    SearchLimit(RateLimits limits, SignInSteps steps) {
        this.limits = limits;
        this.steps = steps;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals("/search") && !path.endsWith("/suggestions");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Token token = BearerFilter.token(request);
        String who =
                token != null
                        ? token.id().toString()
                        : steps.session(request).map(UUID::toString).orElse("");
        boolean allowed =
                who.isEmpty()
                        ? limits.take("search", request.getRemoteAddr(), MOST_OF_AN_ADDRESS, WINDOW)
                        : limits.take("search", who, MOST, WINDOW);
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            RateLimits.refuse(request, response, "access.tooMany", WINDOW);
        }
    }
}
