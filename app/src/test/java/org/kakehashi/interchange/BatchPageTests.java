package org.kakehashi.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Verb;
import org.kakehashi.organization.InventedRegistry;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.kakehashi.organization.Registry;
import org.kakehashi.resolver.Hints;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Lists of names recognised in one go: by the page and by the command line.
class BatchPageTests extends ApplicationTest {
    private static final String BRIDGE = "0aaaaaa11";

    @TempDir private static Path folder;

    @Autowired private Registry registry;
    @Autowired private Organizations organizations;
    @Autowired private Recognition recognition;
    @Autowired private List<Verb> verbs;

    @BeforeAll
    void fill() throws IOException {
        Path file =
                new InventedRegistry()
                        .add(
                                BRIDGE,
                                "active",
                                "JP",
                                "display:en:Aobano Bridge University",
                                "label:ja:青葉野架橋大学")
                        .add("0bbbbbb22", "active", "US", "display:en:Aobano Bridge University")
                        .add("0cccccc33", "active", "FR", "display:fr:Université du Pont")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        CurrentUser.SYSTEM.run(() -> assertThat(registry.importHere(file).problem()).isNull());
    }

    @Test
    void aPastedColumnIsRecognisedDecidedAndGivenOut() {
        Visitor office = signedInAs("office");
        String batch =
                pasted(office, "青葉野架橋大学大学院工学研究科\nThe house of leaves\nThe house of leaves\n=cmd|x");
        Document page = done(office, batch);
        assertThat(page.select("#lines tbody tr")).hasSize(4);
        assertThat(page.select("#lines tbody tr").first().text())
                .contains("Certain", "Aobano Bridge University", "大学院工学研究科");
        Document queue = office.get(batch + "/queue");
        assertThat(queue.select(".queue-list li")).as("equal spellings once").hasSize(2);
        assertThat(queue.select("#current").text()).isEqualTo("The house of leaves");
        Document next =
                office.submit(
                        queue.expectFirst("form:has(#organization)"),
                        Map.of("organization", id(BRIDGE)));
        assertThat(next.select("#current").text()).isEqualTo("=cmd|x");
        Document all =
                office.submit(
                        next.expectFirst("form:has(button[value=none])"),
                        Map.of("decision", "none"));
        assertThat(all.text()).contains("All decided");
        assertThat(
                        CurrentUser.SYSTEM
                                .call(() ->
                                        recognition.resolve("the House of Leaves", Hints.none()))
                                .accepted()
                                .orElseThrow()
                                .rorId())
                .as("a decision of the office is an alias")
                .isEqualTo(BRIDGE);
        String csv = text(office, batch + "?format=csv");
        assertThat(csv)
                .contains("https://ror.org/" + BRIDGE, "青葉野架橋大学", "大学院工学研究科")
                .contains("'=cmd|x")
                .contains("None that we know");
        assertThat(office.download(batch + "?format=xlsx").body()).startsWith('P', 'K');
        Document undone = office.submit(all.expectFirst("form[action$=undo]"), Map.of());
        assertThat(undone.select("#current").text()).isEqualTo("=cmd|x");
    }

    @Test
    void everyOrganizationOfAStringIsGivenOut() throws Exception {
        String text = "Université du Pont, France; Aobano Bridge University, Japan";
        Visitor office = signedInAs("office");
        String batch = pasted(office, text + "\n青葉野架橋大学");
        Document page = done(office, batch);
        assertThat(page.select("#lines tbody tr").first().text())
                .contains("Université du Pont")
                .contains("Aobano Bridge University");
        assertThat(text(office, batch + "?format=csv").lines().toList().get(1).replace(text, ""))
                .contains("Université du Pont")
                .contains("Aobano Bridge University");

        Path list = folder.resolve("many.csv");
        Files.writeString(list, "affiliation\n\"" + text + "\"\n");
        Path out = folder.resolve("many-out.csv");
        resolve(list.toString(), "--out", out.toString());
        assertThat(Files.readAllLines(out).get(1).replace(text, ""))
                .contains("Université du Pont")
                .contains("Aobano Bridge University");
    }

    @Test
    void allThatIsCertainOrDecidedIsListedOnceAndFirstThePrincipalOne() {
        OrganizationRef bridge = organizations.findByRor(BRIDGE).orElseThrow();
        OrganizationRef french = organizations.findByRor("0cccccc33").orElseThrow();
        OrganizationRef american = organizations.findByRor("0bbbbbb22").orElseThrow();
        var line =
                new BatchLine(
                        1,
                        List.of("x"),
                        "x",
                        null,
                        "",
                        "certain",
                        bridge,
                        0.9,
                        "",
                        List.of(),
                        List.of(
                                new BatchLine.Other(french, true),
                                new BatchLine.Other(american, false)),
                        null,
                        false,
                        null);
        assertThat(line.all()).containsExactly(bridge, french);
        var column =
                BatchTable.columns(List.of(), 1, Map.of(), Locale.ENGLISH).stream()
                        .filter(one -> one.key().equals("all"))
                        .findFirst()
                        .orElseThrow();
        assertThat(column.value().apply(line))
                .isEqualTo("https://ror.org/" + BRIDGE + "; https://ror.org/0cccccc33");
    }

    @Test
    void columnsOfAFileAreGuessedAndTheCountryDecides() {
        Visitor member = signedInAs("member");
        Document start = member.get("/recognition");
        Document columns =
                member.upload(
                        start.expectFirst("form[enctype]"),
                        "file",
                        "partners.csv",
                        """
                        番号,機関名,国名
                        1,Aobano Bridge University,日本
                        2,Aobano Bridge University,アメリカ
                        3,Université du Pont,France
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of());
        assertThat(columns.expectFirst("#text option[selected]").attr("value")).isEqualTo("2");
        assertThat(columns.expectFirst("#country option[selected]").attr("value")).isEqualTo("3");
        assertThat(columns.expectFirst("#headed").hasAttr("checked")).isTrue();
        Document begun = member.submit(columns.expectFirst("form[action$=columns]"), Map.of());
        String batch = begun.location().replaceFirst("^https?://[^/]+", "");
        Document page = done(member, batch);
        assertThat(page.select("#lines tbody tr")).hasSize(3);
        assertThat(page.text()).contains("3 certain");
        assertThat(text(member, batch + "?format=csv")).contains("機関名", "0bbbbbb22", BRIDGE);
        assertThat(signedInAs("office").status(batch)).isEqualTo(200);
        assertThat(signedInAs("executive").status("/recognition")).isEqualTo(403);
        assertThat(visitor().withoutFollowing().status(batch)).isEqualTo(302);
    }

    @Test
    void aMembersDecisionHoldsForTheListOnly() {
        Visitor member = signedInAs("member");
        String batch = pasted(member, "The cottage of twigs");
        done(member, batch);
        Document queue = member.get(batch + "/queue");
        assertThat(queue.text()).contains("Your decisions hold for this list");
        member.submit(
                queue.expectFirst("form:has(#organization)"), Map.of("organization", id(BRIDGE)));
        assertThat(member.get(batch + "?show=decided").select("#lines tbody tr")).hasSize(1);
        assertThat(
                        CurrentUser.SYSTEM
                                .call(() ->
                                        recognition.resolve("The cottage of twigs", Hints.none()))
                                .accepted())
                .isEmpty();
    }

    @Test
    void tenThousandLinesAreWorkedThroughInTheBackground() {
        Visitor office = signedInAs("office");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append("Department ").append(i).append(", Université du Pont, France\n");
        }
        String batch = pasted(office, lines.toString());
        Document page = done(office, batch);
        assertThat(page.select("#lines tbody tr")).hasSize(100);
        assertThat(page.text()).contains("10,000 lines");
        assertThat(text(office, batch + "?format=csv").lines().count()).isGreaterThan(10_000);
        Document gone = office.submit(office.get(batch).expectFirst("#delete form"), Map.of());
        assertThat(gone.location()).endsWith("/recognition");
        assertThat(office.status(batch)).isEqualTo(404);
    }

    @Test
    void nothingAndNoListAreSaidSo() {
        Visitor office = signedInAs("office");
        Document start = office.get("/recognition");
        assertThat(office.submit(start.expectFirst("form[enctype]"), Map.of("text", "  ")).text())
                .contains("There is nothing to recognise");
    }

    @Test
    void theCommandLineReadsAListAndWritesOne() throws Exception {
        Path csv = folder.resolve("list.csv");
        Files.writeString(
                csv, "name,place\nAobano Bridge University,Japan\nNobody knows this,Japan\n");
        Path xlsx = folder.resolve("answer.xlsx");
        assertThat(resolve(csv.toString(), "--column", "name", "--out", xlsx.toString()))
                .contains("2 lines of column 1: 1 certain")
                .contains("確実 1");
        try (var book = WorkbookFactory.create(xlsx.toFile())) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(3).getStringCellValue())
                    .isEqualTo("https://ror.org/" + BRIDGE);
        }
        assertThat(resolve(csv.toString(), "--country-column=2"))
                .contains(folder.resolve("list-resolved.csv").toString());
        assertThat(Files.readString(folder.resolve("list-resolved.csv"))).contains(BRIDGE);
        assertThat(resolve(csv.toString(), "--column", "no such")).contains("no such column");
        assertThat(resolve(folder.resolve("missing.csv").toString())).contains("does not exist");
        assertThat(resolve()).contains("--country-column");
    }

    private String resolve(String... arguments) throws Exception {
        StringWriter said = new StringWriter();
        Verb verb =
                verbs.stream()
                        .filter(one -> one.name().equals("resolve"))
                        .findFirst()
                        .orElseThrow();
        PrintWriter out = new PrintWriter(said, true);
        CurrentUser.SYSTEM.call(() -> {
            try {
                return verb.run(List.of(arguments), out);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return said.toString();
    }

    private static String pasted(Visitor visitor, String text) {
        Document start = visitor.get("/recognition");
        Document page =
                visitor.upload(
                        start.expectFirst("form[enctype]"),
                        "file",
                        "",
                        new byte[0],
                        Map.of("text", text));
        return page.location().replaceFirst("^https?://[^/]+", "");
    }

    private static Document done(Visitor visitor, String batch) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> visitor.get(batch).select("#progress").isEmpty());
        return visitor.get(batch);
    }

    private static String text(Visitor visitor, String path) {
        return new String(visitor.download(path).body(), StandardCharsets.UTF_8);
    }

    private String id(String ror) {
        return organizations.findByRor(ror).orElseThrow().id().toString();
    }
}
