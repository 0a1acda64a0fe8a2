package org.kakehashi.kernel;

import java.io.PrintWriter;
import java.util.List;

/// A verb of the command line (`bin/kakehashi VERB …`), contributed by a room as a bean. Runs as
/// the system, also while the application is running.
public interface Verb {
    String name();

    /// One line of help, in both languages.
    Bilingual help();

    /// Returns the exit code: 0 when all went well.
    int run(List<String> arguments, PrintWriter out) throws Exception;
}
