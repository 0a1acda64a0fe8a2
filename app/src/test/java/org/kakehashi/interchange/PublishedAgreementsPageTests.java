package org.kakehashi.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.interchange.Program.valid;
import static org.kakehashi.schema.agreement.Tables.PARTIES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.InventedRegistry;
import org.kakehashi.organization.Links;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Registry;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Agreements in the data extension: what is public and in force, and nothing else, also once our
/// own record of a partner has been linked to the registry's. And what happens to who asks too
/// much.
@TestPropertySource(properties = "kakehashi.reconcile.questions-per-minute=40")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishedAgreementsPageTests extends ApplicationTest {
    private static final String RECORD = "0aaaaaa11";
    private static final String EXTEND =
            """
            {"ids": ["0aaaaaa11"], "properties": [{"id": "agreements"}, {"id": "agreement_kind"}]}
            """;

    @TempDir private static Path folder;

    @Autowired private Agreements agreements;
    @Autowired private Units units;
    @Autowired private Users users;
    @Autowired private DSLContext jooq;
    @Autowired private Registry registry;
    @Autowired private Organizations organizations;
    @Autowired private Links links;

    private UUID local;

    @BeforeAll
    void fill() throws IOException {
        new SampleAgreements(agreements, units, users, jooq).fill();
        Path file =
                new InventedRegistry()
                        .add(RECORD, "active", "CN", "display:en:Tsinghua University")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        CurrentUser.SYSTEM.run(() -> assertThat(registry.importHere(file).problem()).isNull());
        local =
                jooq.select(ORGANIZATIONS.ID)
                        .from(ORGANIZATIONS)
                        .where(
                                ORGANIZATIONS
                                        .NAME_EN
                                        .eq("Tsinghua University")
                                        .and(ORGANIZATIONS.ORIGIN.eq("local")))
                        .fetchSingle()
                        .value1();
    }

    @Test
    @Order(1)
    void onlyPublicAgreementsInForceAreTold() {
        assertThat(told().path("agreements")).as("those of our own record are not").isEmpty();
        UUID record = organizations.findByRor(RECORD).orElseThrow().id();
        int parties = parties(local);
        assertThat(parties).as("most of them not public").isGreaterThan(3);

        CurrentUser.SYSTEM.run(() -> links.link(local, record));
        assertThat(parties(record)).as("the parties follow").isEqualTo(parties);
        assertThat(parties(local)).isZero();
        assertThat(told().path("agreements").get(0).path("int").asInt()).isEqualTo(1);

        CurrentUser.SYSTEM.run(() -> links.undo(links.of(local).getFirst().id()));
        assertThat(parties(local)).as("and go back").isEqualTo(parties);
        assertThat(told().path("agreements")).isEmpty();
    }

    @Test
    @Order(2)
    void whoAsksTooMuchIsToldWhenToComeAgain() {
        Program program = new Program(address());
        String ten =
                "{\"a\":{\"query\":\"A\"},\"b\":{\"query\":\"B\"},\"c\":{\"query\":\"C\"},\"d\":{\"query\":\"D\"},\"e\":{\"query\":\"E\"},\"f\":{\"query\":\"F\"},\"g\":{\"query\":\"G\"},\"h\":{\"query\":\"H\"},\"i\":{\"query\":\"I\"},\"j\":{\"query\":\"J\"}}";
        HttpResponse<String> answer = program.form("/en/reconcile", Map.of("queries", ten));
        for (int i = 0; i < 5 && answer.statusCode() == 200; i++) {
            answer = program.form("/en/reconcile", Map.of("queries", ten));
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d?");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(program.get("/en/reconcile").statusCode())
                .as("the manifest is free")
                .isEqualTo(200);
    }

    private JsonNode told() {
        return valid(
                        new Program(address()).form("/en/reconcile", Map.of("extend", EXTEND)),
                        "0.2/extension")
                .path("rows")
                .path(RECORD);
    }

    private int parties(UUID organization) {
        return jooq.fetchCount(PARTIES, PARTIES.ORGANIZATION_ID.eq(organization));
    }
}
