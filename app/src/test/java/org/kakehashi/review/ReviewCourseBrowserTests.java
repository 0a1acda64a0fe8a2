package org.kakehashi.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.BrowserTest;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// What does not happen in every case, seen in Chromium: the fast track, a deputy, steps done again
/// because facts changed, reminders and escalation.
class ReviewCourseBrowserTests extends BrowserTest {
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Matters matters;
    @Autowired Bodies bodies;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired Reminders reminders;

    private UUID process;
    private UUID quick;

    @BeforeAll
    void publish() {
        process = published("tokyo-university", "timed", null);
        quick = published("tohoku-strategic-partner", "quick", Condition.parse("units <= 1"));
    }

    private UUID published(String shipped, String code, @Nullable Condition fast) {
        return CurrentUser.SYSTEM.call(() -> {
            UUID example =
                    processes.list().stream()
                            .filter(one -> one.code().equals(shipped))
                            .findFirst()
                            .orElseThrow()
                            .id();
            UUID copy = processes.copy(example, code, new Bilingual("本学の手続", "Ours"));
            ReviewProcess draft = processes.get(copy);
            processes.change(
                    new ReviewProcess(
                            copy,
                            draft.code(),
                            draft.edition(),
                            draft.state(),
                            draft.name(),
                            List.of("matter"),
                            Condition.ALWAYS,
                            fast,
                            null,
                            draft.note(),
                            draft.steps().stream().map(step -> timed(step, fast != null)).toList(),
                            draft.version()));
            processes.publish(copy, processes.get(copy).version());
            return copy;
        });
    }

    private Step timed(Step step, boolean inPerson) {
        UUID office =
                bodies.list().stream()
                        .filter(body -> body.code().equals("international_office"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return new Step(
                step.id(),
                step.code(),
                step.stage(),
                step.kind(),
                step.name(),
                step.body(),
                step.condition(),
                step.kind() == Step.Kind.INFORM ? null : 10,
                step.kind() == Step.Kind.INFORM ? null : 2,
                step.kind() == Step.Kind.INFORM ? null : office,
                inPerson && step.kind() == Step.Kind.DECIDE,
                step.againOn(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"ja, 1280, 簡易手続で審議に付した", "en, 390, Put to review on the fast track"})
    void theFastTrackIsOfferedWhereItIsOpenAndStandsInTheHistory(
            String language, int width, String said) {
        Page office = window(language, "office", width);
        UUID one = matter("One unit " + language, Set.of("ENG"));
        office.navigate("/matters/" + one);
        office.locator("a[href^='/reviews/propose']").click();
        office.locator("input[name=process][value='" + quick + "']").check();
        office.locator("#fast").check();
        sound(office);
        office.locator(".form-actions button[type=submit]").click();
        office.waitForURL(url -> url.matches(".*/reviews/[0-9a-f-]{36}"));
        assertThat(office.locator(".history")).containsText(said);
        sound(office);
        UUID two = matter("Two units " + language, Set.of("ENG", "SCI"));
        office.navigate("/matters/" + two);
        office.locator("a[href^='/reviews/propose']").click();
        assertThat(office.locator("input[name=process][value='" + quick + "']")).hasCount(1);
        assertThat(office.locator("#fast")).hasCount(0);
        sound(office);
    }

    @ParameterizedTest
    @CsvSource({"ja, 1280, の代理, やり直し", "en, 390, instead of, is to be done again"})
    void aDeputyActsAndAChangedFactMakesStepsBeDoneAgain(
            String language, int width, String instead, String again) {
        UUID matter = matter("Deputised " + language, Set.of("ENG", "SCI"));
        UUID id = as("office").call(() -> cases.propose("matter", matter, process, false, null));
        Page executive = window(language, "executive", width);
        executive.navigate("/tasks/deputies");
        sound(executive);
        String member =
                CurrentUser.SYSTEM.call(
                        () -> users.findByLogin("member").orElseThrow().id().toString());
        executive.locator("#to").selectOption(new SelectOption().setValue(member));
        executive.locator("#from").fill(LocalDate.now(Dates.zone()).toString());
        executive.locator("#until").fill(LocalDate.now(Dates.zone()).plusDays(3).toString());
        executive.locator("form[action='/tasks/deputies'] .form-actions button").click();
        assertThat(executive.locator("section[aria-labelledby=mine-heading] form")).hasCount(1);
        sound(executive);

        Page deputy = window(language, "member", width);
        for (int i = 0; i < 2; i++) {
            deputy.navigate("/reviews/" + id);
            deputy.locator("form[action*='/steps/'] input[name=outcome]").first().check();
            deputy.locator("form[action*='/steps/'] button[type=submit]").first().click();
            assertThat(deputy.locator(".problems")).hasCount(0);
        }
        assertThat(deputy.locator(".history")).containsText(instead);
        sound(deputy);
        executive.locator("section[aria-labelledby=mine-heading] form button").click();
        assertThat(executive.locator("section[aria-labelledby=mine-heading] form")).hasCount(0);
        deputy.navigate("/reviews/" + id);
        assertThat(deputy.locator("form[action*='/steps/']")).hasCount(0);

        Page office = window(language, "office", width);
        office.navigate("/matters/" + matter + "/edit");
        String letters = units.findByNameOrCode("LET").orElseThrow().id().toString();
        office.locator("input[name=units][value='" + letters + "']").check();
        office.locator(".form-actions button[type=submit]").click();
        office.navigate("/reviews/" + id);
        assertThat(office.locator(".history")).containsText(again);
        sound(office);
    }

    @ParameterizedTest
    @CsvSource({"ja, 1280, が期限です, を過ぎています", "en, 390, is due on, was due on"})
    void remindersAndEscalationsStandAmongTheNotices(
            String language, int width, String due, String over) {
        UUID matter = matter("Slow " + language, Set.of("ENG", "SCI"));
        as("office").run(() -> cases.propose("matter", matter, process, false, null));
        reminders.runAt(OffsetDateTime.now().plusDays(9));
        reminders.runAt(OffsetDateTime.now().plusDays(12));
        Page executive = window(language, "executive", width);
        executive.navigate("/tasks/notices");
        assertThat(executive.locator("#notices")).containsText("Slow " + language);
        assertThat(executive.locator("#notices")).containsText(due);
        sound(executive);
        Page office = window(language, "office", width);
        office.navigate("/tasks/notices");
        assertThat(office.locator("#notices")).containsText(over);
        sound(office);
    }

    private UUID matter(String title, Set<String> codes) {
        return as("office")
                .call(() ->
                        matters.create(
                                new Matter(
                                        new UUID(0, 0),
                                        new Bilingual(title, title),
                                        new Bilingual(null, null),
                                        "other",
                                        "university",
                                        null,
                                        "no",
                                        Set.copyOf(
                                                codes.stream()
                                                        .map(code ->
                                                                units.findByNameOrCode(code)
                                                                        .orElseThrow()
                                                                        .id())
                                                        .toList()),
                                        "",
                                        null,
                                        0)));
    }

    private CurrentUser as(String login) {
        var user = CurrentUser.SYSTEM.call(() -> users.findByLogin(login).orElseThrow());
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    private Page window(String language, String login, int width) {
        Page page = openSignedIn(language, login);
        page.setViewportSize(width, 844);
        return page;
    }

    private static void sound(Page page) {
        assertThat(seriousViolations(page)).as("axe on " + page.url()).isEmpty();
    }
}
