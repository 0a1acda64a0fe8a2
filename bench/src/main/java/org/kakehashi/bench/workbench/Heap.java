package org.kakehashi.bench.workbench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// The heap of this process, in MiB. A collector that has room leaves garbage lying about: what is
/// left after its collections tells more about what is needed.
final class Heap {
    private static final AtomicLong LIVE = new AtomicLong();

    static {
        for (GarbageCollectorMXBean one : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) one)
                    .addNotificationListener(
                            (notification, any) ->
                                    collected((CompositeData) notification.getUserData()),
                            null,
                            null);
        }
    }

    private Heap() {}

    static void forget() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        LIVE.set(0);
    }

    /// The most in use, garbage included.
    static long peak() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    /// The most in use after a collection.
    static long live() {
        return LIVE.get() >> 20;
    }

    private static void collected(CompositeData data) {
        var after =
                GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
        List<String> heap = pools().stream().map(MemoryPoolMXBean::getName).toList();
        long used =
                after.entrySet().stream()
                        .filter(pool -> heap.contains(pool.getKey()))
                        .map(java.util.Map.Entry::getValue)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
        LIVE.accumulateAndGet(used, Math::max);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
