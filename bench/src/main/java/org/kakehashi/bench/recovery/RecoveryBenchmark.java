package org.kakehashi.bench.recovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.bench.Benchmark;

/// Kills the application and its database with SIGKILL at random moments while people edit, upload,
/// import and decide, alone and in a committee; starts it again and compares what they were told
/// with what is left.
public final class RecoveryBenchmark implements Benchmark {
    private static final int LONGEST_WORK_MILLIS = 8_000;
    private static final int WALK_EVERY = 10;

    private final Ledger ledger = new Ledger();
    private final Set<String> lost = new TreeSet<>();
    private final Set<String> halfDone = new TreeSet<>();
    private boolean auditWhole = true;
    private int mails;
    private int stuck;

    /// Where it runs.
    private record Run(Path home, Path data, int port, MailSink sink, Random random) {
        String address() {
            return "http://127.0.0.1:" + port;
        }

        Path log() {
            return data.resolveSibling("server.log");
        }
    }

    /// Whose processes are killed.
    private record Deaths(int application, int database) {}

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public String description() {
        return "random SIGKILLs of application and database while people work:"
                + " [--kills 100] [--database-kills 20] [--seed N] [--port 18985]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        int kills = Integer.parseInt(options.getOrDefault("--kills", "100"));
        int databaseKills = Integer.parseInt(options.getOrDefault("--database-kills", "20"));
        long seed = Long.parseLong(options.getOrDefault("--seed", "20261121"));
        Path folder = Files.createTempDirectory("kakehashi-recovery");
        System.out.printf("seed %d, folder %s%n", seed, folder);
        Path data = Files.createDirectories(folder.resolve("data"));
        try (MailSink sink = new MailSink()) {
            Run run =
                    new Run(
                            Path.of(System.getProperty("kakehashi.home", ".")),
                            data,
                            Integer.parseInt(options.getOrDefault("--port", "18985")),
                            sink,
                            new Random(seed));
            rounds(run, new Deaths(kills, databaseKills));
        }
        if (lost.isEmpty() && halfDone.isEmpty() && auditWhole) {
            delete(folder);
        }
    }

    private void rounds(Run run, Deaths deaths) throws Exception {
        List<Boolean> plan = new ArrayList<>();
        for (int i = 0; i < deaths.application() + deaths.database(); i++) {
            plan.add(i < deaths.database());
        }
        java.util.Collections.shuffle(plan, run.random());
        Process server = start(run);
        Setting setting = setting(run);
        for (int i = 0; i < plan.size(); i++) {
            boolean database = plan.get(i);
            live(run, setting, server, database);
            server = start(run);
            look(run, (i + 1) % WALK_EVERY == 0);
            System.out.printf(
                    "%d/%d %s killed: asked %d, confirmed %d, lost %d, half done %d%n",
                    i + 1,
                    plan.size(),
                    database ? "database" : "application",
                    ledger.all().size(),
                    ledger.all().values().stream().filter(Boolean::booleanValue).count(),
                    lost.size(),
                    halfDone.size());
        }
        long noticesWrong = end(run);
        server.destroy();
        server.waitFor(60, TimeUnit.SECONDS);
        lost.forEach(one -> System.out.println("LOST " + one));
        halfDone.forEach(one -> System.out.println("HALF DONE " + one));
        System.out.printf("not ended 30 s after SIGTERM, database gone: %d%n", stuck);
        ledger.all().keySet().stream()
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                one -> one.replaceAll("\\d.*", ""),
                                java.util.TreeMap::new,
                                java.util.stream.Collectors.counting()))
                .forEach((kind, n) -> System.out.printf("asked %-16s %d%n", kind, n));
        System.out.printf(
                "RECOVERY kills=%d database_kills=%d lost=%d half_done=%d notices_wrong=%d"
                        + " audit=%s%n",
                deaths.application(),
                deaths.database(),
                lost.size(),
                halfDone.size(),
                noticesWrong,
                auditWhole ? "whole" : "broken");
    }

    /// The unit and the process that matters are about.
    private record Setting(String unit, String process, String meeting, String agreement) {}

    private static Setting setting(Run run) throws IOException, InterruptedException {
        try (Person office = person(run, "office")) {
            String unit =
                    office.get("/units")
                            .select("a:contains(Graduate School of Engineering)")
                            .attr("href");
            String agreement =
                    office.get("/agreements")
                            .expectFirst("a[href~=^/agreements/[0-9a-f-]{36}$]")
                            .attr("href");
            return new Setting(
                    unit.substring(unit.lastIndexOf('/') + 1),
                    Work.publish(office),
                    Work.convene(office),
                    agreement.substring(agreement.lastIndexOf('/') + 1));
        }
    }

    /// People work until the moment of the kill.
    private void live(Run run, Setting setting, Process server, boolean database)
            throws InterruptedException, IOException {
        AtomicBoolean over = new AtomicBoolean();
        Work work = new Work(ledger, setting.process(), setting.meeting());
        List<Doing> doings =
                List.of(
                        people -> work.edit(people[0]),
                        people -> work.importList(people[0]),
                        people -> work.importList(people[0]),
                        people -> work.decide(people[0], people[1], setting.unit()),
                        people -> work.file(people[0], setting.agreement()));
        List<Thread> workers = new ArrayList<>();
        doings.forEach(doing -> workers.add(worker(run, over, doing)));
        workers.add(Thread.ofVirtual().start(() -> writeMails(run, over)));
        // on a slow machine too people are at work when the kill comes
        int before = ledger.all().size();
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (ledger.all().size() == before && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(run.random().nextInt(LONGEST_WORK_MILLIS));
        long postmaster = postmaster(run);
        if (database) {
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
            TimeUnit.MILLISECONDS.sleep(run.random().nextInt(1_000));
            server.destroy();
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                stuck++;
            }
        }
        server.destroyForcibly().waitFor();
        over.set(true);
        for (Thread person : workers) {
            person.join();
        }
    }

    private interface Doing {
        void once(Person[] people) throws IOException, InterruptedException;
    }

    private static Thread worker(Run run, AtomicBoolean over, Doing doing) {
        return Thread.ofVirtual()
                .start(() -> {
                    try (Person office = person(run, "office");
                            Person executive = person(run, "executive")) {
                        Person[] people = {office, executive};
                        while (!over.get()) {
                            doing.once(people);
                        }
                    } catch (IOException e) {
                        // killed while working: what was confirmed stands in the ledger
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        if (!over.get()) {
                            System.out.println("a person is stuck: " + e);
                        }
                    }
                });
    }

    /// Mails are written down past the product: no page of today causes one for certain.
    private void writeMails(Run run, AtomicBoolean over) {
        try (Aftermath database = new Aftermath(run.data())) {
            while (!over.get()) {
                database.mail(mails + 1);
                mails++;
                TimeUnit.MILLISECONDS.sleep(300);
            }
        } catch (IOException | SQLException e) {
            mails++; // it may or may not be there: the next one has another number
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Run run, boolean walk) throws Exception {
        try (Aftermath aftermath = new Aftermath(run.data())) {
            aftermath.compare(ledger.all());
            lost.addAll(aftermath.lost());
            halfDone.addAll(aftermath.halfDone());
        }
        if (walk) {
            walk(run);
        }
    }

    /// `bin/kakehashi verify-audit`, beside the running application.
    private void walk(Run run) throws IOException, InterruptedException {
        Process verify = command(run, "kakehashi", "verify-audit").start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (verify.waitFor() != 0 || !said.contains("result=whole")) {
            auditWhole = false;
            System.out.println(said);
        }
    }

    /// Waits for the mails of dead senders, whose lease is minutes, and walks the chain.
    private long end(Run run) throws Exception {
        try (Aftermath aftermath = new Aftermath(run.data())) {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(6);
            while (aftermath.mailsWaiting() > 0 && System.nanoTime() < until) {
                TimeUnit.SECONDS.sleep(1);
            }
            walk(run);
            System.out.printf(
                    "mails written %d, taken by the server %d%n",
                    mails, run.sink().taken().values().stream().mapToInt(Integer::intValue).sum());
            return aftermath.mailsWrong(run.sink().taken())
                    + aftermath.repeatedDecisions()
                    + aftermath.noticesWrong();
        }
    }

    private static Person person(Run run, String login) throws IOException, InterruptedException {
        return new Person(run.address(), login, DemoAccounts.PASSWORD);
    }

    private static ProcessBuilder command(Run run, String name, String... words) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                run.home().resolve("bin/" + name).toString(),
                                "--data",
                                run.data().toString()));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().put("KAKEHASHI_SMTP_URL", run.sink().url());
        return builder;
    }

    private static Process start(Run run) throws IOException, InterruptedException {
        Process process =
                command(run, "run", "--port", Integer.toString(run.port()))
                        .redirectOutput(run.log().toFile())
                        .start();
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (System.nanoTime() < until && process.isAlive()) {
            if (serves(run)) {
                return process;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("it does not start again; see " + run.log());
    }

    private static boolean serves(Run run) throws IOException, InterruptedException {
        if (!Files.readString(run.log()).contains(run.address())) {
            return false;
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(run.address() + "/sign-in"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static long postmaster(Run run) throws IOException {
        return Long.parseLong(
                Files.readAllLines(run.data().resolve("postgres/postmaster.pid"))
                        .getFirst()
                        .strip());
    }

    private static void delete(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
