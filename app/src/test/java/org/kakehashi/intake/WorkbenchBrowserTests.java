package org.kakehashi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.support.BrowserTest;

/// The whole flow in a real browser by keyboard only; every page without serious accessibility
/// violations, in both languages.
class WorkbenchBrowserTests extends BrowserTest {
    private static final @Nullable String SHOTS = System.getenv("KAKEHASHI_SCREENSHOTS");

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aFileDroppedOnTheFormIsChosen(String language) {
        Page page = openSignedIn(language, "office");
        page.navigate("/intake");
        page.waitForSelector(
                "form[data-drop] .field-hint:has-text('"
                        + (language.equals("ja") ? "ドラッグ" : "drag")
                        + "')");
        page.evaluate(
                """
                () => {
                  const dropped = new DataTransfer();
                  dropped.items.add(new File(["University,Country,Signed\\nDrop University,Chile,2001-01-01\\n"], "dropped.csv"));
                  const form = document.querySelector("form[data-drop]");
                  form.dispatchEvent(new DragEvent("dragenter", { dataTransfer: dropped, bubbles: true }));
                  form.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
                }
                """);
        assertThat(page.evaluate("document.querySelector('#files').files[0].name"))
                .isEqualTo("dropped.csv");
        look(page, language + "-0-dropped");
        page.locator("form[action='/intake/files'] button[type=submit]").click();
        page.waitForURL("**/intake/files/*");
        assertThat(page.content()).contains("Drop University");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aListIsStoredByKeyboardOnly(String language) {
        Page page = openSignedIn(language, "office");
        page.navigate("/intake");
        look(page, language + "-1-list");
        page.locator("#files")
                .setInputFiles(
                        new FilePayload(
                                language + ".csv",
                                "text/csv",
                                InventedLists.cp932(
                                        InventedLists.HEADER,
                                        "ドイツ,架空工科大学" + language + ",工学研究科,2018年4月1日,2028年3月31日,2,2",
                                        "タイ,シロカネ虚構大学" + language + ",工学研究科,2019/10/1,2027/9/30,3,3",
                                        "韓国,ナラカ仮想大学校" + language + ",工学研究科,2020.5.20,自動更新,1,1")));
        focus(page, "form[action='/intake/files'] button[type=submit]");
        page.keyboard().press("Enter");
        page.waitForURL("**/intake/files/*");
        look(page, language + "-2-file");

        focus(page, "form[action$='/imports'] button");
        page.keyboard().press("Enter");
        page.waitForURL("**/layout");
        look(page, language + "-3-layout");
        focus(page, "select[name='role.7']");
        page.waitForResponse(
                "**/preview", () -> page.locator("select[name='role.7']").press("Home"));
        assertThat(page.locator("#records tbody tr").count()).isEqualTo(3);
        focus(page, "button[value=continue]");
        page.keyboard().press("Enter");
        page.waitForURL("**/institutions");
        look(page, language + "-4-institutions");

        assertThat(page.locator(".queue-list li").count()).isEqualTo(3);
        press(page, "n");
        assertThat(page.locator(".queue-list li").count()).isEqualTo(2);
        press(page, "u");
        assertThat(page.locator(".queue-list li").count()).isEqualTo(3);
        press(page, "l");
        look(page, language + "-5-local");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".queue-list li").count()).isEqualTo(2);
        press(page, "j");
        press(page, "d");
        assertThat(page.locator(".queue-list li").count()).isEqualTo(1);
        page.keyboard().press("s");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("organization");

        focus(page, "#compare");
        page.keyboard().press("Enter");
        page.waitForURL("**/review");
        look(page, language + "-6-review");
        focus(page, "#commit");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/review"));
        look(page, language + "-7-result");
        page.navigate(page.url() + "/review?show=new");
        focus(page, "#review tbody a");
        page.keyboard().press("Enter");
        page.waitForURL("**/intake/rows/*");
        look(page, language + "-8-row");
        assertThat(page.locator("a[href^='/agreements/']").count()).isEqualTo(1);
        assertThat(page.content()).doesNotContain("intake.");
    }

    private static void press(Page page, String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
    }

    /// Moves the focus as Tab does, without counting the stops between.
    private static void focus(Page page, String selector) {
        page.locator(selector).first().focus();
    }

    private void look(Page page, String name) {
        assertAccessible(page);
        if (SHOTS != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(SHOTS, name + ".png")));
        }
    }
}
