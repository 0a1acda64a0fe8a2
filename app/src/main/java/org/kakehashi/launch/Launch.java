package org.kakehashi.launch;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.FirstAdministrator;
import org.kakehashi.access.SetupCode;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Origin;
import org.kakehashi.kernel.Verb;
import org.kakehashi.ui.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Reads the command line, finds or starts the database, starts the rooms and waits for the end.
public final class Launch {
    private static final int REFUSED = 2;
    private static final String ADDRESS = "kakehashi.address";

    private Launch() {}

    /// Returns the exit code.
    public static int run(Class<?> application, String[] arguments) {
        quietBeforeSpring();
        Options options = new Options();
        CommandLine line = new CommandLine(options).setStopAtPositional(true);
        line.setResourceBundle(ResourceBundle.getBundle("messages.launch", consoleLanguage()));
        try {
            line.parseArgs(arguments);
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            line.usage(System.err);
            return REFUSED;
        }
        if (line.isUsageHelpRequested()) {
            line.usage(System.out);
            return 0;
        }
        if (options.lang != null) {
            System.setProperty("kakehashi.lang", options.lang);
        }
        Ending ending = new Ending();
        try {
            return start(application, options, ending);
        } catch (StartupProblem problem) {
            System.err.println(problem.sentences());
            return REFUSED;
        } finally {
            ending.over();
        }
    }

    /// Spring sets the log levels later; until then only warnings are worth a line.
    private static void quietBeforeSpring() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
                .setLevel(Level.WARN);
    }

    private static Locale consoleLanguage() {
        return Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }

    private static int start(Class<?> application, Options options, Ending ending) {
        boolean serving = options.serving();
        if (serving) {
            checkPort(options);
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", options.port);
        properties.put("server.address", options.host);
        if (options.address != null) {
            System.setProperty(ADDRESS, address(options.address)); // before the environment
        }
        properties.put(ADDRESS, "http://" + options.host + ":" + options.port);
        properties.put(FirstStart.MODE, options.empty ? "empty" : "demonstration");
        properties.put(FirstStart.EMBEDDED, options.databaseUrl == null);
        properties.put("kakehashi.data", options.dataFolder().toAbsolutePath().toString());
        if (options.databaseUrl != null) {
            String user = options.databaseUser == null ? "kakehashi" : options.databaseUser;
            ServerDatabase.check(options.databaseUrl, user, options.databasePassword());
            if (!options.empty && !Restore.isAsked(options)) {
                ServerDatabase.requireInstallation(
                        options.databaseUrl, user, options.databasePassword());
            }
            dataSource(properties, options.databaseUrl, user, options.databasePassword());
            restore(options, properties);
            return serve(application, options, properties, ending);
        }
        try (DataFolder folder = new DataFolder(options.dataFolder())) {
            if (folder.lock()) {
                try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                    dataSource(properties, database.url(), "postgres", database.password());
                    restore(options, properties);
                    return serve(application, options, properties, ending);
                }
            }
            return besideTheRunningOne(application, options, properties, folder, ending);
        }
    }

    /// Another process owns the folder: a verb joins it at its database, a second server is
    /// refused.
    private static int besideTheRunningOne(
            Class<?> application,
            Options options,
            Map<String, Object> properties,
            DataFolder folder,
            Ending ending) {
        Integer port = folder.runningDatabasePort().orElse(null);
        if (options.serving() || port == null || Restore.isAsked(options)) {
            throw new StartupProblem("launch.problem.locked", Map.of("folder", folder.root()));
        }
        try {
            dataSource(
                    properties,
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    "postgres",
                    folder.password());
        } catch (IOException e) {
            throw new StartupProblem(
                    "launch.problem.folder",
                    Map.of("folder", folder.root(), "reason", e.toString()));
        }
        return serve(application, options, properties, ending);
    }

    /// What is restored is what it is: a demonstration or a real installation.
    private static void restore(Options options, Map<String, Object> properties) {
        if (Restore.isAsked(options)) {
            properties.remove(FirstStart.MODE);
            Restore.run(
                    options,
                    String.valueOf(properties.get("spring.datasource.url")),
                    String.valueOf(properties.get("spring.datasource.username")),
                    String.valueOf(properties.get("spring.datasource.password")));
        }
    }

    private static void dataSource(
            Map<String, Object> properties, String url, String user, String password) {
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", user);
        properties.put("spring.datasource.password", password);
    }

    private static int serve(
            Class<?> application, Options options, Map<String, Object> properties, Ending ending) {
        boolean serving = options.serving();
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(properties);
        spring.setWebApplicationType(
                serving ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        spring.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = spring.run()) {
            if (!serving) {
                return runVerb(context, options.verb);
            }
            tell(context, options);
            ending.await();
            return 0;
        } catch (RuntimeException e) {
            throw known(e);
        }
    }

    private static RuntimeException known(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem problem) {
                return problem;
            }
            if (cause instanceof org.flywaydb.core.api.exception.FlywayValidateException) {
                return new StartupProblem(
                        "launch.problem.schema",
                        Map.of("reason", String.valueOf(cause.getMessage())));
            }
        }
        return e;
    }

    private static int runVerb(ConfigurableApplicationContext context, List<String> words) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        List<Verb> verbs = context.getBeanProvider(Verb.class).stream().toList();
        Verb verb =
                words.isEmpty()
                        ? null
                        : verbs.stream()
                                .filter(one -> one.name().equals(words.getFirst()))
                                .findFirst()
                                .orElse(null);
        if (verb == null) {
            verbs.forEach(one ->
                    out.printf("%-16s %s / %s%n", one.name(), one.help().en(), one.help().ja()));
            return REFUSED;
        }
        return Origin.call(
                Origin.COMMAND_LINE,
                () ->
                        CurrentUser.SYSTEM.call(
                                () -> runVerb(verb, words.subList(1, words.size()), out)));
    }

    private static int runVerb(Verb verb, List<String> arguments, PrintWriter out) {
        try {
            return verb.run(arguments, out);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StartupProblem(
                    "launch.problem.verb", Map.of("verb", verb.name(), "reason", e.toString()));
        }
    }

    private static void tell(ConfigurableApplicationContext context, Options options) {
        String address =
                "http://"
                        + (options.host.equals("0.0.0.0") ? "127.0.0.1" : options.host)
                        + ":"
                        + options.port
                        + "/";
        say("launch.ready", Map.of("address", address));
        if (context.getBean(FirstAdministrator.class).isWanted()) {
            say(
                    "launch.setup",
                    Map.of(
                            "address",
                            address + "welcome",
                            "code",
                            context.getBean(SetupCode.class).code()));
        }
    }

    private static void say(String key, Map<String, ?> arguments) {
        System.out.println(Messages.text(Locale.ENGLISH, key, arguments));
        System.out.println(Messages.text(Locale.JAPANESE, key, arguments));
    }

    private static void checkPort(Options options) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host), options.port));
        } catch (IOException e) {
            throw new StartupProblem(
                    "launch.problem.port",
                    Map.of("port", Integer.toString(options.port), "host", options.host));
        }
        if (!options.empty && options.databaseUrl == null && !isLoopback(options.host)) {
            throw new StartupProblem("launch.problem.demoLoopback", Map.of());
        }
    }

    /// An address as browsers know it, without a path.
    private static String address(String given) {
        if (!given.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?")) {
            throw new StartupProblem("launch.problem.address", Map.of("address", given));
        }
        return given.replaceAll("/$", "");
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            return false;
        }
    }
}
