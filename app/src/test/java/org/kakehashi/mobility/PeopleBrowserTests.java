package org.kakehashi.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.support.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/// People, stays and the crisis view in a browser: in both languages, at a desk and on a phone.
class PeopleBrowserTests extends BrowserTest {
    @Autowired DemoPartners partners;
    @Autowired DemoStays demo;

    private boolean filled;

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyPageOfPeopleIsAccessibleAndFitsAPhone(String language) {
        fill();
        Page page = openSignedIn(language, "office");
        page.navigate("/stays");
        String stay = page.locator("#stays tbody a").first().getAttribute("href");
        page.navigate(stay);
        String person = page.locator("main a[href^='/people/']").first().getAttribute("href");
        for (String path :
                List.of(
                        "/people",
                        "/people/new",
                        person,
                        person + "/edit",
                        "/people/duplicates",
                        "/people/keeping",
                        "/stays",
                        "/stays/new",
                        stay,
                        stay + "/edit",
                        "/stays/import",
                        "/crisis",
                        "/crisis/print",
                        "/crisis/inquiries",
                        "/public/safety/no-such-link-at-all")) {
            page.setViewportSize(1280, 900);
            page.navigate(path);
            assertAccessible(page);
            shot(page, path, language, 1280);
            page.setViewportSize(390, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path + " at the width of a phone")
                    .isEqualTo(390);
            shot(page, path, language, 390);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aStayIsRecordedWithTheKeyboard(String language) {
        fill();
        Page page = openSignedIn(language, "office");
        page.navigate("/stays/new");
        page.locator("#person-text, #person").last().click();
        page.keyboard().type("Mihon");
        page.locator("[role=option]").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        String year = language.equals("ja") ? "2031" : "2030";
        page.locator("#plannedFrom").fill(year + "-04");
        page.locator("#plannedUntil").fill(year + "-09-30");
        page.locator("#country").selectOption("FR");
        page.locator("main form .button.primary").last().click();
        page.waitForURL(url -> url.matches(".*/stays/[0-9a-f-]{36}"));
        assertThat(page.locator("main").innerText()).contains(year + "-04", year + "-09-30");
        assertAccessible(page);
    }

    private void fill() {
        if (!filled) {
            CurrentUser.SYSTEM.run(() -> {
                partners.fill();
                demo.fill();
            });
            filled = true;
        }
    }

    private static void shot(Page page, String path, String language, int width) {
        String folder = System.getenv("KAKEHASHI_SHOTS");
        if (folder != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Path.of(
                                            folder,
                                            path.replaceAll("[^a-z]+", "-")
                                                    + language
                                                    + width
                                                    + ".png")));
        }
    }
}
