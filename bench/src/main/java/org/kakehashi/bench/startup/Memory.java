package org.kakehashi.bench.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the kernel says about processes: proportional set size (shared pages counted once) and
/// processor time. Linux only.
public final class Memory {
    private static final double TICKS_PER_SECOND = 100;

    private Memory() {}

    /// Proportional set size in MiB of these processes together.
    public static double pss(List<Long> processes) throws IOException {
        long kilobytes = 0;
        for (long process : processes) {
            kilobytes += field(process, "Pss:");
        }
        return kilobytes / 1024.0;
    }

    private static long field(long process, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException | UncheckedIOException e) {
            return 0; // ended meanwhile
        }
    }

    /// A process and all that descend from it.
    public static List<Long> family(long root) {
        List<Long> all = new ArrayList<>(List.of(root));
        ProcessHandle.of(root).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .forEach(all::add);
        return all;
    }

    /// Processor seconds used so far, with those of ended children.
    public static double processorSeconds(List<Long> processes) throws IOException {
        double ticks = 0;
        for (long process : processes) {
            try {
                String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                for (int i = 11; i < 15; i++) {
                    ticks += Long.parseLong(fields[i]);
                }
            } catch (IOException e) {
                continue; // ended meanwhile
            }
        }
        return ticks / TICKS_PER_SECOND;
    }
}
