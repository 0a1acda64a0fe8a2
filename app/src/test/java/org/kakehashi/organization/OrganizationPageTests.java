package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class OrganizationPageTests extends ApplicationTest {
    @TempDir private static Path folder;

    @Autowired private Organizations organizations;

    private OrganizationRef bridge;
    private OrganizationRef other;

    @BeforeAll
    void importByPage() throws IOException {
        Path file =
                new InventedRegistry()
                        .add(
                                "0aaaaaa11",
                                "active",
                                "JP",
                                "display:en:Aobano Bridge University",
                                "label:ja:青葉野架橋大学")
                        .add("0bbbbbb22", "inactive", "FR", "display:fr:Université du Pont")
                        .broken("{}")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        Visitor office = signedInAs("office");
        Document page = office.get("/organizations/registry");
        office.upload(
                page.expectFirst("form[enctype]"),
                "file",
                "v2.0-2026-01-10-ror-data.zip",
                Files.readAllBytes(file),
                Map.of());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> organizations.findByRor("0bbbbbb22").isPresent());
        bridge = organizations.findByRor("0aaaaaa11").orElseThrow();
        other = organizations.findByRor("0bbbbbb22").orElseThrow();
    }

    @Test
    void theRegistryPageShowsReleaseAndBrokenRecords() {
        Visitor member = signedInAs("member");
        Document page = member.get("/organizations/registry");
        assertThat(page.select("#releases tbody tr")).hasSize(1);
        assertThat(page.select("form[enctype]")).isEmpty();
        String release = page.expectFirst("#releases tbody a").attr("href");
        assertThat(member.get(release + "?kind=broken").select("#problems tbody tr")).hasSize(1);
    }

    @Test
    void aSearchAnswersOnlyItsResultsWhileTyping() {
        Document page = signedInAs("member").get("/organizations?q=架橋");
        assertThat(page.select("#organizations tbody tr")).hasSize(1);
        assertThat(page.select("#organizations tbody a").attr("href")).isEqualTo(bridge.href());
    }

    @ParameterizedTest
    @CsvSource({
        "country=FR, false, true",
        "status=inactive, false, true",
        "type=education, true, true",
        "type=company, false, false",
        "origin=local, false, false",
        "q=pont&country=JP, false, false",
        "country=FR&country=JP&sort=-name, true, true",
    })
    void filtersNarrowTheListDown(String query, boolean japanese, boolean french) {
        Document page = signedInAs("executive").get("/organizations?" + query);
        assertThat(page.select("h1").text()).isEqualTo("Organizations");
        assertThat(page.select("#organizations a[href=" + bridge.href() + "]"))
                .hasSize(japanese ? 1 : 0);
        assertThat(page.select("#organizations a[href=" + other.href() + "]"))
                .hasSize(french ? 1 : 0);
    }

    @Test
    void thePickerAnswersInTheReadersLanguage() {
        Visitor member = signedInAs("member");
        String answer =
                new String(
                        member.reads("ja").download("/organizations/suggestions?q=aobano").body(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(answer).contains(bridge.id().toString()).contains("青葉野架橋大学").contains("日本");
    }

    @Test
    void theProfileSaysWhatIsKnownAndFromWhere() {
        Document page = signedInAs("member").reads("ja").get(bridge.href());
        assertThat(page.select("h1").text()).contains("青葉野架橋大学");
        assertThat(page.select("dl.facts").text()).contains("ROR v2.0").contains("0aaaaaa11");
        assertThat(page.select("#names tbody tr")).hasSize(2);
        assertThat(page.select("main form[method=post]")).isEmpty();
        assertThat(signedInAs("member").get(bridge.href() + "/map").select("svg path"))
                .isNotEmpty();
    }

    @Test
    void theOfficeEntersAndChangesAnOrganizationWithHistory() {
        Visitor office = signedInAs("office");
        Document form = office.get("/organizations/new?name=Pontoon+Academy");
        Document profile =
                office.submit(
                        form.expectFirst("main form[method=post]"),
                        Map.of(
                                "nameJa",
                                "浮橋学院",
                                "country",
                                "KR",
                                "latitude",
                                "37.5",
                                "longitude",
                                "127"));
        assertThat(profile.select("h1").text()).contains("Pontoon Academy");
        String edit = profile.expectFirst("a[href$=/edit]").attr("href");
        Document stale = office.get(edit);
        Document changed =
                office.submit(
                        office.get(edit).expectFirst("main form[method=post]"),
                        Map.of("nameEn", "Pontoon University"));
        assertThat(changed.select(".history").text())
                .contains("Pontoon Academy")
                .contains("Pontoon University")
                .contains("office");
        assertThat(
                        office.post(
                                        stale.expectFirst("main form[method=post]"),
                                        Map.of("nameEn", "Mine"))
                                .statusCode())
                .isEqualTo(409);
        assertThat(office.get("/organizations?q=浮橋").select("#organizations tbody tr")).hasSize(1);
    }

    @Test
    void anEmptyFormSaysWhatIsMissing() {
        Visitor office = signedInAs("office");
        var answer =
                office.post(
                        office.get("/organizations/new").expectFirst("main form[method=post]"),
                        Map.of("website", "javascript:alert(1)", "latitude", "200"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("at least one language").contains("between -90 and 90");
    }

    @Test
    void namesUnitsAndSuccessionsAreKept() {
        Visitor office = signedInAs("office");
        Document profile = office.get(other.href());
        profile =
                office.submit(
                        profile.expectFirst("form[action$=/names]"),
                        Map.of("value", "ポン大学", "language", "ja", "kind", "label"));
        assertThat(profile.select("#names").text()).contains("ポン大学").contains("office");
        profile = office.submit(profile.expectFirst("form[action$=/preference]"), Map.of());
        assertThat(organizations.get(other.id()).name().ja()).isEqualTo("ポン大学");
        profile =
                office.submit(
                        profile.expectFirst("form[action$=/successions]"),
                        Map.of(
                                "successor",
                                bridge.id().toString(),
                                "succession",
                                "merge",
                                "happened",
                                "平成16年4月"));
        assertThat(profile.text()).contains("2004-04");
        Document unit = office.get(other.href() + "/units/new");
        profile =
                office.submit(
                        unit.expectFirst("main form[method=post]"),
                        Map.of("nameEn", "Faculty of Arches"));
        assertThat(profile.text()).contains("Faculty of Arches");
        assertThat(signedInAs("admin").get("/audit").text())
                .contains("Alias added")
                .contains("Succession recorded")
                .contains("Partner faculty entered");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200, 403, 200",
        "office, 200, 200, 200",
        "member, 200, 403, 403",
        "executive, 200, 403, 403",
    })
    void eachRoleMayDoWhatItMay(String login, int read, int edit, int importing) {
        Visitor visitor = signedInAs(login);
        for (String path :
                new String[] {
                    "/organizations",
                    bridge.href(),
                    "/organizations/suggestions?q=bridge",
                    "/organizations/registry"
                }) {
            assertThat(visitor.status(path)).as(path).isEqualTo(read);
        }
        assertThat(visitor.status("/organizations/new")).isEqualTo(edit);
        assertThat(visitor.status(bridge.href() + "/units/new")).isEqualTo(edit);
        assertThat(visitor.get("/organizations/registry").select("form[enctype]").isEmpty())
                .isEqualTo(importing != 200);
    }

    @Test
    void thePublicMustSignIn() {
        assertThat(visitor().get("/organizations").select("form[action=/sign-in]")).hasSize(1);
        assertThat(visitor().get(bridge.href()).select("form[action=/sign-in]")).hasSize(1);
    }
}
