package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// So many questions a minute from one address, so that one program cannot keep all others waiting.
/// Kept in memory; what is not used up is not saved beyond a minute's worth.
@Component
class Allowance {
    private static final int MOST_KEPT = 10_000;
    private static final int SECONDS = 60;

    private record Left(double questions, Instant at) {}

    private final Clock clock;
    private final int aMinute;
    private final Map<String, Left> addresses = new LinkedHashMap<>();

    Allowance(
            Clock clock, @Value("${kakehashi.reconcile.questions-per-minute:30000}") int aMinute) {
        this.clock = clock;
        this.aMinute = aMinute;
    }

    /// Takes so many questions, or says when to come again.
    synchronized void take(HttpServletRequest request, int questions) {
        Instant now = clock.instant();
        String address = request.getRemoteAddr();
        Left known = addresses.get(address);
        double left = known == null ? aMinute : refilled(known, now);
        if (left < questions) {
            double missing = Math.min(questions, aMinute) - left;
            throw Refused.tooMany((int) Math.ceil(missing * SECONDS / aMinute) + 1);
        }
        addresses.put(address, new Left(left - questions, now));
        if (addresses.size() > MOST_KEPT) {
            addresses.remove(addresses.keySet().iterator().next());
        }
    }

    private double refilled(Left known, Instant now) {
        double seconds = (now.toEpochMilli() - known.at().toEpochMilli()) / 1000.0;
        return Math.min(aMinute, known.questions() + seconds * aMinute / SECONDS);
    }
}
