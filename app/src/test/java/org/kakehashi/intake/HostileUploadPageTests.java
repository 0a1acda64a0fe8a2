package org.kakehashi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;

/// Files by whom one would rather not have as a guest.
class HostileUploadPageTests extends ApplicationTest {
    private static final String MARKUP = "<b class=planted onclick=1>x</b>${7*7}{y}";

    @Test
    void whatCellsAndFileNamesSayIsOnlyText() {
        Visitor office = signedInAs("office");
        String list =
                "University,Country,Signed,Remarks\n"
                        + MARKUP
                        + " University,China,2001-01-01,=cmd|x\n"
                        + "=HYPERLINK(1) University,China,2001-01-02,@x\n"
                        + "N\0ul University,China,2001-01-03,a\0b\n"
                        + "L"
                        + "o".repeat(6_000)
                        + "ng University,China,2001-01-04,\n";
        Document page = upload(office, "../../<b class=planted>.csv", list);
        for (String next : new String[] {"/imports", "/layout", "/comparison", "/commit"}) {
            assertPlain(page);
            page =
                    office.submit(
                            page.expectFirst("form[action$=" + next + "]"),
                            next.equals("/layout") ? Map.of("action", "continue") : Map.of());
        }
        assertPlain(page);
        assertPlain(office.get("/agreements"));
    }

    @Test
    void onlyWhoMayImportMayUpload() {
        Element form =
                signedInAs("office").get("/intake").expectFirst("form[action=/intake/files]");
        Visitor executive = signedInAs("executive");
        Element token = executive.get("/").expectFirst("input[name=_csrf]");
        form.expectFirst("input[name=_csrf]").val(token.val());
        Document answer =
                executive.upload(
                        form, "files", "a.csv", "a,b\n".getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(answer.select("h1").text()).contains("may not");
    }

    private static void assertPlain(Document page) {
        assertThat(page.select(".planted, [onclick]")).as(page.location()).isEmpty();
        assertThat(page.title()).as(page.location()).doesNotContain("went wrong");
    }

    private static Document upload(Visitor visitor, String name, String content) {
        return visitor.upload(
                visitor.get("/intake").expectFirst("form[action=/intake/files]"),
                "files",
                name,
                content.getBytes(StandardCharsets.UTF_8),
                Map.of());
    }
}
