package org.kakehashi.organization.internal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Verb;
import org.kakehashi.organization.Registry;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// `bin/kakehashi import-ror FILE`
@Component
class ImportRorVerb implements Verb {
    private final Registry registry;

    ImportRorVerb(Registry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "import-ror";
    }

    @Override
    public Bilingual help() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "organization.import.verb"),
                Messages.text(Locale.ENGLISH, "organization.import.verb"));
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        if (arguments.size() != 1 || !Files.isReadable(Path.of(arguments.getFirst()))) {
            say(out, "organization.import.noFile", Map.of());
            return 2;
        }
        Job job = registry.importHere(Path.of(arguments.getFirst()));
        if (job.state() != Job.State.DONE) {
            say(out, job.problem() == null ? "ui.job.state.cancelled" : job.problem(), Map.of());
            return 1;
        }
        say(out, "organization.import.report", job.result());
        return 0;
    }

    private static void say(PrintWriter out, String key, Map<String, ?> arguments) {
        out.println(Messages.text(Locale.ENGLISH, key, arguments));
        out.println(Messages.text(Locale.JAPANESE, key, arguments));
        out.flush();
    }
}
