package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Resolver;

/// What saving the index and mapping it into memory again costs.
final class Saved {

    private Saved() {}

    static void print(Resolver resolver) throws IOException {
        Path file = Files.createTempFile("kakehashi", ".index");
        try {
            long start = System.nanoTime();
            resolver.save(file);
            long saved = System.nanoTime();
            Resolver loaded = Resolver.load(file, resolver.version());
            loaded.resolve("University of Tokyo", Hints.none());
            long asked = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "SAVED save_s=%.2f load_s=%.2f file_mb=%d%n",
                    (saved - start) / 1e9,
                    (asked - saved) / 1e9,
                    Files.size(file) >> 20);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
