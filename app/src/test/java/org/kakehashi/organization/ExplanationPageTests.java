package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.resolver.Hints;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The page that explains a recognition, decisions made there, and that they outlast new releases.
class ExplanationPageTests extends ApplicationTest {
    private static final String JAPANESE = "0aaaaaa11";
    private static final String AMERICAN = "0bbbbbb22";
    private static final String ENDED = "0cccccc33";
    private static final String PARTED = "0eeeeee55";
    private static final String NORTH = "0ffffff66";
    private static final String SOUTH = "0gggggg77";

    @TempDir private static Path folder;

    @Autowired private Registry registry;
    @Autowired private Organizations organizations;
    @Autowired private Recognition recognition;
    @Autowired private OpenRegistry openRegistry;

    @BeforeAll
    void fill() throws IOException {
        release("v2.0-2026-01-10-ror-data.zip", registry());
    }

    private static InventedRegistry registry() {
        return new InventedRegistry()
                .add(
                        JAPANESE,
                        "active",
                        "JP",
                        "display:en:Aobano Bridge University",
                        "label:ja:青葉野架橋大学")
                .add(AMERICAN, "active", "US", "display:en:Aobano Bridge University")
                .related(
                        ENDED,
                        "inactive",
                        "JP",
                        InventedRegistry.relation("successor", JAPANESE),
                        "display:en:Old Bridge College",
                        "label:ja:旧架橋専門学校")
                .related(
                        PARTED,
                        "inactive",
                        "JP",
                        InventedRegistry.relation("successor", NORTH)
                                .replace("]", ",")
                                .concat(InventedRegistry.relation("successor", SOUTH).substring(1)),
                        "display:en:Lakeside Twin University",
                        "label:ja:湖畔双子大学")
                .add(NORTH, "active", "JP", "display:en:North Shore College", "label:ja:北岸大学")
                .add(SOUTH, "active", "JP", "display:en:South Shore College", "label:ja:南岸大学");
    }

    private void release(String name, InventedRegistry records) throws IOException {
        Path file = records.write(folder, name);
        CurrentUser.SYSTEM.run(() -> assertThat(registry.importHere(file).problem()).isNull());
    }

    @Test
    void aNamesakeIsExplainedWithWhatWouldDecideIt() {
        Document page = explained("en", "text=Aobano+Bridge+University");
        assertThat(page.select(".candidate")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.select("#pieces mark").text()).startsWith("Aobano Bridge University");
        assertThat(page.text())
                .contains("To be decided")
                .contains("2 organizations fit equally well")
                .contains("Stating Japan as country or region: certainly");
    }

    @Test
    void theDepartmentIsSplitOffAndTheRegistryNamed() {
        Document page = explained("ja", "text=青葉野架橋大学大学院工学研究科&country=JP");
        assertThat(page.select("#pieces mark").text()).startsWith("青葉野架橋大学");
        assertThat(page.select("dl.facts").text())
                .contains("大学院工学研究科")
                .contains("ROR v2.0")
                .contains("確実");
        assertThat(page.select("main form[method=post]")).as("a member may not decide").isEmpty();
    }

    @Test
    void aDecisionIsMadeSeenOutlastsAReleaseAndIsTakenBack() throws IOException {
        Visitor office = signedInAs("office");
        Document page = office.get("/organizations/recognition?text=Blue+Leaf+Bridge&country=JP");
        assertThat(page.text()).contains("No institution was recognised");
        String japanese = organizations.findByRor(JAPANESE).orElseThrow().id().toString();
        Document decided =
                office.submit(
                        page.expectFirst("form[action$=decision]"),
                        Map.of("organization", japanese, "decision", "choose"));
        assertThat(decided.text())
                .contains("A colleague decided earlier")
                .contains("Without what colleagues decided and added");
        release(
                "v2.1-2026-02-10-ror-data.zip",
                registry().add("0dddddd44", "active", "JP", "display:en:Blue Leaf Bridge"));
        await().atMost(Duration.ofSeconds(30)).until(() -> asked().registry().equals("v2.1"));
        Recognised again = asked();
        assertThat(again.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(again.suggestions().getFirst().organization().rorId()).isEqualTo(JAPANESE);
        assertThat(again.suggestions().getFirst().decided()).isTrue();
        Document later = office.get("/organizations/recognition?text=Blue+Leaf+Bridge&country=JP");
        Document taken =
                office.submit(
                        later.select("form[action$=decision]").last(),
                        Map.of("decision", "forget"));
        assertThat(taken.text()).contains("taken back by office");
        assertThat(asked().suggestions())
                .extracting(one -> String.valueOf(one.organization().rorId()))
                .contains("0dddddd44");
    }

    @Test
    void whatNoSearchFindsTheResolverMayKnow() {
        Visitor member = signedInAs("member");
        String typed = encoded("Dept. of Bridges, Aobano Bridge University, Japan");
        assertThat(member.get("/organizations?q=" + typed).text())
                .contains("Perhaps one of these is meant");
        assertThat(
                        new String(
                                member.download("/organizations/suggestions?q=" + typed).body(),
                                StandardCharsets.UTF_8))
                .contains(organizations.findByRor(JAPANESE).orElseThrow().id().toString());
        assertThat(member.get("/search?q=" + typed).select("main").text())
                .contains("Aobano Bridge University");
    }

    @Test
    void anUndatedSuccessionOfTheRegistryIsDatedByTheOffice() {
        Visitor office = signedInAs("office");
        String ended = organizations.findByRor(ENDED).orElseThrow().href();
        Document page = office.get(ended);
        var form = page.select("form:has(input[id^=happened-])").first();
        assertThat(form).isNotNull();
        Document dated =
                office.submit(form, Map.of("happened", "2020-04-01", "succession", "merge"));
        assertThat(dated.text()).contains("Merged, 2020-04-01");
        assertThat(dated.select("form:has(input[id^=happened-])")).isEmpty();
    }

    @Test
    void whereSeveralContinueAnOrganizationAPersonIsAskedWhichOne() {
        Document page = explained("en", "text=Lakeside+Twin+University");
        assertThat(page.select(".candidate strong").eachText())
                .containsExactly(
                        "Lakeside Twin University", "North Shore College", "South Shore College");
        assertThat(page.text())
                .contains("To be decided")
                .contains("2 organizations continue it; please say which one is meant")
                .contains("One of those that continue Lakeside Twin University");
        assertThat(picked("en", "Lakeside Twin"))
                .contains("North Shore College")
                .contains("South Shore College")
                .contains("continues Lakeside Twin University");
        assertThat(picked("ja", "湖畔双子")).contains("北岸大学").contains("湖畔双子大学を承継");
    }

    @Test
    void aSplitDatedByTheOfficeCountsFromThatDay() {
        Visitor office = signedInAs("office");
        for (int dated = 0; dated < 2; dated++) {
            Document page = office.get(organizations.findByRor(PARTED).orElseThrow().href());
            office.submit(
                    page.expectFirst("form:has(input[id^=happened-])"),
                    Map.of("happened", "2021-04-01", "succession", "split"));
        }
        Document today = explained("ja", "text=湖畔双子大学");
        assertThat(today.text())
                .contains("湖畔双子大学を承継した機関の一つ（2021-04-01から）")
                .contains("2021年4月1日より前の日付についての記載の場合: 確実に湖畔双子大学");
        assertThat(explained("en", "text=湖畔双子大学&date=2021-03-31").text()).contains("Certain");
        assertThat(explained("en", "text=湖畔双子大学&date=2021-04-01").text()).contains("To be decided");
        assertThat(explained("en", "text=湖畔双子大学&date=soon").text())
                .contains("“soon” cannot be read");
        assertThat(
                        CurrentUser.SYSTEM.call(
                                () -> openRegistry.index().resolve("湖畔双子大学").candidates()))
                .as("what the office knows is not published")
                .noneMatch(one -> one.evidence().toString().contains("2021"));
    }

    private String picked(String language, String typed) {
        return new String(
                signedInAs("member")
                        .reads(language)
                        .download("/organizations/suggestions?q=" + encoded(typed))
                        .body(),
                StandardCharsets.UTF_8);
    }

    private Recognised asked() {
        return CurrentUser.SYSTEM.call(
                () -> recognition.resolve("Blue Leaf Bridge", Hints.country("JP")));
    }

    private Document explained(String language, String query) {
        return signedInAs("member").reads(language).get("/organizations/recognition?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
