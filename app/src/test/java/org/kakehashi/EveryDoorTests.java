package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Knocks at every door as every role. `doors.tsv` says who may enter; a door that is not listed
/// there fails the test, so that nobody builds one without saying for whom.
///
/// Who may not is tried at real records and must be refused (403), sent to sign in, or told that
/// there is no such thing. Who may is tried by reading real records and by sending empty forms to
/// records that do not exist, and must not be refused.
class EveryDoorTests extends ApplicationTest {
    private static final Path EXPECTED = Path.of("src/test/resources/doors.tsv");
    private static final List<String> ROLES =
            List.of("public", "member", "executive", "office", "admin");

    /// What one who may not enter may be told besides a refusal: that there is no such thing, or
    /// that a request without its fields says nothing.
    private static final Set<Integer> NOTHING_DONE = Set.of(400, 404, 415);

    /// Services that programs ask by POST and that change nothing.
    private static final Pattern ASKED_BY_POST = Pattern.compile("^(/ja|/en)?/reconcile(/|$)");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(:[^/]*)?}");

    private record Door(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired private List<DemoData> contributions;
    @Autowired private DSLContext jooq;
    @Autowired private ApplicationContext rooms;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, String> csrf = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private DoorRecords records;

    @BeforeAll
    void fill() {
        CurrentUser.SYSTEM.run(() ->
                contributions.stream()
                        .filter(one -> !(one instanceof DemoAccounts))
                        .sorted(Comparator.comparingInt(DemoData::order))
                        .forEach(DemoData::fill));
        records = new DoorRecords(jooq, rooms);
        records.make();
    }

    @Test
    void thereIsARecordForEveryDoorThatDependsOnOne() {
        assertThat(records.missing()).isEmpty();
    }

    @Test
    void everyDoorSaysForWhomItIs() throws IOException {
        Map<String, Set<String>> expected = expected();
        List<String> missing =
                doors().stream()
                        .filter(door -> !expected.containsKey(door.toString()))
                        .map(door -> door + "\t" + String.join(" ", observed(door)))
                        .toList();
        assertThat(missing)
                .as("add to %s who may enter (observed roles given)", EXPECTED)
                .isEmpty();
    }

    @Test
    void everyDoorLetsInWhomItShouldAndNobodyElse() throws IOException {
        Map<String, Set<String>> expected = expected();
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (Door door : doors()) {
            Set<String> may = expected.getOrDefault(door.toString(), Set.of());
            for (String role : ROLES) {
                if (may.contains(role + "~")) {
                    int status = knock(role, door, somewhere(door));
                    tried++;
                    if (status != 403 && status != 422 && !NOTHING_DONE.contains(status)) {
                        faults.add(door + " of others as " + role + " answers " + status);
                    }
                    continue;
                }
                boolean let = may.contains(role);
                String path = let && !door.method().equals("GET") ? nowhere(door) : somewhere(door);
                int status = knock(role, door, path);
                boolean refused = status == 403 || status == 401 || status == 302 && sentAway;
                boolean sound =
                        let ? !refused && status < 500 : refused || NOTHING_DONE.contains(status);
                tried++;
                if (!sound) {
                    faults.add(door + " as " + role + " answers " + status + " at " + path);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    /// A member of a unit may change its agreements, and no agreement of another.
    @Test
    void whoBelongsToTheUnitIsLetInToWhatOthersAreRefused() {
        for (boolean own : List.of(true, false)) {
            var row =
                    jooq.fetchOptional(
                            "select a.id from agreement.agreements a where "
                                    + (own ? "" : "not ")
                                    + "exists (select from agreement.home_units h join access.units"
                                    + " u on u.id = h.unit_id where h.agreement_id = a.id and"
                                    + " u.code = 'ENG') order by a.id limit 1");
            String agreement = "/agreements/" + row.orElseThrow().get(0);
            for (String page : List.of("/edit", "/end")) {
                assertThat(knock("member", new Door("GET", page), agreement + page))
                        .as(agreement + page + (own ? " of the own unit" : " of another unit"))
                        .isEqualTo(own ? 200 : 403);
            }
        }
    }

    @Test
    void noDoorChangesAnythingForAForgedRequest() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        Visitor admin = fresh("admin");
        for (Door door : doors()) {
            if (door.method().equals("POST") && !ASKED_BY_POST.matcher(door.path()).find()) {
                int status = admin.forge(somewhere(door), Map.of());
                tried++;
                if (status != 403) {
                    faults.add(door + " answers " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    private Set<String> observed(Door door) {
        Set<String> let = new TreeSet<>(Comparator.comparingInt(ROLES::indexOf));
        for (String role : ROLES) {
            int status =
                    knock(
                            role,
                            door,
                            door.method().equals("GET") ? somewhere(door) : nowhere(door));
            if (status != 403 && status != 401 && !(status == 302 && sentAway)) {
                let.add(role);
            }
        }
        return let;
    }

    private List<Door> doors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getName().startsWith("org.kakehashi"))
                .flatMap(entry ->
                        entry.getKey().getPatternValues().stream()
                                .flatMap(path ->
                                        methods(entry.getKey().getMethodsCondition().getMethods())
                                                .stream()
                                                .map(method -> new Door(method, path))))
                .filter(door -> !door.path().equals("/error"))
                .distinct()
                .sorted(Comparator.comparing(Door::path).thenComparing(Door::method))
                .toList();
    }

    private static Set<String> methods(Set<RequestMethod> declared) {
        return declared.isEmpty()
                ? Set.of("GET", "POST")
                : declared.stream()
                        .map(RequestMethod::name)
                        .filter(name -> name.equals("GET") || name.equals("POST"))
                        .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> expected() throws IOException {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        if (Files.exists(EXPECTED)) {
            for (String line : Files.readAllLines(EXPECTED)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split("\t", -1);
                    all.put(
                            parts[0],
                            Arrays.stream(parts[1].split(" ", -1))
                                    .filter(one -> !one.isEmpty())
                                    .collect(Collectors.toSet()));
                }
            }
        }
        return all;
    }

    /// The door of a record that is there: the id of the newest row of the table its path is about.
    private String somewhere(Door door) {
        return places.computeIfAbsent(
                door.path(),
                path -> {
                    Map<String, String> known = records.of(path);
                    return VARIABLE.matcher(path)
                            .replaceAll(match ->
                                    known.getOrDefault(match.group(1), id(path, match.group(1))));
                });
    }

    private static String nowhere(Door door) {
        return VARIABLE.matcher(door.path()).replaceAll(UUID.randomUUID().toString());
    }

    private String id(String path, String variable) {
        String table =
                switch (path.replaceAll("^/([a-z]+)(/.*)?$", "$1")) {
                    case "agreements" -> "agreement.agreements";
                    case "organizations" ->
                            path.contains("/units/{id}")
                                    ? "organization.partner_units"
                                    : "organization.organizations";
                    case "dashboards" -> "report.dashboards";
                    case "users" -> "access.users";
                    case "units" -> "access.units";
                    case "intake" ->
                            path.contains("/files/")
                                    ? "intake.files"
                                    : path.contains("/rows/") ? "intake.rows" : "intake.imports";
                    case "jobs" -> "kernel.jobs";
                    case "reviews" -> "review.cases";
                    case "matters" -> "review.matters";
                    case "documents" ->
                            path.contains("{owner}")
                                    ? "agreement.agreements"
                                    : "document.documents";
                    case "processes" -> "review.processes";
                    default -> "";
                };
        return ids.computeIfAbsent(
                table + (variable.equals("id") || variable.equals("organization") ? "" : "-"),
                any -> {
                    if (any.isEmpty() || any.endsWith("-") || !exists(table)) {
                        return variable.equals("code") ? "K01" : UUID.randomUUID().toString();
                    }
                    var row =
                            jooq.fetchOptional("select id from " + table + " order by id limit 1");
                    return row.map(one -> String.valueOf(one.get(0)))
                            .orElse(UUID.randomUUID().toString());
                });
    }

    private boolean exists(String table) {
        return jooq.fetchOne("select to_regclass('" + table + "')").get(0) != null;
    }

    private boolean sentAway;

    private int knock(String role, Door door, String path) {
        Visitor visitor = visitors.computeIfAbsent(role, this::fresh);
        String token = csrf.getOrDefault(role, "");
        String filled = DoorRecords.filled(door.path());
        HttpResponse<String> answer;
        if (door.method().equals("GET")) {
            answer = visitor.answer(path);
        } else if (DoorRecords.takesFile(door.path())) {
            answer = visitor.answerToUpload(path, token);
        } else if (filled != null) {
            answer = visitor.answerToForm(path, token, filled);
        } else {
            answer = visitor.answerToForm(path, token);
        }
        sentAway =
                answer.statusCode() == 302
                        && answer.headers()
                                .firstValue("Location")
                                .orElse("")
                                .startsWith("/sign-in");
        if (path.equals("/sign-out") || path.endsWith("/end")) {
            visitors.remove(role);
        }
        return answer.statusCode();
    }

    private Visitor fresh(String role) {
        Visitor visitor = visitor().withoutFollowing();
        if (!role.equals("public")) {
            visitor.signIn(role, DemoAccounts.PASSWORD);
        }
        String page = visitor.answer(role.equals("public") ? "/sign-in" : "/account").body();
        csrf.put(role, Jsoup.parse(page).select("input[name=_csrf]").val());
        return visitor;
    }
}
