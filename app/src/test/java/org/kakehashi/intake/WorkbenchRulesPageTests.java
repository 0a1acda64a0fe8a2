package org.kakehashi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the workbench refuses, asks and takes back.
class WorkbenchRulesPageTests extends WorkbenchTest {
    @Test
    void whatWasNeverReadCannotBeStored() {
        var office = signedInAs("office");
        var layout =
                layout(
                        office,
                        upload(
                                office,
                                "未読.csv",
                                InventedLists.cp932(
                                        InventedLists.HEADER,
                                        "ベトナム,ミドク虚構大学,情報科学研究科,2021/4/1,2026/3/31,2,2"),
                                ""));
        String here = layout.expectFirst("form[action$=/layout]").attr("action");
        String base = here.substring(0, here.lastIndexOf('/'));
        var form = layout.expectFirst("form[action$=/layout]");
        for (String step : List.of("/comparison", "/commit")) {
            form.attr("action", base + step);
            assertThat(office.submit(form, Map.of()).text())
                    .contains("Nothing of this list has been read yet");
        }
        assertThat(office.get(base).text()).doesNotContain("new, 0 changed");
        assertThat(agreements("ミドク虚構大学")).isZero();
    }

    @Test
    void aRowThatIsGoneEndsItsAgreementWhenThePersonSaysSo() {
        var office = signedInAs("office");
        String stays = "ベトナム,ノコル虚構大学,情報科学研究科,2021/4/1,,2,2";
        String goes = "ベトナム,オワル虚構大学,情報科学研究科,2020/4/1,,2,2";
        commit(
                office,
                review(
                        office,
                        "今年.csv",
                        InventedLists.cp932(InventedLists.HEADER, stays, goes),
                        ""));
        var next = review(office, "来年.csv", InventedLists.cp932(InventedLists.HEADER, stays), "");
        var missing = office.get(next.select(".tabs a").get(2).attr("href"));
        assertThat(missing.select("#review").text()).contains("オワル虚構大学");
        assertThat(ended("オワル虚構大学")).isZero();
        var form = missing.expectFirst("form[action$=/review]");
        var ticked =
                office.submit(
                        form, Map.of("taken", missing.expectFirst("input[name=taken]").val()));
        commit(office, ticked);
        assertThat(ended("オワル虚構大学")).isEqualTo(1);
        assertThat(ended("ノコル虚構大学")).isZero();
    }

    private int ended(String name) {
        return jooq.fetchSingle(
                        "select count(*)::int from agreement.agreements a join agreement.parties p on p.agreement_id = a.id where p.name_written = ? and a.ended_reason is not null",
                        name)
                .get(0, Integer.class);
    }

    @Test
    void anAgreementEnteredByHandWithAnUnrecognisedPartnerIsNotDoubled() {
        var office = signedInAs("office");
        String row = "ベトナム,テガキ虚構大学,情報科学研究科,2021/4/1,2026/3/31,2,2";
        commit(
                office,
                review(office, "手書き.csv", InventedLists.cp932(InventedLists.HEADER, row), ""));
        // as if a person had typed it: nothing remembers the list
        jooq.execute("delete from intake.sources");
        var again =
                review(
                        office,
                        "別の一覧.csv",
                        InventedLists.cp932(InventedLists.HEADER, row, row.replace("テガキ", "ベツノ")),
                        "");
        assertThat(tab(again, 0)).isEqualTo(1);
        commit(office, again);
        assertThat(agreements("テガキ虚構大学")).isEqualTo(1);
    }

    @Test
    void undoTakesTheAliasesBackIfAsked() {
        var office = signedInAs("office");
        byte[] list =
                InventedLists.cp932(
                        InventedLists.HEADER, "ベトナム,ワスレル虚構大学,情報科学研究科,2021/4/1,2026/3/31,2,2");
        var queue = read(office, layout(office, upload(office, "別名.csv", list, "")));
        var local = office.get(queue.expectFirst("a[data-key=l]").attr("href"));
        queue = office.submit(local.expectFirst("form[action$=/organization]"), Map.of());
        var done = commit(office, compare(office, queue));
        assertThat(done.text()).contains("stays");
        var undone =
                office.submit(done.expectFirst("form[action$=/undo]"), Map.of("forget", "true"));
        assertThat(undone.text()).contains("undone by office");
        assertThat(
                        jooq.fetchSingle(
                                        "select count(*)::int from organization.decisions where text = 'ワスレル虚構大学' and revoked_at is null")
                                .get(0, Integer.class))
                .isZero();
    }

    @Test
    void theLandingPageOfTheOfficeShowsWhatWaits() {
        var office = signedInAs("office");
        layout(
                office,
                upload(
                        office,
                        "途中の一覧.csv",
                        InventedLists.cp932(
                                InventedLists.HEADER,
                                "ベトナム,トチュウ虚構大学,情報科学研究科,2021/4/1,2026/3/31,2,2"),
                        ""));
        assertThat(office.get("/").select("#imports").text()).contains("途中の一覧.csv");
        assertThat(signedInAs("executive").get("/").select("#imports")).isEmpty();
    }

    @Test
    void aFormThatIsTooLargeGetsOurOwnPage() {
        var office = signedInAs("office");
        var form = office.get("/intake").expectFirst("form[action=/intake/files]");
        for (var words :
                Map.of("en", "larger than this server accepts", "ja", "上限を超えています").entrySet()) {
            var page = office.reads(words.getKey()).post(form, Map.of("unit", "x".repeat(3 << 20)));
            assertThat(page.statusCode()).isEqualTo(413);
            assertThat(page.body()).contains(words.getValue()).contains("<main");
        }
    }

    @Test
    void aFileNameMayHoldAnything() {
        var office = signedInAs("office");
        var refused = upload(office, "a\0b.csv", InventedLists.firstYear(), "");
        assertThat(refused.text())
                .contains("Rename it and choose it again")
                .doesNotContain("Reference");
        var file =
                upload(
                        office,
                        "a\u0007b名.csv",
                        InventedLists.cp932(
                                InventedLists.HEADER,
                                "ベトナム,ナマエ虚構大学,情報科学研究科,2021/4/1,2026/3/31,2,2"),
                        "");
        assertThat(file.title()).doesNotContain("went wrong");
        assertThat(file.text()).contains("ナマエ虚構大学");
    }
}
