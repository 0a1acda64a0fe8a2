package org.kakehashi.proposal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.support.BrowserTest;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// A new user takes a proposal from the first page of its form to the signature in a real browser,
/// by the processes of three universities, in both languages; refused once by name on the way.
class ProposalBrowserTests extends BrowserTest {
    @Autowired DSLContext jooq;
    @Autowired Guidelines guidelines;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Users users;
    @Autowired Units units;
    @Autowired Proposals proposals;
    @Autowired Agreements agreements;
    @Autowired DueDiligence diligence;

    private ProposalWorld world;
    private final Map<String, UUID> published = new HashMap<>();
    private final Map<String, Page> windows = new HashMap<>();

    @BeforeAll
    void inForce() {
        world = new ProposalWorld(jooq, guidelines, processes, cases, users, units);
        world.guideline();
        for (String example : new String[] {"tokyo-university", "hokkaido", "tottori"}) {
            published.put(example, world.process(example));
            for (String language : new String[] {"ja", "en"}) {
                // all before the first search: the picker finds what came past the product later
                cleared(world.institution(partner(example, language)));
            }
        }
    }

    private static String partner(String process, String language) {
        return "Lakeside Institute " + process + " " + language;
    }

    @ParameterizedTest
    @CsvSource({
        "tokyo-university, ja, 1280, 第4条, 5年を超えています, 締結",
        "tokyo-university, en, 390, Article 4, longer than 5 years, Signed",
        "hokkaido, ja, 390, 第4条, 5年を超えています, 締結",
        "hokkaido, en, 1280, Article 4, longer than 5 years, Signed",
        "tottori, ja, 1280, 第4条, 5年を超えています, 締結",
        "tottori, en, 390, Article 4, longer than 5 years, Signed"
    })
    void aNewUserGoesFromTheIdeaToTheSignature(
            String process, String language, int width, String rule, String why, String signed) {
        String name = partner(process, language);
        Page page = window(language, "member");
        page.setViewportSize(width, 844);
        page.navigate("/proposals");
        page.locator("a[href='/proposals/new']").first().click();
        assertAccessible(page);
        page.locator("#partner").pressSequentially(name);
        page.locator("[role=option]")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        page.locator("#degrees").selectOption("doctoral");
        send(page);
        assertAccessible(page);
        send(page);
        page.locator("input[name=level][value=university]").check();
        page.locator("input[name=purposes][value=exchange]").check();
        page.locator("input[name=kinds][value=student_exchange]").check();
        page.locator("#unit").selectOption(world.unit("ENG").toString());
        page.locator("input[name=units][value='" + world.unit("SCI") + "']").check();
        page.locator("#responsible").fill("Prof. Mihon");
        page.locator("#reasonJa").fill("学生を毎年2名交換する。");
        assertAccessible(page);
        send(page);
        page.locator("input[name=term][value=years]").check();
        page.locator("#years").fill("10");
        page.locator("input[name=renewal][value=by_evaluation]").check();
        page.locator("input[name=languages][value=en]").check();
        page.locator("input[name=burden][value=no]").check();
        page.locator("input[name=students][value=no]").check();
        assertAccessible(page);
        send(page);
        assertFits(page);
        submit(page, process);
        assertThat(page.locator(".problems")).containsText(rule);
        assertThat(page.locator(".problems")).containsText(why);
        assertAccessible(page);
        page.locator("li[data-verdict=fail] a[href$='/edit/conditions']").first().click();
        page.locator("#years").fill("5");
        send(page);
        submit(page, process);
        assertThat(page.locator(".problems")).hasCount(0);
        String address = page.url();
        review(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)), language);
        page.navigate(address + "/signing");
        assertThat(page.locator("#signatures")).isVisible();
        int rows = page.locator("input[id^=who]").count();
        page.locator("#side" + (rows - 1)).selectOption("partner");
        page.locator("#role" + (rows - 1)).fill("President");
        page.locator("#who" + (rows - 1)).fill("A. Example");
        page.locator("#on" + (rows - 1)).fill(LocalDate.now(Dates.zone()).minusDays(1).toString());
        assertAccessible(page);
        assertFits(page);
        page.locator(".form-actions button.primary").click();
        assertThat(page.locator(".badge").first()).containsText(signed);
        page.locator("main .flash a[href^='/agreements/']").click();
        assertThat(page.locator("main")).containsText("Lakeside Institute");
        assertThat(page.locator("main")).containsText("A. Example");
    }

    private void cleared(UUID partner) {
        CurrentUser.SYSTEM.run(() ->
                diligence.record(
                        new Examination(
                                partner,
                                Examination.State.CLEARED,
                                LocalDate.now(Dates.zone()),
                                null,
                                null,
                                new Bilingual(null, null),
                                Examination.Visibility.MEMBERS,
                                null)));
    }

    private static void send(Page page) {
        page.locator(".form-actions button.primary").click();
    }

    private void submit(Page page, String process) {
        page.locator("input[name=process][value='" + published.get(process) + "']").check();
        page.locator("form[action$='/submit'] button[type=submit]").click();
    }

    /// One window a person and language, signed in once.
    private Page window(String language, String login) {
        return windows.computeIfAbsent(language + login, any -> openSignedIn(language, login));
    }

    /// Whoever holds the open step acts on the page of the case, until it is over.
    private void review(UUID proposal, String language) {
        for (int i = 0; i < 12; i++) {
            ReviewCase one =
                    CurrentUser.SYSTEM.call(() -> cases.about("proposal", proposal)).orElseThrow();
            if (one.openSteps().isEmpty()) {
                assertThat(one.state().status().over()).isTrue();
                return;
            }
            var step = one.openSteps().getFirst();
            String login =
                    java.util.List.of("office", "executive", "member").stream()
                            .filter(who ->
                                    world.person(who)
                                            .call(() -> cases.actor(one, step))
                                            .isPresent())
                            .findFirst()
                            .orElseThrow();
            Page page = window(language, login);
            page.navigate("/reviews/" + one.id());
            Locator form = page.locator("form[action$='/steps/" + step.id() + "']");
            form.locator("input[type=checkbox][name^=check-]").all().forEach(Locator::check);
            form.locator("[name^=evidence-]").all().forEach(field -> field.fill("paper 1"));
            form.locator(
                            "input[name=outcome][value='"
                                    + step.kind().outcomes().getFirst().code()
                                    + "']")
                    .check();
            form.locator("button[type=submit]").click();
            page.waitForLoadState();
        }
    }

    private static void assertFits(Page page) {
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as("too wide: " + page.url()).isLessThanOrEqualTo(0);
    }
}
