package org.kakehashi.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.Processes;
import org.kakehashi.support.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/// A planner by hand: an indicator added, targets set, a figure frozen, an action assessed and
/// decided on, the assessment printed; accessible on the way.
class AssessmentBrowserTests extends BrowserTest {
    @Autowired Processes processes;

    @BeforeAll
    void publish() {
        CurrentUser.SYSTEM.run(() -> {
            UUID example =
                    processes.list().stream()
                            .filter(one -> one.code().equals("self-assessment"))
                            .findFirst()
                            .orElseThrow()
                            .id();
            UUID copy = processes.copy(example, "yearly", new Bilingual("自己評価", "Self-assessment"));
            processes.publish(copy, 0);
        });
    }

    @ParameterizedTest
    @CsvSource({"ja, 1280, 2021, 決定", "en, 390, 2022, Decided"})
    void aPlannerAddsAnIndicatorSetsTargetsFreezesAssessesAndPrints(
            String language, int width, String year, String decided) {
        Page office = window(language, "office", width);
        String code = indicator(office, language);
        target(office, code, "baseline", "2020", "5");
        target(office, code, "target", "2030", "20");
        String day = (Integer.parseInt(year) + 1) + "-03-31";
        freeze(office, code, day);
        String form = cycle(office, year, day);
        write(office, form);
        Page executive = window(language, "executive", width);
        String review = propose(office, form);
        act(office, review);
        act(office, review);
        act(executive, review);
        office.navigate(form);
        assertThat(office.locator(".page-head .badge").first()).containsText(decided);
        assertThat(office.locator("#figures-table")).containsText(code);
        sound(office);
        byte[] printed = office.pdf();
        assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(printed.length).isGreaterThan(10_000);
        office.navigate("/assessments");
        sound(office);
    }

    private static String indicator(Page page, String language) {
        page.navigate("/strategy/indicators/new");
        sound(page);
        page.locator("#nameJa").fill("来訪者の数 " + language);
        page.locator("#nameEn").fill("Guests " + language);
        page.locator("#definitionJa").fill("年度内の来訪者の数。");
        page.locator("#definitionEn").fill("Guests in the year.");
        page.locator("#period").selectOption("flow");
        page.locator("input[name=actions][value='P1.3']").check();
        page.locator("button[name=step][value=save]").click();
        page.waitForURL(url -> url.matches(".*/strategy/indicators/U\\d+.*"));
        sound(page);
        return page.url().replaceAll(".*/(U\\d+).*", "$1");
    }

    private static void target(Page page, String code, String kind, String year, String value) {
        page.navigate("/strategy/indicators/" + code + "/targets");
        page.locator("#kind").selectOption(kind);
        page.locator("#year").fill(year);
        page.locator("#value").fill(value);
        page.locator("#note").fill("中期計画 / plan");
        page.locator("#target-form button[type=submit]").click();
        assertThat(page.locator("#targets")).containsText(value);
        sound(page);
    }

    private static void freeze(Page page, String code, String day) {
        page.navigate("/strategy/indicators/" + code);
        page.locator("form[action$='/values'] [name=year]")
                .fill(day.substring(0, 4).equals("2022") ? "2021" : "2022");
        page.locator("form[action$='/values'] [name=value]").fill("7");
        page.locator("form[action$='/values'] [name=evidence]").fill("名簿 / list");
        page.locator("form[action$='/values'] button[type=submit]").click();
        assertThat(page.locator("#values")).containsText("7");
        page.navigate("/strategy/frozen");
        page.locator("#code").selectOption(code);
        page.locator("#day").fill(day);
        page.locator("#reason").fill("自己評価 / assessment");
        page.locator("#freeze button[type=submit]").click();
        assertThat(page.locator("main")).containsText(code);
        sound(page);
    }

    /// Opens the cycle; answers the address of the form of P1.3.
    private static String cycle(Page page, String year, String day) {
        page.navigate("/assessments/cycles/new");
        sound(page);
        page.locator("#plan").selectOption("INT");
        page.locator("#year").fill(year);
        page.locator("#referenceDay").fill(day);
        page.locator("#dueOn").fill(day.substring(0, 4) + "-05-31");
        page.locator("#form button[type=submit]").click();
        page.waitForURL(url -> url.matches(".*/assessments/cycles/[0-9a-f-]{36}"));
        assertThat(page.locator("#forms-table tbody tr")).hasCount(31);
        sound(page);
        page.locator("#forms-table a:has-text('P1.3')").first().click();
        page.waitForURL(url -> url.matches(".*/assessments/[0-9a-f-]{36}"));
        sound(page);
        return page.url();
    }

    private static void write(Page page, String form) {
        page.navigate(form + "/edit");
        sound(page);
        page.locator("#grade").selectOption("a");
        page.locator("#narrativeJa").fill("計画どおり進んだ。");
        page.locator("#narrativeEn").fill("It went as planned.");
        page.locator("#mark-impact").selectOption("3");
        page.locator("#form button[type=submit]").click();
        page.waitForURL(form);
        page.navigate(form + "/promises/new");
        sound(page);
        page.locator("#titleJa").fill("点検を続ける");
        page.locator("#dueOn").fill("2030-03-31");
        page.locator("#form button[type=submit]").click();
        assertThat(page.locator("#promises-table")).containsText("点検を続ける");
        page.locator("#label").fill("議事要旨");
        page.locator("#address").fill("/strategy");
        page.locator("#prove button[type=submit]").click();
        assertThat(page.locator("#evidence")).containsText("議事要旨");
        page.locator("#text").fill("よくできている / well done");
        page.locator("#say button[type=submit]").click();
        assertThat(page.locator("#remarks")).containsText("well done");
    }

    private static String propose(Page page, String form) {
        page.navigate(form);
        page.locator("a[href^='/reviews/propose']").click();
        sound(page);
        page.locator(".form-actions button[type=submit]").click();
        page.waitForURL(url -> url.matches(".*/reviews/[0-9a-f-]{36}"));
        return page.url();
    }

    private static void act(Page page, String review) {
        page.navigate(review);
        page.locator("form[action*='/steps/'] input[name=outcome]").first().check();
        page.locator("form[action*='/steps/'] button[type=submit]").click();
        assertThat(page.locator(".problems")).hasCount(0);
    }

    private Page window(String language, String login, int width) {
        Page page = openSignedIn(language, login);
        page.setViewportSize(width, 844);
        return page;
    }

    private static void sound(Page page) {
        assertThat(seriousViolations(page)).as("axe on " + page.url()).isEmpty();
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as("too wide: " + page.url()).isLessThanOrEqualTo(0);
    }
}
