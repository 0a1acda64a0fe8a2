package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.resolver.Hints;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Two releases after each other, and what people said in between.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistryImportTests extends ApplicationTest {
    private static final String BRIDGE = "0aaaaaa11";
    private static final String ENDED = "0bbbbbb22";
    private static final String CHINESE = "0cccccc33";
    private static final String NEW = "0dddddd44";

    @TempDir private static Path folder;

    @Autowired private Registry registry;
    @Autowired private Organizations organizations;
    @Autowired private Aliases aliases;
    @Autowired private Successions successions;
    @Autowired private Recognition recognition;
    @Autowired private Jobs jobs;

    @Test
    @Order(1)
    void theFirstReleaseComesInAndBrokenRecordsAreSkipped() throws IOException {
        Path file =
                new InventedRegistry()
                        .related(
                                BRIDGE,
                                "active",
                                "JP",
                                InventedRegistry.relation("child", CHINESE),
                                "display:en:Aobano Bridge University",
                                "label:ja:青葉野架橋大学",
                                "acronym::ABU")
                        .broken("{\"id\":\"https://ror.org/0xxxxxx99\",\"names\":[]}")
                        .broken("{ this is no JSON }")
                        .related(
                                ENDED,
                                "inactive",
                                "JP",
                                InventedRegistry.relation("successor", BRIDGE),
                                "display:en:Old Bridge College",
                                "label:ja:旧架橋専門学校")
                        .add(
                                CHINESE,
                                "active",
                                "CN",
                                "display:en:Qiaoliang University",
                                "label:zh:桥梁大学")
                        .add(BRIDGE, "active", "JP", "display:en:Twice")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        Job job = system(() -> registry.importHere(file));
        assertThat(job.problem()).isNull();
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.result()).containsEntry("added", 3).containsEntry("broken", 3);
        RegistryRelease release = system(registry::releases).getFirst();
        assertThat(release.name()).isEqualTo("v2.0");
        assertThat(release.releasedOn()).hasToString("2026-01-10");
        assertThat(system(() -> registry.problems(release.id())))
                .extracting(RegistryChange.Problem::reason)
                .containsExactlyInAnyOrder("status", "syntax", "duplicate");
    }

    @Test
    @Order(2)
    void everyWayToAskFindsIt() {
        for (String typed :
                List.of(
                        "青葉野架橋",
                        "野架",
                        "ABU",
                        "aobano",
                        "Aobano Bridge",
                        BRIDGE,
                        "https://ror.org/" + BRIDGE,
                        BRIDGE + ".example.edu",
                        "https://www." + BRIDGE + ".example.edu/")) {
            assertThat(found(typed)).as(typed).contains("Aobano Bridge University");
        }
        assertThat(found("チャオリャン")).contains("Qiaoliang University");
        assertThat(found("橋梁大学")).contains("Qiaoliang University");
        assertThat(found("野青")).isEmpty();
    }

    @Test
    @Order(3)
    void relationsAndSuccessionsAreThere() {
        OrganizationRef bridge = organizations.findByRor(BRIDGE).orElseThrow();
        assertThat(system(() -> organizations.relations(bridge.id())))
                .singleElement()
                .satisfies(relation -> {
                    assertThat(relation.type()).isEqualTo("child");
                    assertThat(relation.other().rorId()).isEqualTo(CHINESE);
                });
        assertThat(system(() -> successions.of(bridge.id())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.predecessor().rorId()).isEqualTo(ENDED);
                    assertThat(one.source()).isEqualTo("ror");
                });
    }

    @Test
    @Order(4)
    void aDecisionOfAPersonBeatsTheMachine() {
        OrganizationRef bridge = organizations.findByRor(BRIDGE).orElseThrow();
        String text = "架け橋大学校";
        assertThat(resolve(text, null).certainty()).isNotEqualTo(Certainty.CERTAIN);
        office(() -> {
            recognition.confirm(text, "JP", bridge.id());
            return true;
        });
        assertThat(resolve(text, "JP").accepted()).contains(bridge);
        assertThat(resolve(text, "JP").suggestions().getFirst().decided()).isTrue();
        assertThat(resolve(text, "FR").certainty()).isNotEqualTo(Certainty.CERTAIN);
        assertThat(found(text)).contains("Aobano Bridge University");
        office(() -> {
            recognition.confirmNone("Old Bridge College", null);
            return true;
        });
        assertThat(resolve("Old Bridge College", null).certainty()).isEqualTo(Certainty.NONE);
        office(() -> {
            recognition.forget("Old Bridge College", null);
            return true;
        });
        assertThat(resolve("Old Bridge College", null).suggestions()).isNotEmpty();
    }

    @Test
    @Order(5)
    void aNameOfTheOfficeIsShownAndKnown() {
        OrganizationRef chinese = organizations.findByRor(CHINESE).orElseThrow();
        office(() -> {
            aliases.add(chinese.id(), "橋梁大学(中国)", "ja", "label", "homepage");
            return true;
        });
        OrganizationName added =
                system(() -> aliases.of(chinese.id())).stream()
                        .filter(name -> name.source().equals("office"))
                        .findFirst()
                        .orElseThrow();
        office(() -> aliases.prefer(added.id()));
        assertThat(organizations.get(chinese.id()).label(Locale.JAPANESE)).isEqualTo("橋梁大学(中国)");
        assertThat(resolve("橋梁大学(中国)", "CN").accepted().map(OrganizationRef::id))
                .contains(chinese.id());
    }

    @Test
    @Order(6)
    void theNextReleaseTellsWhatChangedAndKeepsWhatPeopleSaid() throws IOException {
        Path file =
                new InventedRegistry()
                        .related(
                                BRIDGE,
                                "active",
                                "JP",
                                InventedRegistry.relation("child", CHINESE),
                                "display:en:Aobano University of Bridges",
                                "label:ja:青葉野架橋大学",
                                "acronym::ABU")
                        .add(
                                CHINESE,
                                "withdrawn",
                                "CN",
                                "display:en:Qiaoliang University",
                                "label:zh:桥梁大学")
                        .add(NEW, "active", "DE", "display:de:Brückenhochschule Neustadt")
                        .write(folder, "v2.1-2026-02-10-ror-data.json");
        Job job = system(() -> registry.importHere(file));
        assertThat(job.result())
                .containsAllEntriesOf(
                        Map.of(
                                "added",
                                1,
                                "changed",
                                1,
                                "withdrawn",
                                1,
                                "missing",
                                1,
                                "unchanged",
                                0));
        RegistryRelease release = system(registry::releases).getFirst();
        assertThat(system(() -> registry.changes(release.id(), "changed", 0, 10)))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.fields())
                                .extracting(RegistryChange.Field::name)
                                .containsExactly("name", "names"));
        assertThat(system(() -> registry.changes(release.id(), "missing", 0, 10)))
                .singleElement()
                .satisfies(change -> assertThat(change.organization().rorId()).isEqualTo(ENDED));
        OrganizationRef bridge = organizations.findByRor(BRIDGE).orElseThrow();
        assertThat(system(() -> aliases.of(bridge.id())))
                .anySatisfy(name -> {
                    assertThat(name.value()).isEqualTo("Aobano Bridge University");
                    assertThat(name.current()).isFalse();
                });
        assertThat(organizations.findByRor(CHINESE).orElseThrow().label(Locale.JAPANESE))
                .isEqualTo("橋梁大学(中国)");
        assertThat(resolve("架け橋大学校", "JP").accepted()).contains(bridge);
        assertThat(found("架け橋大学")).contains("Aobano University of Bridges");
        assertThat(found("bruckenhoch")).contains("Brückenhochschule Neustadt");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> resolve("Brückenhochschule Neustadt", "DE").accepted().isPresent());
    }

    @Test
    @Order(7)
    void theSameReleaseAgainChangesNothing() throws IOException {
        Path same = folder.resolve("v2.1-2026-02-10-ror-data.json");
        assertThat(system(() -> registry.importHere(same)).result())
                .containsAllEntriesOf(
                        Map.of("added", 0, "changed", 0, "withdrawn", 0, "unchanged", 3));
    }

    @Test
    @Order(8)
    void aCancelledImportGoesOnWhereItStopped() throws IOException {
        Path file =
                new InventedRegistry()
                        .many(30_000)
                        .broken("{}")
                        .write(folder, "v2.2-2026-03-10-ror-data.jsonl.gz");
        Job job =
                system(() -> {
                    Job started = registry.start(file, false);
                    jobs.cancel(started.id());
                    return started;
                });
        await().atMost(Duration.ofSeconds(60)).until(() -> jobs.get(job.id()).state().over());
        assertThat(jobs.get(job.id()).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(system(registry::releases).getFirst().state()).isEqualTo("cancelled");
        assertThat(organizations.findByRor("0m0000700")).isEmpty();
        jobs.resume(job.id());
        await().atMost(Duration.ofSeconds(60)).until(() -> jobs.get(job.id()).state().over());
        assertThat(jobs.get(job.id()).result())
                .containsEntry("records", 30_001)
                .containsEntry("added", 30_000)
                .containsEntry("broken", 1);
        assertThat(found("university number 777")).isNotEmpty();
        assertThat(
                        system(() ->
                                organizations.list(
                                        OrganizationFilter.text("university"),
                                        null,
                                        Locale.ENGLISH,
                                        0,
                                        20)))
                .satisfies(page -> {
                    assertThat(page.rows()).hasSize(20);
                    assertThat(page.more()).isTrue();
                });
    }

    @Test
    @Order(9)
    void aFileThatIsNoReleaseIsRefusedWithASentence() throws IOException {
        Path text =
                Files.writeString(
                        folder.resolve("list.json"), "name,country\n", StandardCharsets.UTF_8);
        Job job = system(() -> registry.importHere(text));
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.problem()).isEqualTo("organization.import.not_json");
    }

    private List<String> found(String typed) {
        return system(() -> organizations.search(typed, 20)).stream()
                .map(OrganizationRef::registered)
                .toList();
    }

    private Recognised resolve(String text, @org.jspecify.annotations.Nullable String country) {
        return system(() -> recognition.resolve(text, Hints.country(country)));
    }

    private static <T> T system(Supplier<T> work) {
        return CurrentUser.SYSTEM.call(work);
    }

    private static <T> T office(Supplier<T> work) {
        return CurrentUser.SYSTEM.call(work);
    }
}
