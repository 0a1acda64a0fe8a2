package org.kakehashi.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line, as `bin/run` and `bin/kakehashi` pass it on.
@Command(
        name = "kakehashi",
        mixinStandardHelpOptions = true,
        version = "Kakehashi 0.1",
        sortOptions = false)
class Options {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            descriptionKey = "launch.option.port")
    int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            descriptionKey = "launch.option.host")
    String host = "127.0.0.1";

    /// The address people use, for links in mails and the way back from a provider of sign-in.
    @Option(names = "--address", paramLabel = "URL", descriptionKey = "launch.option.address")
    @Nullable String address;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "launch.option.data")
    @Nullable Path data;

    @Option(names = "--empty", descriptionKey = "launch.option.empty")
    boolean empty;

    @Option(names = "--lang", paramLabel = "ja|en", descriptionKey = "launch.option.lang")
    @Nullable String lang;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            descriptionKey = "launch.option.databaseUrl")
    @Nullable String databaseUrl;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            descriptionKey = "launch.option.databaseUser")
    @Nullable String databaseUser;

    /// Set by `bin/kakehashi`: never serve, even without a verb.
    @Option(names = "--command-line", hidden = true)
    boolean commandLine;

    @Parameters(paramLabel = "VERB", arity = "0..*", descriptionKey = "launch.option.verb")
    List<String> verb = new ArrayList<>();

    boolean serving() {
        return verb.isEmpty() && !commandLine;
    }

    /// The data folder: the one named, or one for the demonstration and one for a real
    /// installation.
    Path dataFolder() {
        return data != null ? data : Path.of("data", empty ? "own" : "demo");
    }

    /// The password of a server database comes from the environment, so that no process list shows
    /// it.
    String databasePassword() {
        String password = System.getenv("KAKEHASHI_DATABASE_PASSWORD");
        return password == null ? "" : password;
    }
}
