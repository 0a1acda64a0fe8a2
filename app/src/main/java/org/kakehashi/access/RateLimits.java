package org.kakehashi.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The one counter of how often something may be done within a while: wrong passwords and codes,
/// links by mail, searches, questions of programs. In memory and bounded. What is too much answers
/// 429 in the shape of every other problem, with `Retry-After`.
@Component
public class RateLimits {
    private static final int MOST_KEPT = 50_000;

    private record Window(Instant until, int count) {}

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /// Counts one more; false once there were more than that many in the window.
    public synchronized boolean take(String what, String who, int most, Duration window) {
        Window known = present(key(what, who));
        int count = known == null ? 1 : known.count() + 1;
        Instant until = known == null ? clock.instant().plus(window) : known.until();
        keep(key(what, who), new Window(until, count));
        return count <= most;
    }

    /// Counts so many more if they still fit into the window, or says how long to wait. Zero: they
    /// fitted. What never fits is told to come with less.
    public synchronized Duration takeAll(
            String what, String who, int many, int most, Duration window) {
        Window known = present(key(what, who));
        Instant until = known == null ? clock.instant().plus(window) : known.until();
        int count = known == null ? 0 : known.count();
        if (many > most - count) {
            return Duration.between(clock.instant(), until).plusSeconds(1);
        }
        keep(key(what, who), new Window(until, count + many));
        return Duration.ZERO;
    }

    /// Counts a failure; after the last one allowed the whole pause begins anew.
    public synchronized void failed(String what, String who, Duration pause) {
        Window known = present(key(what, who));
        keep(
                key(what, who),
                new Window(clock.instant().plus(pause), known == null ? 1 : known.count() + 1));
    }

    /// Were there that many already?
    public synchronized boolean exhausted(String what, String who, int most) {
        Window known = present(key(what, who));
        return known != null && known.count() >= most;
    }

    public synchronized void forget(String what, String who) {
        windows.remove(key(what, who));
    }

    /// Answers 429 with this message.
    public static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            String message,
            Duration retryAfter)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION,
                new KakehashiException(KakehashiException.Kind.TOO_MANY, message, Map.of()));
        response.sendError(KakehashiException.Kind.TOO_MANY.status());
    }

    private void keep(String key, Window window) {
        windows.put(key, window);
        if (windows.size() > MOST_KEPT) {
            windows.values().removeIf(one -> one.until().isBefore(clock.instant()));
            if (windows.size() > MOST_KEPT) {
                windows.remove(windows.keySet().iterator().next());
            }
        }
    }

    private @Nullable Window present(String key) {
        Window known = windows.get(key);
        return known == null || known.until().isBefore(clock.instant()) ? null : known;
    }

    private static String key(String what, String who) {
        return what + ' ' + who.substring(0, Math.min(who.length(), 150));
    }
}
