package org.kakehashi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.support.BrowserTest;

class LayoutBrowserTests extends BrowserTest {
    private static final List<String> PAGES =
            List.of("/", "/users", "/users/new", "/units", "/account", "/no-such-page");

    @ParameterizedTest
    @CsvSource({"ja, 1280", "en, 1280", "ja, 390", "en, 390"})
    void pagesAreAccessibleFitTheWindowAndKeepTheContentSecurityPolicy(String language, int width) {
        Page page = openSignedIn(language, "admin");
        page.setViewportSize(width, 844);
        List<String> refused = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        for (String path : PAGES) {
            page.navigate(path);
            assertAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s at %d", path, width)
                    .isEqualTo(true);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void theLanguageSwitchStaysOnThePage() {
        Page page = openSignedIn("ja", "admin");
        page.navigate("/users?q=a");
        page.locator(".lang-switch a[lang=en]").click();
        assertThat(page.url()).contains("/users?q=a");
        assertThat(page.locator("h1").textContent()).isEqualTo("Accounts");
    }

    @Test
    void onAPhoneTheMenuOpensFromOneButton() {
        Page page = openSignedIn("en", "admin");
        page.setViewportSize(390, 844);
        page.navigate("/");
        var link = page.locator(".nav-narrow a").first();
        assertThat(link.isVisible()).isFalse();
        page.locator(".nav-narrow summary").click();
        assertThat(link.isVisible()).isTrue();
    }

    @Test
    void aMenuOfTheBarOpensByKeyboardAndClosesByEscapeOrAClickElsewhere() {
        Page page = openSignedIn("en", "admin");
        page.navigate("/users");
        var menu = page.locator(".nav-menu summary", hasText("Administration"));
        var link = page.locator(".nav-menu a[href='/audit']");
        assertThat(menu.getAttribute("class")).contains("current");
        menu.focus();
        page.keyboard().press("Enter");
        assertThat(link.isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(link.isVisible()).isFalse();
        menu.click();
        assertThat(link.isVisible()).isTrue();
        page.locator("h1").click();
        assertThat(link.isVisible()).isFalse();
        menu.click();
        assertAccessible(page);
        link.click();
        assertThat(page.url()).endsWith("/audit");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void rowsOfATableAreReachedByJAndK() {
        Page page = openSignedIn("en", "admin");
        page.navigate("/users");
        page.locator(".table-scroll").focus();
        page.keyboard().press("j");
        String first = focused(page);
        page.keyboard().press("j");
        assertThat(focused(page)).isNotEqualTo(first).startsWith("/users/");
        page.keyboard().press("k");
        assertThat(focused(page)).isEqualTo(first);
    }

    @Test
    void theFirstTabStopSkipsToTheContent() {
        Page page = openSignedIn("en", "office");
        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("#main");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.getAttribute('href')"));
    }
}
