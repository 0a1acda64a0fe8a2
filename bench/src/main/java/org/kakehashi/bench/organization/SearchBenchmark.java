package org.kakehashi.bench.organization;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.startup.Memory;
import org.kakehashi.bench.startup.Server;

/// Loads a release and asks the running product over HTTP: the picker letter by letter as a person
/// types, the list, profile pages. One reader after another, so that processor time divides evenly.
public final class SearchBenchmark implements Benchmark {
    private static final List<String> TYPED =
            List.of(
                    "清華大学",
                    "東北大学",
                    "大学",
                    "国際",
                    "南京",
                    "チンホワ",
                    "トウホク",
                    "Tsinghua University",
                    "University of Tokyo",
                    "university of te",
                    "National Institute of",
                    "Technische Universität München",
                    "THU",
                    "MIT",
                    "ETH",
                    "tsinghua.edu.cn",
                    "03cve4549",
                    "https://ror.org/03cve4549",
                    "medical center",
                    "zzzzqq");

    private static final List<String> LISTS =
            List.of(
                    "/organizations",
                    "/organizations?q=%E5%A4%A7%E5%AD%A6",
                    "/organizations?q=university",
                    "/organizations?q=tokyo&country=JP",
                    "/organizations?country=DE&type=education",
                    "/organizations?country=US&status=active&sort=name",
                    "/organizations?sort=name",
                    "/organizations?q=institute&country=FR&page=3");

    private static final Pattern PROFILE =
            Pattern.compile("href=\"(/organizations/[0-9a-f]{8}-[0-9a-f-]{27})\"");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String description() {
        return "milliseconds and processor milliseconds of search as you type, list and profile pages of"
                + " organizations: --ror FILE [--rounds 5] [--port 18981]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        try (Workplace place = Workplace.of(arguments, 18981)) {
            place.ror();
            try (Server server = place.start()) {
                place.load(server, "ROR_IMPORT kind=first");
                server.signIn("office", DemoAccounts.PASSWORD);
                int rounds = place.number("--rounds", 5);
                List<String> suggestions = suggestions();
                List<String> profiles = profiles(server);
                measure(server, "warming", suggestions, 6);
                measure(server, "warming", LISTS, 150);
                measure(server, "warming", profiles, 6);
                for (String word :
                        List.of(
                                "清華大学",
                                "Tsinghua",
                                "チンホワ",
                                "THU",
                                "tsinghua.edu.cn",
                                "03cve4549")) {
                    found(server, word);
                }
                measure(server, "suggestions", suggestions, rounds);
                measure(server, "list", LISTS, rounds * 10);
                measure(server, "profile", profiles, rounds);
                for (String list : LISTS) {
                    measure(server, "list:" + list.substring(14), List.of(list), 30);
                }
                for (String typed : TYPED) {
                    measure(server, "q=" + typed.replace(' ', '_'), List.of(suggestion(typed)), 30);
                }
            }
        }
    }

    /// Every beginning of what is typed, from two characters on.
    private static List<String> suggestions() {
        List<String> all = new ArrayList<>();
        for (String typed : TYPED) {
            for (int end = Math.min(2, typed.length()); end <= typed.length(); end++) {
                all.add(suggestion(typed.substring(0, end)));
            }
        }
        return all;
    }

    private static String suggestion(String typed) {
        return "/organizations/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    /// Organizations from the best known to hardly known ones, and by name.
    private static List<String> profiles(Server server) throws IOException, InterruptedException {
        List<String> profiles = new ArrayList<>();
        for (int page = 1; page <= 46; page += 5) {
            String order = page % 2 == 0 ? "?sort=name&page=" : "?country=KR&page=";
            Matcher links = PROFILE.matcher(server.get("/organizations" + order + page).body());
            while (links.find()) {
                profiles.add(links.group(1));
            }
        }
        return profiles;
    }

    private static void found(Server server, String word) throws IOException, InterruptedException {
        boolean first = server.get(suggestion(word)).body().indexOf("Tsinghua University") > 0;
        System.out.printf("FOUND q=%s tsinghua_university=%s%n", word, first);
    }

    private static void measure(Server server, String kind, List<String> paths, int rounds)
            throws IOException, InterruptedException {
        double[] millis = new double[paths.size() * rounds];
        double application = Memory.processorSeconds(server.application());
        double database = Memory.processorSeconds(server.database());
        int at = 0;
        for (int round = 0; round < rounds; round++) {
            for (String path : paths) {
                long begun = System.nanoTime();
                HttpResponse<String> answer = server.get(path);
                millis[at++] = (System.nanoTime() - begun) / 1e6;
                if (answer.statusCode() != 200) {
                    throw new IOException(answer.statusCode() + " " + path);
                }
            }
        }
        application = Memory.processorSeconds(server.application()) - application;
        database = Memory.processorSeconds(server.database()) - database;
        Arrays.sort(millis);
        if (!kind.equals("warming")) {
            System.out.printf(
                    Locale.ROOT,
                    "SEARCH kind=%s requests=%d p50_ms=%.1f p95_ms=%.1f cpu_ms=%.2f application_cpu_ms=%.2f database_cpu_ms=%.2f%n",
                    kind,
                    at,
                    millis[at / 2],
                    millis[(int) (at * 0.95)],
                    (application + database) * 1000 / at,
                    application * 1000 / at,
                    database * 1000 / at);
        }
    }
}
