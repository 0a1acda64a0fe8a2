package org.kakehashi.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.interchange.Program.encoded;
import static org.kakehashi.interchange.Program.valid;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Job;
import org.kakehashi.organization.InventedRegistry;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.kakehashi.organization.Registry;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The open reconciliation service in both versions, as programs ask it.
class ReconcilePageTests extends ApplicationTest {
    private static final String BRIDGE = "0aaaaaa11";
    private static final String ENDED = "0bbbbbb22";
    private static final String FRENCH = "0cccccc33";
    private static final String NAMESAKE = "0dddddd44";

    @TempDir private static Path folder;

    @Autowired private Registry registry;
    @Autowired private Organizations organizations;
    @Autowired private Recognition recognition;

    private Program program;

    @BeforeAll
    void fill() throws IOException {
        Path file =
                new InventedRegistry()
                        .related(
                                BRIDGE,
                                "active",
                                "JP",
                                InventedRegistry.relation("child", FRENCH),
                                "display:en:Aobano Bridge University",
                                "label:ja:青葉野架橋大学",
                                "alias:en:Aobano College",
                                "acronym::ABU")
                        .related(
                                ENDED,
                                "inactive",
                                "JP",
                                InventedRegistry.relation("successor", BRIDGE),
                                "display:en:Old Bridge College",
                                "label:ja:旧架橋専門学校")
                        .add(FRENCH, "active", "FR", "display:fr:Université du Pont")
                        .add(NAMESAKE, "active", "US", "display:en:Aobano Bridge University")
                        .write(folder, "v2.0-2026-01-10-ror-data.zip");
        Job job = CurrentUser.SYSTEM.call(() -> registry.importHere(file));
        assertThat(job.problem()).isNull();
        CurrentUser.SYSTEM.run(() -> {
            var own =
                    organizations.createLocal(
                            LocalOrganization.of(
                                    new Bilingual("内緒の研究所", "Secret Institute"), null));
            recognition.confirm("Secret nickname", null, own.id());
            recognition.confirm(
                    "Inner nickname", null, organizations.findByRor(FRENCH).orElseThrow().id());
        });
        program = new Program(address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reconcile", "/ja/reconcile", "/en/reconcile", "/reconcile/"})
    void theManifestIsAsTheProtocolSays(String path) {
        JsonNode manifest = valid(program.get(path), "0.2/manifest");
        assertThat(manifest.path("identifierSpace").asString()).isEqualTo("https://ror.org/");
        assertThat(manifest.path("batchSize").asInt()).isEqualTo(50);
        assertThat(manifest.path("extend").path("property_settings")).hasSize(2);
    }

    @Test
    void theLanguageIsThePathsOrTheProgramsOwn() {
        assertThat(valid(program.get("/ja/reconcile"), "0.2/manifest").path("name").asString())
                .contains("機関名");
        assertThat(
                        valid(
                                        program.get(
                                                "/reconcile", "Accept-Language", "en-GB, ja;q=0.5"),
                                        "0.2/manifest")
                                .path("name")
                                .asString())
                .contains("Institutions");
        HttpResponse<String> answer = program.get("/en/reconcile", "Accept-Language", "ja");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(
                        valid(answer, "0.2/manifest")
                                .path("suggest")
                                .path("entity")
                                .path("service_url")
                                .asString())
                .isEqualTo(address() + "/en/reconcile");
    }

    @Test
    void aBatchIsAnsweredKeyByKeyByGetAndByPost() {
        String queries =
                """
                {"q0": {"query": "青葉野架橋大学"},
                 "q1": {"query": "Aobano Bridge University", "type": "education", "type_strict": "any",
                        "properties": [{"pid": "country", "v": "Japan"}]},
                 "q2": {"query": "Aobano Bridge University", "limit": 2},
                 "q3": {"query": "Nowhere at all"}}\
                """;
        JsonNode posted =
                valid(program.form("/en/reconcile", Map.of("queries", queries)), "0.2/results");
        JsonNode got =
                valid(program.get("/en/reconcile?queries=" + encoded(queries)), "0.2/results");
        assertThat(got).isEqualTo(posted);
        assertThat(matched(posted.path("q0"))).containsExactly(BRIDGE);
        assertThat(matched(posted.path("q1"))).containsExactly(BRIDGE);
        assertThat(ids(posted.path("q2"))).contains(BRIDGE, NAMESAKE);
        assertThat(matched(posted.path("q2"))).as("two of one name").isEmpty();
        assertThat(posted.path("q3").path("result")).isEmpty();
        JsonNode best = posted.path("q1").path("result").get(0);
        assertThat(best.path("score").asDouble()).isBetween(1.0, 100.0);
        assertThat(best.path("features")).isNotEmpty();
        assertThat(best.path("description").asString()).contains("Japan").contains("青葉野架橋大学");
    }

    @Test
    void typesAndIdentifiersNarrowDown() {
        String queries =
                """
                {"type": {"query": "青葉野架橋大学", "type": ["company"], "type_strict": "all"},
                 "soft": {"query": "青葉野架橋大学", "type": ["company"], "type_strict": "should"},
                 "any": {"query": "青葉野架橋大学", "type": "organization"},
                 "address": {"query": "https://ror.org/%1$s"},
                 "id": {"query": "%1$s"},
                 "property": {"query": "something else", "properties": [{"pid": "ror", "v": {"id": "%1$s", "name": "x"}}]},
                 "only": {"properties": [{"pid": "isni", "v": ["0000 0000"]}, {"pid": "unheard of", "v": 7}]},
                 "domain": {"query": "Aobano Bridge University", "properties": [{"pid": "email", "v": "a@%1$s.example.edu"}]}}\
                """
                        .formatted(BRIDGE);
        JsonNode answer =
                valid(program.form("/reconcile", Map.of("queries", queries)), "0.2/results");
        assertThat(ids(answer.path("type"))).isEmpty();
        assertThat(ids(answer.path("soft"))).containsExactly(BRIDGE);
        assertThat(matched(answer.path("soft"))).isEmpty();
        assertThat(matched(answer.path("any"))).containsExactly(BRIDGE);
        assertThat(matched(answer.path("address"))).containsExactly(BRIDGE);
        assertThat(matched(answer.path("id"))).containsExactly(BRIDGE);
        assertThat(matched(answer.path("property"))).containsExactly(BRIDGE);
        assertThat(ids(answer.path("domain"))).first().isEqualTo(BRIDGE);
    }

    @Test
    void onlyWhatIsPublicIsTold() {
        String queries =
                """
                {"own": {"query": "Secret Institute"}, "ja": {"query": "内緒の研究所"},
                 "alias": {"query": "Secret nickname"}, "inner": {"query": "Inner nickname"}}\
                """;
        JsonNode answer =
                valid(program.form("/reconcile", Map.of("queries", queries)), "0.2/results");
        assertThat(answer.toString()).doesNotContain("Secret Institute", "内緒", "human_decision");
        assertThat(matched(answer.path("inner"))).isEmpty();
        assertThat(
                        valid(
                                        program.get("/reconcile/suggest/entity?prefix=Secret"),
                                        "0.2/suggest-entities")
                                .path("result"))
                .isEmpty();
    }

    @Test
    void peopleAreHelpedWhileTyping() {
        assertThat(
                        ids(
                                valid(
                                        program.get("/ja/reconcile/suggest/entity?prefix=aoba"),
                                        "0.2/suggest-entities")))
                .contains(BRIDGE, NAMESAKE);
        assertThat(
                        ids(
                                valid(
                                        program.get("/reconcile/suggest/entity?prefix=" + BRIDGE),
                                        "0.2/suggest-entities")))
                .containsExactly(BRIDGE);
        assertThat(
                        ids(
                                valid(
                                        program.get(
                                                "/reconcile/suggest/entity?prefix=aoba&cursor=2"),
                                        "0.2/suggest-entities")))
                .isEmpty();
        assertThat(
                        ids(
                                valid(
                                        program.get("/en/reconcile/suggest/property?prefix=coun"),
                                        "0.2/suggest-properties")))
                .contains("country");
        assertThat(
                        ids(
                                valid(
                                        program.get(
                                                "/ja/reconcile/suggest/type?prefix="
                                                        + encoded("教育")),
                                        "0.2/suggest-types")))
                .containsExactly("education");
        for (String what : List.of("entity?id=" + BRIDGE, "property?id=isni", "type?id=company")) {
            assertThat(
                            valid(program.get("/en/reconcile/flyout/" + what), "0.2/flyout")
                                    .path("html")
                                    .asString())
                    .contains("<strong>");
        }
    }

    @Test
    void reconciledRecordsGiveMoreColumns() {
        JsonNode proposed =
                valid(
                        program.get("/en/reconcile/properties?type=education&limit=4"),
                        "0.2/properties");
        assertThat(proposed.path("properties")).hasSize(4);
        String extend =
                """
                {"ids": ["%s", "https://ror.org/%s", "0zzzzzz99", "nonsense"],
                 "properties": [{"id": "label_ja"}, {"id": "label_en"}, {"id": "country"},
                   {"id": "type", "settings": {"form": "code"}}, {"id": "status"}, {"id": "successor"},
                   {"id": "isni"}, {"id": "website"}, {"id": "domain"}, {"id": "latitude"},
                   {"id": "established"}, {"id": "alias", "settings": {"limit": "1"}}, {"id": "agreements"},
                   {"id": "no_such"}]}\
                """
                        .formatted(BRIDGE, ENDED);
        JsonNode answer =
                valid(program.form("/en/reconcile", Map.of("extend", extend)), "0.2/extension");
        assertThat(answer.path("meta")).hasSize(14);
        JsonNode bridge = answer.path("rows").path(BRIDGE);
        assertThat(bridge.path("label_ja").get(0).path("str").asString()).isEqualTo("青葉野架橋大学");
        assertThat(bridge.path("country").get(0).path("str").asString()).isEqualTo("Japan");
        assertThat(bridge.path("type").get(0).path("str").asString()).isEqualTo("education");
        assertThat(bridge.path("established").get(0).path("int").asInt()).isEqualTo(1950);
        assertThat(bridge.path("latitude").get(0).path("float").asDouble()).isEqualTo(38.25);
        assertThat(bridge.path("alias")).hasSize(1);
        assertThat(bridge.path("agreements")).as("none public: unknown, not zero").isEmpty();
        JsonNode ended = answer.path("rows").path("https://ror.org/" + ENDED);
        assertThat(ended.path("successor").get(0).path("id").asString()).isEqualTo(BRIDGE);
        assertThat(ended.path("status").get(0).path("str").asString()).isEqualTo("Ended");
        assertThat(answer.path("rows").path("nonsense").path("label_ja")).isEmpty();
        assertThat(valid(program.get("/en/reconcile?extend=" + encoded(extend)), "0.2/extension"))
                .isEqualTo(answer);
    }

    @Test
    void onlyThePreviewMayBeFramed() {
        HttpResponse<String> preview = program.get("/ja/reconcile/preview?id=" + BRIDGE);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(preview.body()).select("h1").text()).isEqualTo("青葉野架橋大学");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *")
                .contains("default-src 'none'");
        assertThat(preview.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(
                        program.get("/reconcile")
                                .headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                .contains("frame-ancestors 'none'");
        HttpResponse<String> none = program.get("/en/reconcile/preview?id=0zzzzzz99");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(none.body()).select("h1").text()).isEqualTo("No such record");
    }

    @Test
    void otherOriginsMayAskBeforehand() {
        HttpResponse<String> answer = program.preflight("/reconcile/v1/match");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
    }

    @Test
    void theDraftOfTheNextVersionStandsBesideIt() {
        JsonNode manifest = valid(program.get("/en/reconcile/v1"), "1.0-draft/manifest");
        assertThat(manifest.path("standardizedScore").asBoolean()).isTrue();
        JsonNode answer =
                valid(
                        program.json(
                                "/en/reconcile/v1/match",
                                """
                                {"queries": [
                                 {"type": "education", "limit": 3, "lang": "en", "conditions": [
                                   {"matchType": "name", "propertyValue": "Aobano Bridge University"},
                                   {"matchType": "property", "propertyId": "country", "propertyValue": "日本", "required": true}]},
                                 {"conditions": [
                                   {"matchType": "name", "propertyValue": "Aobano Bridge University"},
                                   {"matchType": "property", "propertyId": "country", "propertyValue": ["JP", "FR"], "matchQuantifier": "none"}]},
                                 {"conditions": [{"matchType": "id", "propertyValue": "%s"}]}]}\
                                """
                                        .formatted(FRENCH)),
                        "1.0-draft/results");
        assertThat(candidates(answer, 0)).containsExactly(BRIDGE);
        assertThat(candidates(answer, 1)).containsExactly(NAMESAKE);
        assertThat(candidates(answer, 2)).containsExactly(FRENCH);
        assertThat(
                        ids(
                                valid(
                                        program.get(
                                                "/en/reconcile/v1/suggest/entity?prefix=aoba&limit=1&offset=1"),
                                        "1.0-draft/suggest-entities")))
                .hasSize(1);
        valid(program.get("/reconcile/v1/suggest/property"), "1.0-draft/suggest-properties");
        valid(program.get("/reconcile/v1/suggest/type?prefix="), "1.0-draft/suggest-types");
        valid(program.get("/reconcile/v1/extend/propose?type=company"), "1.0-draft/properties");
        JsonNode extended =
                valid(
                        program.json(
                                "/ja/reconcile/v1/extend",
                                """
                                {"ids": ["%s"], "properties": [{"id": "label_ja"}, {"id": "successor"}, {"id": "status"}]}\
                                """
                                        .formatted(ENDED)),
                        "1.0-draft/extension");
        JsonNode properties = extended.path("rows").get(0).path("properties");
        assertThat(properties.get(0).path("values").get(0).path("lang").asString()).isEqualTo("ja");
        assertThat(properties.get(1).path("values").get(0).path("name").asString())
                .isEqualTo("青葉野架橋大学");
        assertThat(program.get("/en/reconcile/v1/preview?id=" + BRIDGE).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaidAsAProblem() {
        refuses(program.form("/en/reconcile", Map.of("queries", "not json")), 400);
        refuses(program.form("/en/reconcile", Map.of("queries", "{\"q0\": {}}")), 400);
        refuses(program.form("/en/reconcile", Map.of("queries", "{\"q0\": {\"query\": 5}}")), 400);
        refuses(program.form("/en/reconcile", Map.of("nothing", "x")), 400);
        refuses(program.form("/en/reconcile", Map.of("extend", "{\"ids\": 1}")), 400);
        refuses(
                program.json("/en/reconcile/v1/match", "{\"queries\": [{\"conditions\": []}]}"),
                400);
        refuses(
                program.json(
                        "/en/reconcile/v1/match",
                        "{\"queries\": [{\"conditions\": [{\"matchType\": \"name\", \"propertyValue\": \"x\", \"matchQualifier\": \"exactMatch\"}]}]}"),
                400);
        refuses(program.json("/en/reconcile/v1/match", "x".repeat(1_100_000)), 413);
        refuses(program.get("/en/reconcile/preview"), 400);
        refuses(program.get("/en/reconcile/flyout/property?id=nothing"), 404);
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 51; i++) {
            many.append(i == 0 ? "" : ",").append("\"q" + i + "\":{\"query\":\"x\"}");
        }
        refuses(program.form("/en/reconcile", Map.of("queries", many + "}")), 413);
        assertThat(program.get("/reconcile/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theGuideShowsTheAddress() {
        assertThat(visitor().get("/public/reconciliation").text())
                .contains(address() + "/reconcile")
                .contains("label_ja");
        assertThat(signedInAs("member").reads("ja").get("/public/reconciliation").text())
                .contains("機関名の照合サービス");
    }

    private static void refuses(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"").doesNotContain("interchange.");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("result").valueStream().map(one -> one.path("id").asString()).toList();
    }

    private static List<String> matched(JsonNode answer) {
        return answer.path("result")
                .valueStream()
                .filter(one -> one.path("match").asBoolean())
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static List<String> candidates(JsonNode answer, int at) {
        return answer.path("results")
                .get(at)
                .path("candidates")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }
}
