package org.kakehashi.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kakehashi.access.DemoAccounts;

/// Base of tests in a real Chromium: the one KAKEHASHI_BROWSER names, else Debian's. Where there is
/// none they are reported as skipped.
@ExtendWith(BrowserTest.NeedsBrowser.class)
public abstract class BrowserTest extends ApplicationTest {
    private static final Path BROWSER =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("KAKEHASHI_BROWSER"), "/usr/bin/chromium"));

    private static final String AXE = axe();

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void openBrowser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(BROWSER)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    /// An assumption in a set-up method would let the tests vanish from the report instead.
    static final class NeedsBrowser implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Files.isExecutable(BROWSER)
                    ? ConditionEvaluationResult.enabled("browser found")
                    : ConditionEvaluationResult.disabled(
                            "no browser at "
                                    + BROWSER
                                    + ": install chromium or set KAKEHASHI_BROWSER");
        }
    }

    @AfterAll
    void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /// A fresh browser window of this language, `ja` or `en`.
    protected Page open(String language) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions().setLocale(language).setBaseURL(address()));
        Page page = context.newPage();
        page.onPageError(error -> assertThat(error).as("script error on " + page.url()).isNull());
        return page;
    }

    /// A fresh window, signed in with one of the accounts.
    protected Page openSignedIn(String language, String login) {
        Page page = open(language);
        page.navigate("/sign-in");
        page.locator("#login").fill(login);
        page.locator("#password").fill(DemoAccounts.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /// Fails on any serious or critical violation axe finds on the page as it stands.
    protected void assertAccessible(Page page) {
        assertThat(seriousViolations(page)).as("axe on " + page.url()).isEmpty();
    }

    /// What axe finds serious or critical on the page as it stands. Asked in the page itself and
    /// for violations only: the library's own way hands over every rule that passed.
    @SuppressWarnings("unchecked")
    protected static List<String> seriousViolations(Page page) {
        page.evaluate(AXE);
        return (List<String>)
                page.evaluate(
                        """
                        async () => (await axe.run(document, {resultTypes: ['violations'], elementRef: false})).violations
                            .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                            .map(rule => `${rule.id} ${rule.nodes[0].target}: ${rule.help}`)\
                        """);
    }

    private static String axe() {
        try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
