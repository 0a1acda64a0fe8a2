package org.kakehashi.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Digests;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/// Documents of agreements as the office, a department and hostile people use them.
@TestPropertySource(properties = "kakehashi.document-limit=1")
class DocumentPageTests extends DocumentTest {
    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n".getBytes(UTF_8);

    @Value("${kakehashi.data}")
    Path data;

    @Test
    void aFileWithAJapaneseNameIsAddedListedAndComesBackUnchanged() {
        Visitor office = signedInAs("office");
        Document page = add(office, "協定書 (案)①.pdf", PDF, Map.of("note", "初稿"));
        assertThat(page.select("h1").text()).contains("協定書 (案)①");
        Document record = office.get("/agreements/" + agreement);
        assertThat(record.select("section[aria-labelledby=documents]").text()).contains("協定書 (案)①");
        assertThat(office.get("/documents").select("#document-list").text()).contains("協定書 (案)①");
        var file = office.download(link(page));
        assertThat(file.body()).isEqualTo(PDF);
        String disposition = file.headers().firstValue("Content-Disposition").orElse("");
        assertThat(disposition).startsWith("attachment;");
        assertThat(URLDecoder.decode(disposition.replaceAll(".*filename\\*=UTF-8''", ""), UTF_8))
                .isEqualTo("協定書 (案)①.pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(visitor().withoutFollowing().status(link(page))).isEqualTo(302);
    }

    @Test
    void whoMayNotChangeTheRecordAddsNothingAndSeesNothingRestricted() {
        Visitor office = signedInAs("office");
        Visitor member = signedInAs("member"); // of engineering
        Document open = add(office, "open.pdf", PDF, Map.of());
        Document secret = add(office, "secret.pdf", PDF, Map.of("restricted", "true"));
        assertThat(member.status(path(open))).isEqualTo(200);
        assertThat(member.get(path(open)).select("form[action$=/versions]")).isEmpty();
        assertThat(member.status(path(secret))).isEqualTo(404);
        assertThat(member.status(link(secret))).isEqualTo(404);
        assertThat(member.get("/documents").text()).doesNotContain("secret");
        assertThat(member.get("/agreements/" + agreement).text()).doesNotContain("secret");
        assertThat(member.get(of()).select("form[enctype]")).isEmpty();
        assertThat(member.answerToForm(of(), csrf(member)).statusCode()).isIn(400, 403, 404, 415);
        Element stolen = office.get(of()).expectFirst("form[enctype]");
        stolen.expectFirst("input[name=_csrf]").val(csrf(member));
        assertThat(member.upload(stolen, "file", "x.pdf", PDF, Map.of()).title())
                .contains("may not");
        office.download(link(secret));
        assertThat(signedInAs("admin").get("/audit?action=document.read").select("main").text())
                .contains("Restricted document downloaded");
    }

    @Test
    void ofTwoWhoAddTheNextVersionOneWinsAndTheOtherLosesNothing() {
        Visitor office = signedInAs("office");
        Document first = add(office, "two.pdf", PDF, Map.of());
        Element slow = office.get(path(first)).expectFirst("form[action$=/versions]");
        Element quick =
                signedInAs("office").get(path(first)).expectFirst("form[action$=/versions]");
        quick.expectFirst("input[name=_csrf]").val(csrf(office));
        office.upload(quick, "file", "quick.txt", "the quick one".getBytes(UTF_8), Map.of());
        Document told =
                office.upload(
                        slow,
                        "file",
                        "slow.txt",
                        "the slow one".getBytes(UTF_8),
                        Map.of("note", "mine"));
        assertThat(told.select(".flash").text())
                .contains("slow.txt", "made from version 1", "version 2 was added");
        Document kept = office.submit(told.expectFirst("form[action*=/overtaken/]"), Map.of());
        assertThat(kept.select(".flash")).isEmpty();
        assertThat(office.download(path(first) + "/versions/3/file").body())
                .isEqualTo("the slow one".getBytes(UTF_8));
        assertThat(office.download(path(first) + "/versions/2/file").body())
                .isEqualTo("the quick one".getBytes(UTF_8));
        Document back =
                office.submit(kept.expectFirst("form[action$=/versions/1/again]"), Map.of());
        assertThat(back.select("main").text()).contains("Content of version 1");
        assertThat(office.download(path(first) + "/versions/4/file").body()).isEqualTo(PDF);
    }

    @Test
    void emptyTooLargeAndRunnableFilesAreRefusedWithWords() {
        Visitor office = signedInAs("office");
        assertThat(add(office, "empty.pdf", new byte[0], Map.of()).select(".field-error").text())
                .contains("0 bytes");
        assertThat(
                        add(office, "large.bin", new byte[1024 * 1024 + 1], Map.of("titleJa", "残る"))
                                .select(".field-error, input[name=titleJa]")
                                .outerHtml())
                .contains("larger than 1 MB", "残る");
        byte[] program = new byte[512];
        System.arraycopy(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 0, program, 0, 5);
        program[0x3c] = 0x40;
        System.arraycopy(new byte[] {'P', 'E', 0, 0}, 0, program, 0x40, 4);
        assertThat(add(office, "harmless.pdf", program, Map.of()).select(".field-error").text())
                .contains("can be run");
    }

    @Test
    void hostileNamesAndContentsDoNothing() {
        Visitor office = signedInAs("office");
        Document up = add(office, "../../../etc/passwd", "root".getBytes(UTF_8), Map.of());
        assertThat(up.select("h1").text()).isEqualTo("passwd");
        Document script =
                add(
                        office,
                        "<img src=x onerror=alert(1)>.html",
                        "<html><script>alert(1)</script></html>".getBytes(UTF_8),
                        Map.of());
        assertThat(script.select("main img[onerror]")).isEmpty();
        assertThat(office.get("/agreements/" + agreement).select("img[onerror]")).isEmpty();
        var sent = office.download(link(script));
        assertThat(sent.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(sent.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(sent.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        Document turned = add(office, "invoice\u202Efdp.exe.txt", "x".getBytes(UTF_8), Map.of());
        assertThat(turned.text()).doesNotContain("\u202E");
        Document lying = add(office, "scan.pdf", "only words".getBytes(UTF_8), Map.of());
        assertThat(lying.select("main").text()).contains("Ending does not fit");
        add(office, "x.txt", "y".getBytes(UTF_8), Map.of("titleEn", "=cmd|'/c calc'!A1"));
        String csv = new String(office.download("/documents?format=csv").body(), UTF_8);
        assertThat(csv).contains("'=cmd").doesNotContain(",=cmd");
    }

    @Test
    void aDamagedContentIsNeverSentAsIfItWereWhole() throws Exception {
        Visitor office = signedInAs("office");
        byte[] words = "these words must last".getBytes(UTF_8);
        Document page = add(office, "lasting.txt", words, Map.of());
        String hash = Digests.hex(Digests.sha256(words));
        Path file = data.resolve("documents").resolve(hash.substring(0, 2)).resolve(hash);
        assertThat(Files.readAllBytes(file)).isEqualTo(words);
        Files.writeString(file, "these words were altered");
        var answer = office.answer(link(page));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("backup").doesNotContain("altered");
    }

    @Test
    void detailsAreChangedAndASecondChangeOfTheSameIsTold() {
        Visitor office = signedInAs("office");
        Document page = add(office, "details.pdf", PDF, Map.of());
        Document form = office.get(path(page) + "/edit");
        Element slow = form.expectFirst("main form");
        Document changed =
                office.submit(
                        slow,
                        Map.of(
                                "titleJa",
                                "覚書",
                                "titleEn",
                                "Memorandum",
                                "kind",
                                "memorandum",
                                "retention",
                                "y30"));
        assertThat(changed.select("h1").text()).contains("Memorandum");
        assertThat(changed.select("aside").text()).contains("30 years");
        assertThat(office.post(slow, Map.of("titleEn", "Other")).statusCode()).isEqualTo(409);
        assertThat(
                        office.post(
                                        office.get(path(page) + "/edit").expectFirst("main form"),
                                        Map.of("titleJa", "", "titleEn", ""))
                                .body())
                .contains("Give a title");
    }

    private String of() {
        return "/documents/of/agreement/" + agreement;
    }

    private Document add(Visitor who, String name, byte[] content, Map<String, String> values) {
        return who.upload(
                who.get(of()).expectFirst("form[enctype]"), "file", name, content, values);
    }

    private static String csrf(Visitor who) {
        return who.get("/account").expectFirst("input[name=_csrf]").val();
    }

    private static String path(Document page) {
        return java.net.URI.create(page.location()).getPath();
    }

    private static String link(Document page) {
        return path(page) + "/versions/1/file";
    }
}
