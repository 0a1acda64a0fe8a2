package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.kakehashi.access.ApiTokens.Token;
import org.kakehashi.access.RateLimits;
import org.springframework.web.filter.OncePerRequestFilter;

/// Searching costs most: a program that runs wild is stopped, a person never notices. Who is not
/// signed in is counted by address, which many may share.
class SearchLimit extends OncePerRequestFilter {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private final RateLimits limits;
    private final SignInSteps steps;
    private final int most;

    /// @param most searches a minute
    SearchLimit(RateLimits limits, SignInSteps steps, int most) {
        this.limits = limits;
        this.steps = steps;
        this.most = most;
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
                limits.take("search", who.isEmpty() ? request.getRemoteAddr() : who, most, WINDOW);
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            RateLimits.refuse(request, response, "access.tooMany", WINDOW);
        }
    }
}
