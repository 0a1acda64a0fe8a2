package org.kakehashi.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.interchange.Program.encoded;
import static org.kakehashi.interchange.Program.valid;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Job;
import org.kakehashi.organization.InventedRegistry;
import org.kakehashi.organization.Registry;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The way OpenRefine goes from the address a person typed: everything else it asks for stands in
/// the manifest, and is followed from there, with the parameters OpenRefine adds.
class OpenRefinePageTests extends ApplicationTest {
    private static final String BRIDGE = "0eeeeee55";
    private static final String ENDED = "0ffffff66";

    @TempDir private static Path folder;

    @Autowired private Registry registry;

    private Program program;
    private JsonNode manifest;

    @BeforeAll
    void fill() throws IOException {
        Path file =
                new InventedRegistry()
                        .add(
                                BRIDGE,
                                "active",
                                "JP",
                                "display:en:Minase Bridge University",
                                "label:ja:水無瀬架橋大学")
                        .related(
                                ENDED,
                                "inactive",
                                "JP",
                                InventedRegistry.relation("successor", BRIDGE),
                                "display:en:Minase Technical College")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        Job job = CurrentUser.SYSTEM.call(() -> registry.importHere(file));
        assertThat(job.problem()).isNull();
        program = new Program(address());
        manifest = valid(program.get("/en/reconcile?_=1700000000000"), "0.2/manifest");
    }

    @Test
    void whatABrowserAddsToTheAddressDoesNotMatter() {
        HttpResponse<String> answer =
                program.get("/en/reconcile?callback=jQuery360_1&_=1700000000001");
        assertThat(valid(answer, "0.2/manifest")).isEqualTo(manifest);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void typesAreGuessedFromTheFirstCells() {
        JsonNode answer =
                reconciled(
                        """
                        {"q0": {"query": "水無瀬架橋大学", "limit": 3},
                         "q1": {"query": "Minase Technical College", "limit": 3}}\
                        """);
        for (String question : List.of("q0", "q1")) {
            JsonNode best = answer.path(question).path("result").get(0);
            assertThat(best.path("type").get(0).path("id").asString()).isEqualTo("education");
            assertThat(best.path("type").get(0).path("name").asString()).isNotEmpty();
        }
    }

    @Test
    void cellsAreReconciledInBatchesWithOtherColumnsAsProperties() {
        JsonNode answer =
                reconciled(
                        """
                        {"q0": {"query": "Minase Bridge University", "type": "education",
                                "type_strict": "should",
                                "properties": [{"pid": "country", "v": "Japan"},
                                               {"pid": "established", "v": 1950}]},
                         "q1": {"query": "Minase Bridge University", "type": "education",
                                "type_strict": "should",
                                "properties": [{"pid": "successor",
                                                "v": {"id": "%s", "name": "x"}}]},
                         "q2": {"query": ""}}\
                        """
                                .formatted(BRIDGE));
        JsonNode best = answer.path("q0").path("result").get(0);
        assertThat(best.path("id").asString()).isEqualTo(BRIDGE);
        assertThat(best.path("match").isBoolean()).isTrue();
        assertThat(best.path("match").asBoolean()).isTrue();
        assertThat(best.path("score").isNumber()).isTrue();
        assertThat(answer.path("q1").path("result")).isNotEmpty();
        assertThat(answer.path("q2").path("result")).isEmpty();
    }

    @Test
    void aCellIsSearchedForByHandWithCursorAndFlyout() {
        JsonNode entity = manifest.path("suggest").path("entity");
        String found =
                place(entity, "service_url", "service_path")
                        + "?prefix=minase&type=education&type_strict=any&cursor=0&_=17";
        JsonNode first = valid(program.get(found), "0.2/suggest-entities");
        assertThat(ids(first)).contains(BRIDGE, ENDED);
        JsonNode rest =
                valid(program.get(found.replace("cursor=0", "cursor=1")), "0.2/suggest-entities");
        assertThat(ids(rest)).hasSize(1).doesNotContain(ids(first).getFirst());
        String flyout = entity.path("flyout_service_path").asString().replace("${id}", BRIDGE);
        String base = entity.path("flyout_service_url").asString(service(entity));
        assertThat(valid(program.get(path(base) + flyout), "0.2/flyout").path("html").asString())
                .contains("Minase");
    }

    @Test
    void typesAndPropertiesAreChosenFromLists() {
        for (String what : List.of("type", "property")) {
            JsonNode list = manifest.path("suggest").path(what);
            String prefix = what.equals("type") ? "educ" : "count";
            JsonNode found =
                    valid(
                            program.get(
                                    place(list, "service_url", "service_path")
                                            + "?prefix="
                                            + prefix
                                            + "&cursor=0"),
                            what.equals("type") ? "0.2/suggest-types" : "0.2/suggest-properties");
            assertThat(ids(found)).as(what).isNotEmpty();
        }
    }

    @Test
    void aCandidateIsPreviewedInAFrame() {
        JsonNode preview = manifest.path("preview");
        HttpResponse<String> page =
                program.get(path(preview.path("url").asString().replace("{{id}}", BRIDGE)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *");
        assertThat(Jsoup.parse(page.body()).select("script")).isEmpty();
        assertThat(Jsoup.parse(page.body()).text()).contains("Minase Bridge University");
        assertThat(preview.path("width").asInt()).isPositive();
        assertThat(preview.path("height").asInt()).isPositive();
    }

    @Test
    void reconciledCellsGiveColumns() {
        JsonNode propose = manifest.path("extend").path("propose_properties");
        JsonNode proposed =
                valid(
                        program.get(
                                place(propose, "service_url", "service_path")
                                        + "?type=education&limit=5"),
                        "0.2/properties");
        assertThat(proposed.path("properties")).hasSize(5);
        JsonNode answer =
                valid(
                        program.form(
                                "/en/reconcile",
                                Map.of(
                                        "extend",
                                        """
                                        {"ids": ["%s", "%s"],
                                         "properties": [{"id": "label_ja", "settings": {}},
                                                        {"id": "successor"}]}\
                                        """
                                                .formatted(BRIDGE, ENDED))),
                        "0.2/extension");
        assertThat(answer.path("rows").path(BRIDGE).path("label_ja").get(0).path("str").asString())
                .isEqualTo("水無瀬架橋大学");
        assertThat(answer.path("rows").path(ENDED).path("successor").get(0).path("id").asString())
                .isEqualTo(BRIDGE);
    }

    private JsonNode reconciled(String queries) {
        JsonNode posted =
                valid(program.form("/en/reconcile", Map.of("queries", queries)), "0.2/results");
        assertThat(valid(program.get("/en/reconcile?queries=" + encoded(queries)), "0.2/results"))
                .isEqualTo(posted);
        return posted;
    }

    private String place(JsonNode service, String url, String path) {
        return path(service.path(url).asString() + service.path(path).asString());
    }

    private static String service(JsonNode service) {
        return service.path("service_url").asString();
    }

    /// All the manifest names stands at the address it was fetched from.
    private String path(String url) {
        assertThat(url).startsWith(address());
        return url.substring(address().length());
    }

    private static List<String> ids(JsonNode result) {
        List<String> ids = new ArrayList<>();
        result.path("result").forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }
}
