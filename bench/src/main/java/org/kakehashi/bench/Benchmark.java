package org.kakehashi.bench;

import java.util.List;

/// One measurement. It prints a table for people and machine-readable lines `NAME key=value …`.
public interface Benchmark {
    String name();

    /// What it measures and its arguments, in one line.
    String description();

    void run(List<String> arguments) throws Exception;
}
