package org.kakehashi.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.support.BrowserTest;

/// The register in a real browser: recorded, found, changed and ended by hand; accessible on the
/// way.
class AgreementBrowserTests extends BrowserTest {
    @ParameterizedTest
    @CsvSource({"ja, 1280, 有効, 終了", "en, 390, In force, Ended"})
    void anAgreementLivesItsLife(String language, int width, String inForce, String ended) {
        Page page = openSignedIn(language, "office");
        page.setViewportSize(width, 844);
        page.navigate("/agreements/new");
        assertAccessible(page);
        page.locator("#party0").fill("Somewhere College " + language);
        page.locator("#unit0")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(3));
        page.locator("input[name=level][value=university]").check();
        page.locator("input[name=term][value=fixed]").check();
        page.locator("#start").fill("H29.4.7");
        page.locator("#end").fill("2100-03-31");
        page.locator("button[value='add:annex']").click();
        page.locator("#annex0Kind").selectOption("student_exchange");
        page.locator("#annex0In").fill("３");
        page.locator("input[name=proposed]").focus();
        assertAccessible(page);
        page.locator(".form-actions button[type=submit]").click();
        assertThat(page.locator(".badge").first())
                .containsText(inForce.equals("有効") ? "有効" : "In force");
        assertThat(page.locator("main")).containsText("Somewhere College " + language);
        assertFits(page);
        assertAccessible(page);
        String address = page.url();
        page.navigate("/agreements?q=somewhere+" + language);
        assertThat(page.locator("#agreements tbody tr")).hasCount(1);
        assertFits(page);
        assertAccessible(page);
        page.navigate(address + "/end");
        assertAccessible(page);
        page.locator("#on").fill("2020-03-31");
        page.locator("#reason").selectOption("by_consent");
        page.locator(".form-actions button[type=submit]").click();
        assertThat(page.locator(".badge").first()).containsText(ended);
        page.navigate(address + "/history");
        assertThat(page.locator(".history > li")).hasCount(2);
        assertAccessible(page);
    }

    private static void assertFits(Page page) {
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as("too wide: " + page.url()).isLessThanOrEqualTo(0);
    }
}
