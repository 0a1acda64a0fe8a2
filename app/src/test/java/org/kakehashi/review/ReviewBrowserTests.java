package org.kakehashi.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.BrowserTest;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// The main flow by hand: proposed, consulted, decided by a committee in a meeting, minutes,
/// corrective action; accessible on the way, on a phone too.
class ReviewBrowserTests extends BrowserTest {
    @Autowired Processes processes;
    @Autowired Bodies bodies;

    private UUID board;

    @BeforeAll
    void publish() {
        CurrentUser.SYSTEM.run(() -> {
            UUID example =
                    processes.list().stream()
                            .filter(one -> one.code().equals("tokyo-university"))
                            .findFirst()
                            .orElseThrow()
                            .id();
            UUID copy = processes.copy(example, "ours", new Bilingual("本学の手続", "Our process"));
            processes.publish(copy, 0);
        });
        board =
                bodies.list().stream()
                        .filter(one -> one.code().equals("board"))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    @ParameterizedTest
    @CsvSource({"ja, 1280, 承認, 議事録承認済み", "en, 390, Approved, Minutes approved"})
    void aMatterIsProposedConsultedDecidedAndFollowedUp(
            String language, int width, String approved, String closed) {
        Page office = window(language, "office", width);
        Page executive = window(language, "executive", width);
        String address = propose(office, "見本案件 " + language);
        act(executive, address);
        act(executive, address);
        String meeting = meeting(office, executive, language);
        office.navigate(address);
        assertThat(office.locator(".history")).containsText("M-");
        act(executive, address);
        office.navigate(address);
        assertThat(office.locator(".badge").first()).containsText(approved);
        sound(office);
        follow(office, executive, meeting, closed);
    }

    private String propose(Page page, String title) {
        page.navigate("/matters/new");
        sound(page);
        page.locator("#titleJa").fill(title);
        page.locator("input[name=level][value=university]").check();
        page.locator("input[name=units]").first().check();
        page.locator(".form-actions button[type=submit]").click();
        sound(page);
        page.locator("a[href^='/reviews/propose']").click();
        sound(page);
        page.locator(".form-actions button[type=submit]").click();
        page.waitForURL(url -> url.matches(".*/reviews/[0-9a-f-]{36}"));
        sound(page);
        return page.url();
    }

    private static void act(Page page, String address) {
        page.navigate("/tasks");
        sound(page);
        page.navigate(address);
        page.locator("form[action*='/steps/'] input[type=checkbox]")
                .all()
                .forEach(box -> box.check());
        page.locator("form[action*='/steps/'] input[name=outcome]").first().check();
        page.locator("form[action*='/steps/'] button[type=submit]").click();
        assertThat(page.locator(".problems")).hasCount(0);
    }

    private String meeting(Page office, Page executive, String language) {
        office.navigate("/committees/" + board);
        sound(office);
        if (office.locator("#members tbody tr").count() == 0) {
            office.locator("form[action$='/members']")
                    .evaluate("f => f.closest('details').open = true");
            office.locator("#user").selectOption(new SelectOption().setIndex(2));
            office.locator("#duty").selectOption("chair");
            office.locator("form[action$='/members'] button[type=submit]").click();
            assertThat(office.locator("#members tbody tr")).hasCount(1);
        }
        office.locator("#meetings-heading").scrollIntoViewIfNeeded();
        office.locator("form[action$='/meetings']")
                .evaluate("f => f.closest('details').open = true");
        office.locator("#on").fill(LocalDate.now(Dates.zone()).toString());
        office.locator("form[action$='/meetings'] button[type=submit]").click();
        office.waitForURL(url -> url.contains("/meetings/"));
        sound(office);
        String address = office.url();
        office.locator("form[action$='/cases'] button").first().click();
        office.locator("input[name=result][value=approved]").check();
        office.locator("input[name=consensus]").check();
        office.locator("form[action$='/decisions'] textarea[lang=ja]").fill("締結を認める");
        office.locator("form[action$='/decisions'] button[type=submit]").click();
        assertThat(office.locator(".problems")).hasCount(1);
        assertThat(office.locator("form[action$='/decisions'] textarea[lang=ja]"))
                .hasValue("締結を認める");
        sound(office);
        office.locator("input[name=present]").first().check();
        office.locator("form[action$='/attendance'] button[type=submit]").click();
        office.locator("input[name=result][value=approved]").check();
        office.locator("input[name=consensus]").check();
        office.locator("form[action$='/decisions'] textarea[lang=ja]").fill("締結を認める");
        office.locator("form[action$='/decisions'] button[type=submit]").click();
        assertThat(office.locator("article")).containsText("D-");
        return address;
    }

    private static void follow(Page office, Page executive, String meeting, String closed) {
        office.navigate(meeting);
        office.locator("form[action$='/actions']")
                .evaluate("f => f.closest('details').open = true");
        office.locator("#actionJa").fill("進捗を報告する");
        office.locator("#owner").selectOption(new SelectOption().setIndex(4));
        office.locator("#dueOn").fill(LocalDate.now(Dates.zone()).plusDays(30).toString());
        office.locator("form[action$='/actions'] button[type=submit]").click();
        office.locator("form[action$='/minutes/draft'] button").click();
        assertThat(office.locator("#minutesJa"))
                .hasValue(java.util.regex.Pattern.compile("締結を認める[\\s\\S]*進捗を報告する"));
        assertThat(office.locator("#minutesEn"))
                .hasValue(java.util.regex.Pattern.compile("By consensus"));
        sound(office);
        office.locator("form[action$='/minutes/approve'] button").click();
        assertThat(office.locator(".badge").first()).containsText(closed);
        sound(office);
        boolean found = false;
        for (Page owner : new Page[] {office, executive}) {
            owner.navigate("/tasks");
            if (owner.locator("a[href^='/tasks/actions/']").count() > 0) {
                owner.locator("a[href^='/tasks/actions/']").first().click();
                sound(owner);
                owner.locator(".form-actions button[type=submit]").click();
                owner.waitForURL("**/tasks");
                found = true;
                break;
            }
        }
        assertThat(found).as("the corrective action is somebody's task").isTrue();
        office.navigate(meeting);
        assertThat(office.locator("section[aria-labelledby=actions-heading] .badge")).hasCount(1);
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
