package org.kakehashi.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.proposal.Tables.LINKS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Incoming;
import org.kakehashi.document.Language;
import org.kakehashi.document.Library;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

class ProposalTextPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Guidelines guidelines;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Users users;
    @Autowired Units units;
    @Autowired Proposals proposals;
    @Autowired Documents documents;

    private UUID id = new UUID(0, 0);
    private UUID template = new UUID(0, 0);
    private UUID wrong = new UUID(0, 0);
    private String page = "";

    @BeforeAll
    void aProposalAndTemplates() throws IOException {
        ProposalWorld world = new ProposalWorld(jooq, guidelines, processes, cases, users, units);
        UUID partner = world.institution("Coastal University");
        id =
                world.person("office")
                        .call(() -> proposals.create(world.complete(partner, "ENG", "SCI")));
        page = "/proposals/" + id;
        template =
                kept(
                        "Exchange",
                        "Agreement between {{university_en}} and {{partner_en}}",
                        "Article {{clauses.no}} ({{clauses.title_en}}) {{clauses.text_en}}");
        wrong = kept("Wrong", "{{partner_en}} has {{moons}} moons");
    }

    private UUID kept(String title, String... paragraphs) throws IOException {
        byte[] word = word(paragraphs);
        return CurrentUser.SYSTEM.call(() ->
                documents.add(
                        "library",
                        Library.ID,
                        new org.kakehashi.document.Document.Details(
                                "template",
                                new Bilingual(title, title),
                                Language.EN,
                                false,
                                "",
                                documents.today()),
                        new Incoming(title + ".docx", "", "", new ByteArrayInputStream(word))));
    }

    private static byte[] word(String... paragraphs) throws IOException {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : paragraphs) {
                word.createParagraph().createRun().setText(text);
            }
            word.write(out);
            return out.toByteArray();
        }
    }

    private static String clause(Document page, String title) {
        return page.select("input[name=clauses]").stream()
                .filter(one -> one.parent().text().contains(title))
                .findFirst()
                .orElseThrow()
                .val();
    }

    @Test
    void aDraftIsMadeFromClausesComparedSharedAndCommentedOn() {
        Visitor office = signedInAs("office").reads("en");
        Document text = office.get(page + "/text");
        office.submit(
                text.expectFirst("form[action$=/clauses]"),
                Map.of("clauses", clause(text, "Purpose")));
        Element make = office.get(page + "/text").expectFirst("form[action$=/drafts]");
        office.submit(make, Map.of("template", template.toString(), "format", "docx"));
        office.submit(
                text.expectFirst("form[action$=/clauses]"),
                Map.of("clauses", clause(text, "Termination")));
        Document twice =
                office.submit(make, Map.of("template", template.toString(), "format", "docx"));
        assertThat(twice.select(".problems")).isEmpty();
        Element versions = twice.expectFirst("form[action$=/compare]");
        Document compared =
                office.get(
                        page
                                + "/text/compare?document="
                                + versions.expectFirst("input[name=document]").val()
                                + "&from="
                                + versions.expectFirst("select[name=from] option[selected]").val()
                                + "&to="
                                + versions.expectFirst("select[name=to] option[selected]").val());
        assertThat(compared.select("ins").text()).contains("notice of", "6");
        assertThat(compared.select("del").text()).contains("promote");
        assertThat(
                        office.submit(
                                        make,
                                        Map.of("template", template.toString(), "format", "pdf"))
                                .select("main")
                                .text())
                .contains(".pdf");

        Element linking = office.get(page + "/text").expectFirst("form[action$=/links]");
        String docx =
                linking.select("select[name=document] option").stream()
                        .filter(one -> one.text().contains(".docx"))
                        .findFirst()
                        .orElseThrow()
                        .val();
        Document fresh =
                office.submit(
                        linking, Map.of("document", docx, "recipient", "Ms Example", "days", "10"));
        String link = fresh.expectFirst(".flash code").text();
        String path = link.substring(link.indexOf("/public/"));
        assertThat(office.get(page + "/text").select("main").text()).doesNotContain(path);

        Visitor partner = visitor().reads("en");
        Document seen = partner.get(path);
        assertThat(seen.select("main").text()).contains("Coastal University", "written notice");
        assertThat(partner.download(path + "/file").body()).startsWith('P', 'K');
        assertThat(partner.status(page)).isIn(302, 401, 200);
        assertThat(partner.get(page).select("main").text()).doesNotContain("Prof");
        Element form = seen.expectFirst("main form");
        assertThat(
                        partner.submit(form, Map.of("author", "", "body", "x"))
                                .select(".problems")
                                .text())
                .contains("Give your name");
        Document commented =
                partner.submit(
                        form,
                        Map.of("author", "Ms Example", "body", "<b>Twelve</b> months, please"));
        assertThat(commented.select("article").text()).contains("<b>Twelve</b> months, please");
        assertThat(visitor().reads("ja").get(path).select("main").text()).contains("ご意見");
        assertThat(office.get(page + "/text").select("#comments ~ article").text())
                .contains("Twelve");
        assertThat(office.get("/tasks/notices").text()).contains("The partner has commented");

        office.submit(office.get(page + "/text").expectFirst("form[action$=/revoke]"), Map.of());
        assertThat(visitor().status(path)).isEqualTo(404);
        assertThat(visitor().status(path.substring(0, path.length() - 4) + "AAAA")).isEqualTo(404);
    }

    @Test
    void aLinkEndsByItself() {
        Visitor office = signedInAs("office").reads("en");
        Element make = office.get(page + "/text").expectFirst("form[action$=/drafts]");
        office.submit(make, Map.of("template", template.toString(), "format", "docx"));
        Element linking = office.get(page + "/text").expectFirst("form[action$=/links]");
        String docx =
                linking.select("select[name=document] option[value]:not([value=''])").first().val();
        Document fresh =
                office.submit(
                        linking, Map.of("document", docx, "recipient", "Late reader", "days", "1"));
        String link = fresh.expectFirst(".flash code").text();
        String path = link.substring(link.indexOf("/public/"));
        assertThat(visitor().status(path)).isEqualTo(200);
        jooq.update(LINKS)
                .set(LINKS.EXPIRES_AT, OffsetDateTime.now().minusSeconds(1))
                .where(LINKS.RECIPIENT.eq("Late reader"))
                .execute();
        assertThat(visitor().status(path)).isEqualTo(404);
        assertThat(jooq.select(LINKS.HASH).from(LINKS).fetch(LINKS.HASH))
                .allSatisfy(hash -> assertThat(hash).hasSize(32));
    }

    @Test
    void aTemplateOrClauseThatAsksForWhatNobodyKnowsIsNamed() {
        Visitor office = signedInAs("office").reads("en");
        Element make = office.get(page + "/text").expectFirst("form[action$=/drafts]");
        assertThat(
                        office.submit(make, Map.of("template", wrong.toString(), "format", "docx"))
                                .select(".problems")
                                .text())
                .contains("moons");
        assertThat(
                        office.submit(make, Map.of("template", "", "format", "docx"))
                                .select(".problems")
                                .text())
                .contains("Choose a template");
    }

    @Test
    void aChangedClauseIsANewEditionAndWhoComesSecondIsTold() {
        Visitor office = signedInAs("office").reads("en");
        Element first = office.get("/proposals/clauses/credits/edit").expectFirst("main form");
        Element second = office.get("/proposals/clauses/credits/edit").expectFirst("main form");
        office.submit(first, Map.of("textEn", "Credits are recognised."));
        assertThat(office.get("/proposals/clauses").select("main").text())
                .contains("Credits are recognised.", "Edition 2");
        Document told = office.submit(second, Map.of("textEn", "Credits are lost."));
        assertThat(told.select(".problems")).isNotEmpty();
        assertThat(told.expectFirst("#textEn").text()).isEqualTo("Credits are lost.");
        assertThat(signedInAs("member").status("/proposals/clauses/credits/edit")).isEqualTo(403);
    }

    @Test
    void talksAreLogged() {
        Visitor office = signedInAs("office").reads("en");
        Element form = office.get(page + "/text").expectFirst("form[action$=/talks]");
        String today = LocalDate.now(Dates.zone()).toString();
        office.submit(form, Map.of("on", today, "who", "Ms Example", "what", "Notice of a year"));
        assertThat(office.get(page + "/text").select("#talks ~ *").text())
                .contains("Notice of a year");
        assertThat(
                        office.submit(form, Map.of("on", today, "who", "", "what", "kept"))
                                .expectFirst("#what")
                                .text())
                .isEqualTo("kept");
    }

    @Test
    void aScanOfTwoHundredPagesIsKeptWhole() throws IOException {
        byte[] scan;
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < 200; i++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            scan = out.toByteArray();
        }
        Visitor office = signedInAs("office").reads("en");
        Document form = office.get("/documents/of/proposal/" + id);
        office.upload(
                form.expectFirst("main form[enctype]"),
                "file",
                "scan.pdf",
                scan,
                Map.of("kind", "draft", "titleEn", "Scan", "titleJa", "スキャン"));
        List<org.kakehashi.document.Document> kept =
                CurrentUser.SYSTEM.call(() -> documents.of("proposal", id)).stream()
                        .filter(one -> one.newest().name().equals("scan.pdf"))
                        .toList();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().newest().bytes()).isEqualTo(scan.length);
        Document compared =
                office.get(page + "/text/compare?from=1&to=1&document=" + kept.getFirst().id());
        assertThat(compared.text()).contains("There are no words to read in version 1");
    }
}
