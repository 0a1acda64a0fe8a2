package org.kakehashi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.BrowserTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Kinds of documents and retention classes kept in Chromium, and what happens when two people keep
/// the same one.
class DocumentSettingsBrowserTests extends BrowserTest {
    @Autowired DocumentKinds kinds;
    @Autowired Documents documents;
    @Autowired org.jooq.DSLContext jooq;

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aKindAndAClassAreMadeRenamedAndRetired(String language) {
        Page page = openSignedIn(language, "office");
        page.navigate("/documents");
        page.locator("a[href='/documents/settings']").click();
        assertAccessible(page);
        page.setViewportSize(390, 800);
        assertAccessible(page);
        shot(page, "settings-" + language);
        page.setViewportSize(1280, 900);
        page.locator("a[href='/documents/settings/classes/new']").click();
        page.locator("#nameJa").fill("15年" + language);
        page.locator("#nameEn").fill("15 years " + language);
        page.locator("#code").fill("y15_" + language);
        page.locator("#years").fill("150");
        page.locator(".form-actions button").click();
        assertThat(page.locator(".problems").count()).isEqualTo(1);
        assertAccessible(page);
        page.locator("#years").fill("15");
        page.locator(".form-actions button").click();
        page.locator("a[href='/documents/settings/kinds/new']").click();
        page.locator("#nameJa").fill("報告書" + language);
        page.locator("#nameEn").fill("Report " + language);
        page.locator("#code").fill("report_" + language);
        page.locator("#retention").selectOption("y15_" + language);
        page.locator(".form-actions button").click();
        assertThat(page.locator("#document-kinds").innerText())
                .contains(language.equals("ja") ? "報告書ja" : "Report en");
        DocumentKind made = kinds.get("report_" + language);
        assertThat(made.retention()).isEqualTo("y15_" + language);

        // a class that a kind uses is not retired
        page.navigate("/documents/settings/classes/y15_" + language);
        page.locator("#retired").check();
        page.locator(".form-actions button").click();
        assertThat(page.locator(".problems").innerText())
                .contains(language.equals("ja") ? "報告書" : "Report");
        page.navigate("/documents/settings/kinds/report_" + language);
        page.locator("#retired").check();
        page.locator(".form-actions button").click();
        assertThat(kinds.get("report_" + language).active()).isFalse();
        page.navigate("/documents/of/library/" + Library.ID);
        assertThat(page.content()).doesNotContain("value=\"report_" + language + "\"");
        assertThat(
                        jooq.fetchCount(
                                org.jooq.impl.DSL.table("access.audit"),
                                org.jooq.impl.DSL.condition("action = 'document.kindSaved'")))
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void whoSavesSecondSeesWhatTheOtherSavedAndMayMerge(String language) {
        Page first = openSignedIn(language, "office");
        Page second = openSignedIn(language, "admin");
        String form = "/documents/settings/kinds/letter";
        first.navigate(form);
        second.navigate(form);
        first.locator("#nameEn").fill("Official letter " + language);
        first.locator("#retention").selectOption("y30");
        second.locator("#nameJa").fill("公文書" + language);
        second.locator("#retention").selectOption("y3");
        first.locator(".form-actions button").click();
        first.waitForURL("**/documents/settings");
        second.locator(".form-actions button").click();
        second.waitForLoadState(LoadState.LOAD);
        assertThat(second.locator("#late").innerText())
                .contains("Official letter " + language)
                .contains(language.equals("ja") ? "30年" : "30 years");
        assertThat(second.locator("#nameJa").inputValue()).isEqualTo("公文書" + language);
        assertThat(second.locator("#retention").inputValue()).isEqualTo("y3");
        assertAccessible(second);
        shot(second, "late-" + language);
        second.setViewportSize(390, 800);
        assertAccessible(second);
        shot(second, "late-narrow-" + language);
        second.locator("#nameEn").fill("Official letter " + language);
        second.locator(".form-actions button").click();
        second.waitForURL("**/documents/settings");
        DocumentKind saved = kinds.get("letter");
        assertThat(saved.name())
                .isEqualTo(new Bilingual("公文書" + language, "Official letter " + language));
        assertThat(saved.retention()).isEqualTo("y3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void thePageOfATemplateShowsItsFields(String language) {
        byte[] word =
                DocumentTest.word(
                        "<w:p><w:r><w:t>{{partner}} {{annexes.kind}}"
                                + " {{?end}}{{end}}</w:t></w:r></w:p>");
        java.util.UUID template =
                CurrentUser.SYSTEM.call(() ->
                        documents.add(
                                Library.KIND,
                                Library.ID,
                                new Document.Details(
                                        "template",
                                        new Bilingual("ひな形" + language, null),
                                        Language.BOTH,
                                        false,
                                        "",
                                        documents.today()),
                                new Incoming("t.docx", "", "", new ByteArrayInputStream(word))));
        Page page = openSignedIn(language, "office");
        page.navigate("/documents/" + template);
        assertThat(page.locator("section[aria-labelledby=template-fields] li").allInnerTexts())
                .containsExactly("{{annexes.kind}}", "{{end}}", "{{partner}}");
        assertAccessible(page);
        shot(page, "template-" + language);
    }

    @Test
    void badInputIsRefusedWithASentence() {
        Visitor office = signedInAs("office");
        for (Map<String, String> typed :
                List.of(
                        Map.of("nameJa", "", "nameEn", "A", "code", "a1"),
                        Map.of("nameJa", "あ", "nameEn", "A", "code", "Bad Code"),
                        Map.of("nameJa", "あ", "nameEn", "A", "code", "other"),
                        Map.of("nameJa", "あ", "nameEn", "A", "code", "a2", "retention", "none"))) {
            var form =
                    office.get("/documents/settings/kinds/new")
                            .expectFirst("form[action$=/kinds/new]");
            var answer = office.post(form, typed);
            assertThat(answer.statusCode()).as(typed.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("class=\"problems");
        }
        var template = office.get("/documents/settings/kinds/template").expectFirst("form.panel");
        assertThat(office.post(template, Map.of("retired", "true")).statusCode()).isEqualTo(422);
        assertThat(kinds.get("template").active()).isTrue();
    }

    private static void shot(Page page, String name) {
        String folder = System.getProperty("kakehashi.shots");
        if (folder != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, name + ".png")));
        }
    }
}
