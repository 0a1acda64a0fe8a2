package org.kakehashi.bench.resolver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.resolver.Resolver;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Single names and long affiliations under JMH: average time, and the distribution of single
/// calls.
public final class MicroBenchmark implements Benchmark {

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;
    private static final TimeValue ROUND = TimeValue.seconds(3);

    @Override
    public String name() {
        return "resolver-jmh";
    }

    @Override
    public String description() {
        return "single names and long affiliations under JMH: --ror FILE [--only PART-OF-NAME]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.of(arguments);
        Resolver resolver = Loaded.from(Path.of(options.one("ror"))).resolver();
        Path index = Files.createTempFile("kakehashi", ".index");
        try {
            resolver.save(index);
            new Runner(
                            new OptionsBuilder()
                                    .include(
                                            ResolveCalls.class.getSimpleName()
                                                    + ".*"
                                                    + options.one("only", ""))
                                    .jvmArgsAppend("-Dkakehashi.index=" + index)
                                    .mode(Mode.AverageTime)
                                    .mode(Mode.SampleTime)
                                    .timeUnit(TimeUnit.MICROSECONDS)
                                    .forks(1)
                                    .warmupIterations(WARM_UPS)
                                    .warmupTime(ROUND)
                                    .measurementIterations(ROUNDS)
                                    .measurementTime(ROUND)
                                    .build())
                    .run();
        } finally {
            Files.deleteIfExists(index);
        }
    }
}
