package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kakehashi.access.AuditChain;
import org.kakehashi.access.AuditReport;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What somebody hostile types: every text field of every form that pages offer to a role is filled
/// with markup, a formula and the address of a server of ours, together with fields nobody offered;
/// afterwards every page in both languages and every export is looked at.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryFormTests extends ApplicationTest {
    private static final String MARK = "zqxj";

    /// Forms that end, delete or withdraw something, the walk's own session among them: sent last.
    private static final String ENDING =
            "^/sign-|^/account/(password|sessions|second-factor)|^/welcome|/(end|erasure|removal|revocation|disposal|withdrawal|withdraw|cancel|cancellation|delete|discard|remove|undo)$|^/permissions|^/support";

    private static final String PASSWORD = "seven umbrellas on a roof";

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer listener;

    @Autowired private List<DemoData> contributions;
    @Autowired private DSLContext jooq;
    @Autowired private Users users;
    @Autowired private AuditChain chain;

    @BeforeAll
    void fill() throws IOException {
        CurrentUser.SYSTEM.run(() ->
                contributions.stream()
                        .filter(one -> !(one instanceof DemoAccounts))
                        .sorted(Comparator.comparingInt(DemoData::order))
                        .forEach(DemoData::fill));
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        listener.start();
    }

    @AfterAll
    void stop() {
        listener.stop(0);
    }

    @Test
    @Order(1)
    void aMemberWhoSendsFieldsNobodyOfferedGainsNothing() {
        String rights = rights();
        assertThat(send("member")).isGreaterThan(5);
        assertThat(rights()).isEqualTo(rights);
    }

    @Test
    @Order(2)
    void whateverIsTypedIsOnlyTextOnEveryPageInBothLanguages() {
        assertThat(send("office")).isGreaterThan(15);
        assertThat(send("admin")).isGreaterThan(8);
        List<String> faults = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        for (String role : List.of("office", "admin", "executive", "public")) {
            for (String language : List.of("ja", "en")) {
                walk(
                        visitorAs(role).reads(language),
                        (path, page) -> {
                            if (!page.select("script:containsData(alert), [onerror], img[src=x]")
                                    .isEmpty()) {
                                faults.add(role + " " + language + " " + path);
                            }
                            if (page.text().contains(MARK)) {
                                shown.add(kind(path));
                            }
                        });
            }
        }
        assertThat(faults).as("pages on which what was typed became markup").isEmpty();
        assertThat(shown).as("pages that show what was typed").hasSizeGreaterThan(8);
    }

    @Test
    @Order(3)
    void noExportHandsOutAFormula() throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> exports = new LinkedHashSet<>();
        Visitor office = visitorAs("office");
        walk(office, (path, page) -> collect(exports, page));
        Visitor admin = visitorAs("admin");
        walk(admin, (path, page) -> collect(exports, page));
        int cells = 0;
        for (String export : exports) {
            var answer = (export.startsWith("/audit") ? admin : office).download(export);
            if (answer.statusCode() != 200) {
                continue;
            }
            String type = answer.headers().firstValue("content-type").orElse("");
            if (type.contains("csv")) {
                String text = new String(answer.body(), StandardCharsets.UTF_8);
                for (var row : CsvReader.builder().ofCsvRecord(text)) {
                    for (String cell : row.getFields()) {
                        cells++;
                        if (isFormula(cell.replace("\ufeff", ""))) {
                            faults.add(export + ": " + cell);
                        }
                    }
                }
            } else if (type.contains("spreadsheetml") && hasFormula(answer.body())) {
                faults.add(export + " holds a formula");
            }
        }
        assertThat(faults).isEmpty();
        assertThat(exports).hasSizeGreaterThan(5);
        assertThat(cells).isGreaterThan(1000);
    }

    @Test
    @Order(4)
    void noUploadReadsWhatItShouldNotOrWritesWhereItShouldNot() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("entity.xlsx", zip("xl/workbook.xml", entity()));
        files.put("strings.xlsx", zip("xl/sharedStrings.xml", entity()));
        files.put("entity.ods", zip("content.xml", entity()));
        files.put("slip.zip", zip("../../../../../../tmp/" + MARK + "-slip.txt", "slipped"));
        files.put("slip.xlsx", zip("../../../../../../tmp/" + MARK + "-slip.txt", "slipped"));
        files.put("../../" + MARK + "-slip.txt", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        files.put("bomb.xlsx", zip("xl/workbook.xml", "0".repeat(30_000_000)));
        int tried = 0;
        List<String> faults = new ArrayList<>();
        for (String role : List.of("office", "admin")) {
            Visitor visitor = visitorAs(role);
            Map<String, Element> forms = new LinkedHashMap<>();
            walk(
                    visitor,
                    (path, page) ->
                            page.select("form:has(input[type=file])")
                                    .forEach(form ->
                                            forms.putIfAbsent(kind(form.attr("action")), form)));
            for (Element form : forms.values()) {
                for (var file : files.entrySet()) {
                    Document page =
                            visitor.upload(
                                    form,
                                    form.expectFirst("input[type=file]").attr("name"),
                                    file.getKey(),
                                    file.getValue(),
                                    Map.of());
                    tried++;
                    if (page.text().contains("root:x:") || page.text().contains("went wrong")) {
                        faults.add(form.attr("action") + " with " + file.getKey());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(files.size());
        assertThat(java.nio.file.Path.of("/tmp", MARK + "-slip.txt")).doesNotExist();
    }

    /// What ends, deletes and withdraws, filled as badly as the rest: nothing breaks, a member
    /// gains nothing, nobody is locked out but who was meant, and the chain of the trail holds.
    @Test
    @Order(5)
    void formsThatEndOrDeleteTakeWhatIsTypedToo() {
        CurrentUser.SYSTEM.run(() -> {
            account("a-victim", "office"); // stands first in the list of accounts
            account("z-leaving", "member");
            account("z-admin", "administrator");
        });
        Set<String> kinds = new TreeSet<>();
        String rights = rights();
        sendEndings(visitorAs("member"), kinds);
        sendEndings(visitor(), kinds);
        assertThat(rights()).isEqualTo(rights);
        Visitor leaving = visitor();
        leaving.signIn("z-leaving", PASSWORD);
        sendEndings(leaving, kinds);
        assertThat(rights()).isEqualTo(rights);
        sendEndings(visitorAs("office"), kinds);
        Visitor admin = visitor();
        admin.signIn("z-admin", PASSWORD);
        sendEndings(admin, kinds);
        assertThat(kinds).as("kinds of forms sent").hasSizeGreaterThan(15);
        List<String> faults = new ArrayList<>();
        for (String role : List.of("office", "admin", "member", "executive")) {
            Visitor visitor = visitorAs(role);
            assertThat(visitor.status("/account")).as(role).isEqualTo(200);
            walk(
                    visitor,
                    (path, page) -> {
                        if (!page.select("script:containsData(alert), [onerror], img[src=x]")
                                .isEmpty()) {
                            faults.add(role + " " + path);
                        }
                    });
        }
        assertThat(faults).as("pages on which what was typed became markup").isEmpty();
        AuditReport report = CurrentUser.SYSTEM.call(() -> chain.verify(List.of(), done -> {}));
        assertThat(report.broken()).isNull();
    }

    private void account(String login, String role) {
        users.create(
                new Users.NewUser(
                        login,
                        new Bilingual("見本 花子", "Hanako Mihon"),
                        null,
                        PASSWORD,
                        List.of(new CurrentUser.Grant(role, null))));
    }

    /// Sends each kind of ending form once, the one that ends the session last.
    private void sendEndings(Visitor visitor, Set<String> kinds) {
        Map<String, Element> forms = new LinkedHashMap<>();
        walk(
                visitor,
                (path, page) ->
                        page.select("form[method=post]")
                                .forEach(form -> {
                                    String action =
                                            form.attr("action").isEmpty()
                                                    ? path
                                                    : form.attr("action");
                                    if (action.matches("(?s).*(" + ENDING + ").*")) {
                                        form.attr("action", action);
                                        forms.putIfAbsent(kind(action), form);
                                    }
                                }));
        List<String> broken = new ArrayList<>();
        forms.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> ofTheSession(one.getKey())))
                .forEach(one -> {
                    var answer = visitor.post(one.getValue(), typed(one.getValue()));
                    if (answer.statusCode() >= 500) {
                        broken.add(one.getKey() + " answers " + answer.statusCode());
                    }
                    kinds.add(one.getKey());
                });
        assertThat(broken).as("forms that break on what was typed").isEmpty();
    }

    private static int ofTheSession(String kind) {
        return kind.startsWith("/sign-out") ? 2 : kind.matches("/(support|account).*") ? 1 : 0;
    }

    @Test
    @Order(6)
    void noFieldOrFileMakesTheServerAskAnotherServer() {
        assertThat(calls).hasValue(0);
    }

    private String entity() {
        return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">"
                + "<!ENTITY % b SYSTEM \""
                + payloadAddress()
                + "\"> %b;]><x>&a;</x>";
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
                            .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                            .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void collect(Set<String> exports, Document page) {
        page.select("a[href*=format=]")
                .forEach(link -> {
                    String href = link.attr("href");
                    if (exports.stream()
                            .noneMatch(one -> exportKind(one).equals(exportKind(href)))) {
                        exports.add(href);
                    }
                });
    }

    private static String exportKind(String href) {
        return kind(href) + href.replaceAll(".*format=([a-z]+).*", "$1");
    }

    /// What a spreadsheet would calculate: not a number, a date or a dash.
    private static boolean isFormula(String cell) {
        return cell.startsWith("=")
                || cell.startsWith("@")
                || cell.startsWith("\t")
                || cell.matches("[+-].*[A-Za-z(].*");
    }

    private static boolean hasFormula(byte[] workbook) throws IOException {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("export", ".xlsx");
        java.nio.file.Files.write(file, workbook);
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            for (ZipEntry part : zip.stream().map(ZipEntry.class::cast).toList()) {
                String text =
                        new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                if (part.getName().startsWith("xl/worksheets/") && text.contains("<f>")) {
                    return true;
                }
            }
            return false;
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    /// Fills and sends every form this role is offered; how many.
    private int send(String role) {
        Visitor visitor = visitorAs(role);
        Map<String, Element> forms = new LinkedHashMap<>();
        walk(
                visitor,
                (path, page) ->
                        page.select("form")
                                .forEach(form -> {
                                    String action =
                                            form.attr("action").isEmpty()
                                                    ? path
                                                    : form.attr("action");
                                    if (!action.matches("(?s).*(" + ENDING + ").*")
                                            && !form.select(TEXT).isEmpty()
                                            && form.select("input[type=file]").isEmpty()) {
                                        form.attr("action", action);
                                        forms.putIfAbsent(form.attr("method") + kind(action), form);
                                    }
                                }));
        int sent = 0;
        List<String> broken = new ArrayList<>();
        for (Element form : forms.values()) {
            if (form.attr("method").equalsIgnoreCase("post")) {
                var answer = visitor.post(form, typed(form));
                if (answer.statusCode() >= 500) {
                    broken.add(form.attr("action") + " answers " + answer.statusCode());
                }
                sent++;
            }
        }
        assertThat(broken).as("forms that break on what was typed").isEmpty();
        return sent;
    }

    private static final String TEXT =
            "textarea[name], input[name]:not([type]), input[type=text][name],"
                    + " input[type=search][name], input[type=url][name], input[type=email][name]";

    private Map<String, String> typed(Element form) {
        Map<String, String> values = new LinkedHashMap<>();
        // What was not offered: identity, rights and state by many names.
        for (String name :
                List.of("id", "roles", "role", "grants[0].role", "active", "admin", "user.roles")) {
            if (form.select("[name=" + name.replaceAll("[\\[\\].]", "\\\\$0") + "]").isEmpty()) {
                values.put(name, name.equals("active") ? "true" : "administrator");
            }
        }
        for (Element field : form.select(TEXT)) {
            String name = field.attr("name");
            boolean address = field.attr("type").equals("url");
            boolean mail = field.attr("type").equals("email");
            boolean date = name.matches("(?i).*(date|from|until|day|on|at|start|end)$");
            boolean code = name.matches("(?i)(code|login|orcid|ror.*|version)$");
            if (address) {
                values.put(name, payloadAddress());
            } else if (mail) {
                values.put(name, MARK + "@example.ac.jp");
            } else if (date) {
                values.put(name, "2027-04-01");
            } else if (code) {
                values.put(name, MARK + Integer.toHexString(form.attr("action").hashCode()));
            } else {
                values.put(name, payload());
            }
        }
        return values;
    }

    private String payload() {
        return "=HYPERLINK(\""
                + payloadAddress()
                + "\")"
                + MARK
                + "\"'></textarea><script>alert(7)</script><img src=x onerror=alert(7)>";
    }

    private String payloadAddress() {
        return "http://127.0.0.1:" + listener.getAddress().getPort() + "/" + MARK;
    }

    /// Visits one page of each kind that links lead to.
    private void walk(Visitor visitor, BiConsumer<String, Document> look) {
        Set<String> kinds = new TreeSet<>();
        Set<String> seen = new LinkedHashSet<>(Set.of("/"));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String path = open.pop();
            var answer = visitor.answer(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            if (!answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
                continue;
            }
            Document page = org.jsoup.Jsoup.parse(answer.body(), address() + path);
            look.accept(path, page);
            for (Element link : page.select("a[href^=/]")) {
                String href = link.attr("href");
                if (!href.matches(".*[?&](lang|format)=.*|^/assets/.*|^/sign-.*|^//.*")
                        && perKind(kinds, href)
                        && seen.add(href)) {
                    open.add(href);
                }
            }
        }
    }

    /// Up to three pages of a kind: the newest may be the hostile one.
    private static boolean perKind(Set<String> kinds, String href) {
        for (int i = 0; i < 3; i++) {
            if (kinds.add(kind(href) + " " + i)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(String link) {
        return link.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("/[KJPT]?[0-9][^/]*", "/{n}");
    }

    private Visitor visitorAs(String role) {
        return role.equals("public") ? visitor() : signedInAs(role);
    }

    private String rights() {
        return String.valueOf(
                jooq.fetchValue(
                        "select string_agg(t, ' ') from (select g.user_id || g.role ||"
                                + " coalesce(g.unit_id::text, '') || g.valid as t from access.grants g"
                                + " union all select p.role || p.use_case || p.reach from"
                                + " access.permissions p union all select u.id || u.login || u.active"
                                + " from access.users u order by 1) x"));
    }
}
