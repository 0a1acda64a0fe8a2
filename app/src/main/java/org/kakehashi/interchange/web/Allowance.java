package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.kakehashi.access.RateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// So many questions a minute from one address, so that one program cannot keep all others waiting.
@Component
class Allowance {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final int aMinute;

    Allowance(
            RateLimits limits,
            @Value("${kakehashi.reconcile.questions-per-minute:30000}") int aMinute) {
        this.limits = limits;
        this.aMinute = aMinute;
    }

    /// Takes so many questions, or says when to come again.
    void take(HttpServletRequest request, int questions) {
        Duration wait =
                limits.takeAll("questions", request.getRemoteAddr(), questions, aMinute, WINDOW);
        if (wait.isPositive()) {
            throw Refused.tooMany((int) wait.toSeconds());
        }
    }
}
