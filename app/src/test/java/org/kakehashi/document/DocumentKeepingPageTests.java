package org.kakehashi.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Digests;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/// Holds, deletion and what becomes of contents; the same text in two languages.
@TestPropertySource(properties = "kakehashi.document-grace-days=0")
class DocumentKeepingPageTests extends DocumentTest {
    @Value("${kakehashi.data}")
    Path data;

    @Test
    void aHeldDocumentIsNotDeletedAndADeletedOneLosesItsContentAfterTheGraceTime() {
        byte[] words = "kept only here".getBytes(UTF_8);
        UUID id = keep("held.txt", Language.EN, false, words);
        keep("twice.txt", Language.EN, false, "kept twice".getBytes(UTF_8));
        UUID twin = keep("twin.txt", Language.EN, false, "kept twice".getBytes(UTF_8));
        Visitor office = signedInAs("office");
        String path = "/documents/" + id;
        var page = office.get(path);
        var remove = page.expectFirst("form[action$=/removal]");
        office.submit(page.expectFirst("form[action$=/holds]"), Map.of("reason", "Inquiry"));
        assertThat(office.post(remove, Map.of("reason", "Old")).statusCode()).isEqualTo(409);
        var held = office.get(path);
        assertThat(held.text()).contains("On hold: Inquiry");
        assertThat(held.select("form[action$=/removal]")).isEmpty();
        office.submit(held.expectFirst("form[action$=/lift]"), Map.of("reason", "Over"));
        assertThat(office.post(remove, Map.of("reason", " ")).statusCode()).isEqualTo(400);
        var gone =
                office.submit(
                        office.get(path).expectFirst("form[action$=/removal]"),
                        Map.of("reason", "By mistake"));
        assertThat(gone.text()).contains("Deleted on", "By mistake");
        assertThat(signedInAs("member").status(path)).isEqualTo(404);
        assertThat(office.get("/agreements/" + agreement).text()).doesNotContain("held.txt");
        var back = office.submit(gone.expectFirst("form[action$=/return]"), Map.of());
        assertThat(back.text()).doesNotContain("Deleted on");
        office.submit(back.expectFirst("form[action$=/removal]"), Map.of("reason", "After all"));
        office.submit(
                office.get("/documents/" + twin).expectFirst("form[action$=/removal]"),
                Map.of("reason", "One is enough"));
        assertThat(file(words)).exists();
        background("document.collect");
        assertThat(file(words)).doesNotExist();
        assertThat(file("kept twice".getBytes(UTF_8))).exists();
        var late = office.get(path).expectFirst("form[action$=/return]");
        assertThat(office.post(late, Map.of()).statusCode()).isEqualTo(409);
        UUID again = keep("again.txt", Language.EN, false, words);
        assertThat(office.download("/documents/" + again + "/versions/1/file").body())
                .isEqualTo(words);
        assertThat(signedInAs("admin").get("/audit?kind=document").select("main").text())
                .contains("Hold placed", "Document deleted", "Deletion of a document taken back");
    }

    @Test
    void aStrayContentThatNoRecordKnowsGoesAway() throws Exception {
        byte[] stray = "left by a crash".getBytes(UTF_8);
        Path file = file(stray);
        Files.createDirectories(file.getParent());
        Files.write(file, stray);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
        background("document.collect");
        assertThat(file).doesNotExist();
    }

    @Test
    void aPairIsOutOfStepUntilSomebodySaysThatBothMeanTheSame() {
        UUID ja = keep("nihongo.txt", Language.JA, false, "日本語".getBytes(UTF_8));
        UUID en = keep("english.txt", Language.EN, false, "English".getBytes(UTF_8));
        Visitor office = signedInAs("office");
        var form = office.get("/documents/" + ja).expectFirst("form[action$=/pair]");
        var paired = office.submit(form, Map.of("other", en.toString()));
        assertThat(paired.select("aside").text()).contains("Both languages say the same");
        CurrentUser.SYSTEM.run(() ->
                documents.addVersion(
                        ja,
                        1,
                        new Incoming(
                                "2.txt", "", "", new ByteArrayInputStream("改".getBytes(UTF_8)))));
        var stale = office.get("/documents/" + en);
        assertThat(stale.select("aside").text()).contains("The Japanese text is newer");
        var step = office.submit(stale.expectFirst("form[action$=/pair/step]"), Map.of());
        assertThat(step.select("aside").text())
                .contains(
                        "Both languages say the same", "Japanese version 2 and English version 1");
        assertThat(
                        office.post(stale.expectFirst("form[action$=/pair/step]"), Map.of())
                                .statusCode())
                .isEqualTo(409);
    }

    private Path file(byte[] content) {
        String hash = Digests.hex(Digests.sha256(content));
        return data.resolve("documents").resolve(hash.substring(0, 2)).resolve(hash);
    }
}
