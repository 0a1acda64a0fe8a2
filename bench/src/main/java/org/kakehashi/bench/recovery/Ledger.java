package org.kakehashi.bench.recovery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What was asked for and what was confirmed to whoever asked. Kept outside the product, so no kill
/// can touch it.
final class Ledger {
    /// Whether the answer came: only then may nobody lose it.
    private final Map<String, Boolean> confirmed = new ConcurrentHashMap<>();

    private final AtomicInteger next = new AtomicInteger();

    int number() {
        return next.incrementAndGet();
    }

    void asked(String what) {
        confirmed.putIfAbsent(what, false);
    }

    void confirmed(String what) {
        confirmed.put(what, true);
    }

    Map<String, Boolean> all() {
        return Map.copyOf(confirmed);
    }
}
