package org.kakehashi.bench.organization;

import java.util.List;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.startup.Server;

/// Imports a release into an empty installation, and then the same again.
public final class RorImportBenchmark implements Benchmark {
    @Override
    public String name() {
        return "ror-import";
    }

    @Override
    public String description() {
        return "seconds, processor seconds and memory of importing a ROR release, first and again:"
                + " --ror FILE [--port 18980]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        try (Workplace place = Workplace.of(arguments, 18980)) {
            place.ror();
            try (Server server = place.start()) {
                place.load(server, "ROR_IMPORT kind=first");
                place.load(server, "ROR_IMPORT kind=again");
            }
        }
    }
}
