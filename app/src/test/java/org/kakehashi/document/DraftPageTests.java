package org.kakehashi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.Visitor;

/// Drafts of a record made from templates of the library.
class DraftPageTests extends DocumentTest {
    @Test
    void aDraftIsMadeFromWhatTheRecordKnowsAndWhatItDoesNotKnowIsNamed() throws Exception {
        UUID good = template("Good", "<w:p><w:r><w:t>{{partner}} {{number}} 協定案</w:t></w:r></w:p>");
        UUID asking =
                template("Asking", "<w:p><w:r><w:t>{{partner}} {{end}} {{署名者}}</w:t></w:r></w:p>");
        Visitor office = signedInAs("office");
        String record = "/documents/of/agreement/" + agreement;
        var form = office.get(record).expectFirst("form[action$=/draft]");
        var missing = office.post(form, Map.of("template", asking.toString()));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("end, 署名者");
        assertThat(office.get(record).select("table").text()).doesNotContain("Asking");
        var made = office.submit(form, Map.of("template", good.toString(), "format", "pdf"));
        assertThat(made.select("main").text()).contains("Made from the template", "Draft");
        byte[] pdf =
                office.download(java.net.URI.create(made.location()).getPath() + "/versions/1/file")
                        .body();
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("Somewhere College", "協定案");
        }
        Visitor member = signedInAs("member");
        assertThat(member.get(record).select("form[action$=/draft]")).isEmpty();
        assertThat(member.get(Library.href()).text()).contains("Good");
        assertThat(member.get(Library.href()).select("form[enctype]")).isEmpty();
        assertThat(office.get(Library.href()).select("form[enctype]")).hasSize(1);
    }

    private UUID template(String title, String body) {
        return CurrentUser.SYSTEM.call(() ->
                documents.add(
                        "library",
                        Library.ID,
                        new Document.Details(
                                "template",
                                new Bilingual(null, title),
                                Language.JA,
                                false,
                                "",
                                documents.today()),
                        new Incoming(
                                title + ".docx", "", "", new ByteArrayInputStream(word(body)))));
    }
}
