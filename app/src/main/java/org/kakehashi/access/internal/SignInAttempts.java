package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.kakehashi.access.RateLimits;
import org.springframework.web.filter.OncePerRequestFilter;

/// Passwords cannot be guessed by trying: after ten failures of a login from an address a quarter
/// of an hour must pass, before the password is looked at again. The address alone locks nobody
/// out: behind a proxy, all may have the same.
class SignInAttempts extends OncePerRequestFilter {
    private static final String FAILURES = "sign-in";
    private static final int MOST = 10;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final RateLimits limits;

    SignInAttempts(RateLimits limits) {
        this.limits = limits;
    }

    void failed(HttpServletRequest request) {
        limits.failed(FAILURES, who(request), PAUSE);
    }

    void succeeded(HttpServletRequest request) {
        limits.forget(FAILURES, who(request));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean signsIn =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/sign-in");
        if (signsIn && limits.exhausted(FAILURES, who(request), MOST)) {
            RateLimits.refuse(request, response, "access.signIn.wait", PAUSE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String who(HttpServletRequest request) {
        String login = request.getParameter("login");
        String given = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
        return request.getRemoteAddr() + ' ' + given.substring(0, Math.min(given.length(), 100));
    }
}
