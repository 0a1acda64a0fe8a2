package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.resolver.Hints;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// An organization of our own appears in the registry: linked, everything follows; undone,
/// everything goes back.
class LinkPageTests extends ApplicationTest {
    private static final String RECORD = "0aaaaaa11";

    @TempDir private static Path folder;

    @Autowired private Registry registry;
    @Autowired private Organizations organizations;
    @Autowired private Recognition recognition;
    @Autowired private Aliases aliases;
    @Autowired private Links links;

    @Test
    void linkedEverythingFollowsAndUndoneItGoesBack() throws IOException {
        OrganizationRef local =
                CurrentUser.SYSTEM.call(() -> {
                    OrganizationRef made =
                            organizations.createLocal(
                                    LocalOrganization.of(
                                            new Bilingual("青葉野架橋大学", "Aobano Bridge University"),
                                            new Country("JP")));
                    recognition.confirm("Bridge people", null, made.id());
                    return made;
                });
        Path file =
                new InventedRegistry()
                        .add(RECORD, "active", "JP", "display:en:Aobano Bridge University")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        CurrentUser.SYSTEM.run(() -> assertThat(registry.importHere(file).problem()).isNull());
        OrganizationRef record = organizations.findByRor(RECORD).orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> CurrentUser.SYSTEM.call(() -> links.suggestion(local)).isPresent());
        Visitor office = signedInAs("office");
        Document page = office.get(local.href());
        assertThat(page.text()).contains("The registry now seems to have this institution");
        Document linked = office.submit(page.expectFirst("form[action$=link]"), Map.of());
        assertThat(linked.location()).endsWith(record.href());
        assertThat(linked.text()).contains("Formerly our own record");
        assertThat(linked.select("#names").text()).contains("青葉野架橋大学", "Bridge people");
        assertThat(means("Bridge people")).isEqualTo(record);
        assertThat(means("青葉野架橋大学")).isEqualTo(record);
        assertThat(office.get(local.href()).text()).contains("This institution is in the registry");
        assertThat(office.get("/organizations?q=Aobano").select("#organizations tbody tr"))
                .hasSize(1);
        assertThat(signedInAs("member").get(record.href()).select("form[action$=removal]"))
                .isEmpty();
        Document undone = office.submit(linked.expectFirst("form[action*=/links/]"), Map.of());
        assertThat(undone.location()).endsWith(local.href());
        assertThat(means("Bridge people")).isEqualTo(local);
        assertThat(office.get(record.href()).select("#names").text())
                .doesNotContain("Bridge people");
        assertThat(CurrentUser.SYSTEM.call(() -> aliases.of(record.id())))
                .as("nothing is forgotten")
                .anyMatch(name -> name.value().equals("Bridge people") && !name.current());
        assertThat(office.get("/organizations?q=Aobano").select("#organizations tbody tr"))
                .hasSize(2);
    }

    private OrganizationRef means(String text) {
        return CurrentUser.SYSTEM
                .call(() -> recognition.resolve(text, Hints.none()))
                .accepted()
                .orElseThrow();
    }
}
