package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Two people change the same agreement: nothing either of them typed is lost.
class AgreementMeanwhilePageTests extends ApplicationTest {
    @Autowired private Agreements agreements;
    @Autowired private Units units;

    @Test
    void theSecondIsToldWhatChangedAndKeepsWhatWasTyped() {
        UUID id = CurrentUser.SYSTEM.call(() -> agreements.create(content()));
        Visitor first = signedInAs("office");
        Visitor second = signedInAs("admin");
        var opened = first.get("/agreements/" + id + "/edit").expectFirst("main form");
        Visitor late = signedInAs("office");
        var slow = late.get("/agreements/" + id + "/edit").expectFirst("main form");
        first.submit(opened, Map.of("titleEn", "Changed by the first"));

        var response = late.post(slow, Map.of("titleJa", "後の人の題名"));
        assertThat(response.statusCode()).isEqualTo(409);
        var answer = org.jsoup.Jsoup.parse(response.body(), address());
        assertThat(answer.select("#meanwhile tbody tr")).hasSize(1);
        assertThat(answer.select("#meanwhile").text()).contains("Changed by the first");
        assertThat(answer.expectFirst("#titleJa").val()).isEqualTo("後の人の題名");
        assertThat(agreements(id).title()).isEqualTo(new Bilingual("題名", "Changed by the first"));

        late.submit(answer.expectFirst("main form"), Map.of("titleEn", "Changed by the first"));
        assertThat(agreements(id).title())
                .isEqualTo(new Bilingual("後の人の題名", "Changed by the first"));
        assertThat(second.status("/agreements/" + id)).isEqualTo(200);
    }

    private AgreementContent agreements(UUID id) {
        return CurrentUser.SYSTEM.call(() -> agreements.get(id).content());
    }

    private AgreementContent content() {
        AgreementContent plain =
                AgreementContent.of(
                        AgreementContent.Level.UNIVERSITY,
                        List.of(),
                        Term.UNKNOWN,
                        List.of(Party.written("Somewhere College", null)),
                        List.of(
                                HomeUnit.responsible(
                                        units.findByNameOrCode("ENG").orElseThrow().id())));
        return new AgreementContent(
                new Bilingual("題名", "Title"),
                plain.level(),
                plain.kinds(),
                plain.visibility(),
                plain.proposed(),
                plain.term(),
                null,
                plain.parties(),
                plain.homeUnits(),
                List.of(),
                List.of(),
                List.of(),
                plain.notes());
    }
}
