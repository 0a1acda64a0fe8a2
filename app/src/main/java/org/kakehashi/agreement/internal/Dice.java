package org.kakehashi.agreement.internal;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// Seeded chance for the demonstration: the same seed always falls the same way.
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Both ends included.
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T weighted(List<T> all, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * all.stream().mapToDouble(weight).sum();
        for (T candidate : all) {
            left -= weight.applyAsDouble(candidate);
            if (left < 0) {
                return candidate;
            }
        }
        return all.getLast();
    }
}
