package org.kakehashi.bench.agreements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Processor time of a process and all that descend from it, as the kernel counts it. Linux only.
public final class Processor {
    private static final double MILLISECONDS_OF_A_TICK = 10;

    private Processor() {}

    public static double milliseconds(long root) throws IOException {
        double sum = 0;
        ProcessHandle handle = ProcessHandle.of(root).orElseThrow();
        for (long pid :
                Stream.concat(Stream.of(handle), handle.descendants())
                        .mapToLong(ProcessHandle::pid)
                        .toArray()) {
            sum += own(pid);
        }
        return sum;
    }

    /// With ended children that were waited for (fields 14-17 of `stat`).
    private static double own(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * MILLISECONDS_OF_A_TICK;
        } catch (NoSuchFileException e) {
            return 0; // ended meanwhile
        }
    }
}
