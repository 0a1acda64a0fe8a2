package org.kakehashi.bench;

import java.util.Arrays;
import java.util.List;
import org.kakehashi.bench.agreements.AgreementsBenchmark;
import org.kakehashi.bench.indicators.IndicatorsBenchmark;
import org.kakehashi.bench.intake.IntakeBenchmark;
import org.kakehashi.bench.load.LoadBenchmark;
import org.kakehashi.bench.organization.ReconcileBenchmark;
import org.kakehashi.bench.organization.RorImportBenchmark;
import org.kakehashi.bench.organization.SearchBenchmark;
import org.kakehashi.bench.recovery.BackupBenchmark;
import org.kakehashi.bench.recovery.RecoveryBenchmark;
import org.kakehashi.bench.resolver.MicroBenchmark;
import org.kakehashi.bench.resolver.PeersBenchmark;
import org.kakehashi.bench.resolver.RankerTraining;
import org.kakehashi.bench.resolver.ResolveBenchmark;
import org.kakehashi.bench.resolver.ResolverBenchmark;
import org.kakehashi.bench.startup.StartupBenchmark;
import org.kakehashi.bench.workbench.LargeBenchmark;
import org.kakehashi.bench.workbench.StoreBenchmark;

/// Lists the benchmarks, or runs the one named.
public final class Bench {
    private static final List<Benchmark> ALL =
            List.of(
                    new AgreementsBenchmark(),
                    new BackupBenchmark(),
                    new IndicatorsBenchmark(),
                    new IntakeBenchmark(),
                    new MicroBenchmark(),
                    new PeersBenchmark(),
                    new LoadBenchmark(),
                    new RankerTraining(),
                    new ReconcileBenchmark(),
                    new ResolveBenchmark(),
                    new ResolverBenchmark(),
                    new RecoveryBenchmark(),
                    new RorImportBenchmark(),
                    new SearchBenchmark(),
                    new StartupBenchmark(),
                    new StoreBenchmark(),
                    new LargeBenchmark());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            ALL.forEach(one -> System.out.printf("%-16s %s%n", one.name(), one.description()));
            return;
        }
        Benchmark wanted =
                ALL.stream()
                        .filter(one -> one.name().equals(args[0]))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("no such benchmark: " + args[0]));
        wanted.run(Arrays.asList(args).subList(1, args.length));
    }
}
