package org.kakehashi.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Dashboards in a browser, by keyboard.
class DashboardBrowserTests extends BrowserTest {
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aDashboardIsComposedAndPresentedByKeyboard(String language) {
        Page page = openSignedIn(language, "office");
        page.navigate(address() + "/dashboards");
        assertAccessible(page);
        page.navigate(address() + "/dashboards/new");
        page.locator("#nameEn").fill("Keys " + language);
        page.locator("#nameJa").fill("鍵盤 " + language);
        page.locator("#dashboard-form button[type=submit]").press("Enter");
        for (String code : new String[] {"K61", "K01", "K17"}) {
            page.locator("#indicator").selectOption(code);
            page.locator("#figure-form button[type=submit]").press("Enter");
        }
        assertThat(page.locator(".board-edit li")).hasCount(3);
        assertAccessible(page);
        page.locator(".board-edit li:nth-child(3) form[action$=place] button:enabled")
                .first()
                .press("Enter");
        assertThat(page.locator(".board-edit .code").nth(1)).hasText("K17");
        page.locator(".page-actions a").first().press("Enter");
        assertThat(page.locator("ol.board > li")).hasCount(3);
        assertAccessible(page);
        page.locator("a[href$=presentation]").press("Enter");
        assertThat(page.locator("nav")).containsText("1 / 3");
        assertAccessible(page);
        page.keyboard().press("ArrowRight");
        assertThat(page).hasURL(Pattern.compile("n=2"));
        assertThat(page.locator("h1"))
                .containsText(language.equals("ja") ? "集中度" : "concentration");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("nav")).containsText("3 / 3");
        page.keyboard().press("Escape");
        assertThat(page.locator("ol.board > li")).hasCount(3);
        page.setViewportSize(390, 800);
        assertThat(page.locator("ol.board > li").first()).isVisible();
        assertAccessible(page);
    }
}
