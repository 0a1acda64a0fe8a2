package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What people should not type, and addresses people should not call.
class HostileAgreementPageTests extends ApplicationTest {
    private static final String MARKUP = "\"'><b class=\"planted\" onclick=1>${7*7}{x}</b>";
    private static final String LONG = "架け橋".repeat(20_000);

    @Autowired private Agreements agreements;

    @Test
    void markupIsShownAsText() {
        UUID id = create(content(MARKUP));
        Visitor office = signedInAs("office");
        for (String page :
                List.of(
                        "/agreements",
                        "/agreements?q=planted",
                        "/agreements/" + id,
                        "/agreements/" + id + "/edit",
                        "/agreements/" + id + "/history",
                        "/agreements?q=%22%27%3E%3Cb+class%3Dplanted%3E")) {
            Document shown = office.get(page);
            assertThat(shown.select(".planted, [onclick]")).as(page).isEmpty();
            assertThat(shown.text()).as(page).contains("planted");
        }
    }

    @Test
    void aVeryLongTextIsKeptWholeAndListedShortened() {
        UUID id = create(content(LONG));
        assertThat(signedInAs("office").status("/agreements?sort=-partner")).isEqualTo(200);
        String kept = CurrentUser.SYSTEM.call(() -> agreements.get(id).content().title().ja());
        assertThat(kept).isEqualTo(LONG);
    }

    @Test
    void aSavedViewMayHaveAnyName() {
        create(content("Mihon College"));
        Visitor office = visitor().withoutFollowing();
        office.signIn("office", DemoAccounts.PASSWORD);
        Element form =
                office.get("/agreements?status=unknown")
                        .expectFirst("form[action=/agreements/views]");
        assertThat(
                        office.post(form, Map.of("name", MARKUP, "query", "q={x}%0d%0aX:1"))
                                .statusCode())
                .isEqualTo(302);
        Document after = office.get("/agreements");
        assertThat(after.select(".planted")).isEmpty();
        assertThat(after.text()).contains("planted");
    }

    @Test
    void aMemberChangesNothingOfAnotherUnitWhateverIsPosted() {
        UUID id = create(content("Mihon University"));
        Visitor member = signedInAs("member");
        Element form = member.get("/agreements/new").expectFirst("form[action=/agreements/new]");
        for (String address : List.of("/edit", "/end", "/reopen")) {
            form.attr("action", "/agreements/" + id + address);
            assertThat(
                            member.post(
                                            form,
                                            Map.of(
                                                    "party0Text",
                                                    "Forged",
                                                    "on",
                                                    "2026-01-01",
                                                    "version",
                                                    "0"))
                                    .statusCode())
                    .as(address)
                    .isEqualTo(403);
        }
    }

    private UUID create(AgreementContent content) {
        return CurrentUser.SYSTEM.call(() -> agreements.create(content));
    }

    private static AgreementContent content(String text) {
        Bilingual both = new Bilingual(text, text);
        AgreementContent plain =
                AgreementContent.of(
                        Level.UNIVERSITY,
                        List.of("academic"),
                        Term.UNKNOWN,
                        List.of(new Party(null, text, text, null, text, null, text)),
                        List.of(new HomeUnit(null, text, HomeUnit.Role.RESPONSIBLE)));
        return new AgreementContent(
                both,
                plain.level(),
                plain.kinds(),
                plain.visibility(),
                false,
                plain.term(),
                null,
                plain.parties(),
                plain.homeUnits(),
                List.of(),
                List.of(),
                List.of(),
                both);
    }
}
