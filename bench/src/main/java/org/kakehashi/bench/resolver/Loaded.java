package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.kakehashi.resolver.Resolver;
import org.kakehashi.resolver.ror.RorEntries;
import org.kakehashi.resolver.ror.RorReader;
import org.kakehashi.resolver.ror.RorRelease;

/// A resolver built from a release, with what building it cost.
///
/// @param cpu seconds of processor time of the building thread
/// @param broken records that could not be read
/// @param heap bytes in use after a collection, index and little else
public record Loaded(Resolver resolver, double seconds, double cpu, long broken, long heap) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public static Loaded from(Path ror) throws IOException {
        AtomicLong broken = new AtomicLong();
        RorRelease release = RorRelease.of(ror);
        long start = System.nanoTime();
        long busy = THREADS.getCurrentThreadCpuTime();
        Resolver resolver;
        try (RorReader reader = release.open(problem -> broken.incrementAndGet())) {
            resolver = Resolver.build(release.version(), reader.records().map(RorEntries::of));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (THREADS.getCurrentThreadCpuTime() - busy) / 1e9;
        return new Loaded(resolver, seconds, cpu, broken.get(), heapInUse());
    }

    /// Bytes of the heap that are still needed: in use right after a collection.
    static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    public void print() {
        System.out.printf(
                "INDEX registry=%s organizations=%d broken=%d build_s=%.1f build_cpu_s=%.1f"
                        + " heap_mb=%d%n",
                resolver.version().name(), resolver.size(), broken, seconds, cpu, heap >> 20);
    }
}
