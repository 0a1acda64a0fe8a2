package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Passwords cannot be guessed by trying: after ten failures of a login from an address a quarter
/// of an hour must pass. Kept in memory. The address alone locks nobody out: behind a proxy, all
/// may have the same.
@Component
class SignInAttempts {
    private static final int MOST = 10;
    private static final int MOST_KEPT = 20_000;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized void failed(HttpServletRequest request) {
        String key = key(request);
        failures.put(key, new Failures(count(key) + 1, clock.instant()));
        if (failures.size() > MOST_KEPT) {
            failures.values().removeIf(this::over);
            if (failures.size() > MOST_KEPT) {
                failures.remove(failures.keySet().iterator().next());
            }
        }
    }

    synchronized void succeeded(HttpServletRequest request) {
        failures.remove(key(request));
    }

    synchronized boolean exhausted(HttpServletRequest request) {
        return count(key(request)) >= MOST;
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || over(known) ? 0 : known.count();
    }

    private boolean over(Failures known) {
        return known.last().plus(PAUSE).isBefore(clock.instant());
    }

    private static String key(HttpServletRequest request) {
        String login = request.getParameter("login");
        String given = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
        return request.getRemoteAddr() + ' ' + given.substring(0, Math.min(given.length(), 100));
    }

    /// Turns away who has tried too often, before the password is looked at.
    static final class Limit extends OncePerRequestFilter {
        private final SignInAttempts attempts;

        Limit(SignInAttempts attempts) {
            this.attempts = attempts;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean signsIn =
                    request.getMethod().equals("POST")
                            && request.getRequestURI().equals("/sign-in");
            if (signsIn && attempts.exhausted(request)) {
                RateLimits.refuse(request, response, "access.signIn.wait", PAUSE);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
