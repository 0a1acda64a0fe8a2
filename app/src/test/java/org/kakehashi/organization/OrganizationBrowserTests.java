package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

class OrganizationBrowserTests extends BrowserTest {
    @TempDir private static Path folder;

    @Autowired private Registry registry;
    @Autowired private Organizations organizations;

    @BeforeAll
    void importRelease() throws IOException {
        Path file =
                new InventedRegistry()
                        .add(
                                "0aaaaaa11",
                                "active",
                                "JP",
                                "display:en:Aobano Bridge University",
                                "label:ja:青葉野架橋大学")
                        .add("0bbbbbb22", "active", "FR", "display:fr:Université du Pont")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        CurrentUser.SYSTEM.run(() -> registry.importHere(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void resultsFollowWhatIsTyped(String language) {
        Page page = openSignedIn(language, "office");
        page.navigate("/organizations");
        PlaywrightAssertions.assertThat(page.locator("#organizations tbody tr")).hasCount(2);
        page.locator("#q").pressSequentially("架橋");
        PlaywrightAssertions.assertThat(page.locator("#organizations tbody tr")).hasCount(1);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
        assertAccessible(page);
        page.locator("#q").fill("zzzz");
        PlaywrightAssertions.assertThat(page.locator("#organizations-results .empty")).isVisible();
        assertAccessible(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void theProfileIsAccessibleAndTheMapComes(String language) {
        OrganizationRef bridge = organizations.findByRor("0aaaaaa11").orElseThrow();
        Page page = openSignedIn(language, "office");
        page.navigate(bridge.href());
        PlaywrightAssertions.assertThat(page.locator("svg path").first()).isAttached();
        assertAccessible(page);
        for (String path :
                new String[] {
                    bridge.href() + "/map",
                    bridge.href() + "/units/new",
                    "/organizations/new",
                    "/organizations/registry"
                }) {
            page.navigate(path);
            assertAccessible(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void thePickerWorksByKeyboard(String language) {
        OrganizationRef bridge = organizations.findByRor("0aaaaaa11").orElseThrow();
        OrganizationRef other = organizations.findByRor("0bbbbbb22").orElseThrow();
        Page page = openSignedIn(language, "office");
        page.navigate(other.href());
        page.locator("details:has(#successor) > summary").focus();
        page.keyboard().press("Enter");
        page.locator("#successor").pressSequentially("aobano");
        PlaywrightAssertions.assertThat(page.locator("[role=option]")).hasCount(1);
        assertAccessible(page);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("input[name=successor]"))
                .hasValue(bridge.id().toString());
    }
}
