package org.kakehashi.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class DueDiligencePageTests extends ApplicationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Autowired DSLContext jooq;
    @Autowired DueDiligence door;

    private String page = "";
    private UUID organization = new UUID(0, 0);

    @BeforeEach
    void institution() {
        organization =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "Institute of Examples")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
        page = "/organizations/" + organization;
    }

    @ParameterizedTest
    @CsvSource({"ja, 条件付き, 期限切れ", "en, Cleared with conditions, Expired"})
    void aStatementShowsOnTheProfileAndTheGateRestsOnIt(
            String language, String state, String expired) {
        Visitor office = signedInAs("office").reads(language);
        assertThat(door.gate(organization, DAY).why()).isEqualTo("compliance.gate.unknown");
        record(office, "conditional", "2026-04-01", "2026-05-31");
        assertThat(office.get(page).select("main").text()).contains(state, expired);
        assertThat(door.gate(organization, DAY).open()).isTrue();
        assertThat(door.gate(organization, DAY.plusYears(1)).why())
                .isEqualTo("compliance.gate.expired");
        assertThat(door.gate(organization, DAY.minusDays(1)).open()).isFalse();
        record(office, "refused", "2026-06-01", "");
        assertThat(door.gate(organization, DAY.plusYears(1)).why())
                .isEqualTo("compliance.gate.refused");
        assertThat(office.get(page + "/due-diligence").select("tbody tr")).hasSize(2);
    }

    @Test
    void findingsAreSeenByThoseNamedOnly() {
        record(signedInAs("office").reads("en"), "cleared", "2026-04-01", "");
        assertThat(signedInAs("executive").get(page).select("main").text()).contains("秘密の所見");
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.get(page).select("main").text())
                .contains("Cleared")
                .doesNotContain("秘密の所見");
        assertThat(member.get(page + "/due-diligence").text()).doesNotContain("秘密の所見");
        assertThat(member.get(page + "/due-diligence").select("main form")).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsRecorded() {
        Visitor office = signedInAs("office").reads("en");
        Document again = record(office, "", "2026-13-01", "2020-01-01");
        assertThat(again.select(".problems").text()).contains("Choose a state", "Type a day");
        assertThat(again.expectFirst("#noteJa").text()).isEqualTo("秘密の所見");
        assertThat(record(office, "cleared", "2026-04-01", "2026-03-31").select(".problems").text())
                .contains("cannot expire before");
        assertThat(record(office, "cleared", "2199-04-01", "").select(".problems").text())
                .contains("cannot lie ahead");
        assertThat(door.gate(organization, DAY).latest()).isNull();
    }

    private Document record(Visitor office, String state, String on, String until) {
        Element form = office.get(page + "/due-diligence").expectFirst("main form[method=post]");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", state);
        fields.put("on", on);
        fields.put("until", until);
        fields.put("noteJa", "秘密の所見");
        fields.put("visibility", "restricted");
        return office.submit(form, fields);
    }
}
