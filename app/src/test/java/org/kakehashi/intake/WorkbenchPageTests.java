package org.kakehashi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.Organizations;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole flow over HTTP: from a file to stored agreements and back.
class WorkbenchPageTests extends WorkbenchTest {
    @Autowired private Organizations organizations;
    @Autowired private Audit audit;

    @Test
    void aListBecomesAgreementsAndNextYearsListChangesThem() {
        var office = signedInAs("office");
        var file = upload(office, "協定一覧R7.csv", InventedLists.firstYear(), "ENG");
        assertThat(file.text()).contains("windows-31j").contains("架空工科大学");
        var layout = layout(office, file);
        assertThat(layout.select("#records tbody tr")).hasSize(3);
        assertThat(layout.select("#records").text())
                .contains("2018-04-01")
                .contains("Germany")
                .contains("automatic");
        var institutions = read(office, layout);
        assertThat(institutions.select(".queue-list li")).hasSize(3);

        // one is entered as new, one put off; the third stays open
        var queue = institutions;
        var local = office.get(queue.expectFirst("a[data-key=l]").attr("href"));
        queue = office.submit(local.expectFirst("form[action$=/organization]"), Map.of());
        assertThat(queue.select(".queue-list li")).hasSize(2);
        queue =
                office.submit(
                        queue.select("form[action$=/decision]").last(),
                        Map.of("decision", "later"));
        assertThat(queue.select(".queue-list li")).hasSize(1);

        var review = compare(office, queue);
        assertThat(tab(review, 0)).isEqualTo(3);
        var result = commit(office, review);
        assertThat(result.text()).contains("3 new, 0 changed");
        assertThat(agreements("架空工科大学")).isEqualTo(1);
        assertThat(
                        jooq.fetchSingle(
                                        "select count(*)::int from agreement.parties where name_written = '架空工科大学' and organization_id is not null")
                                .get(0, Integer.class))
                .isEqualTo(1);

        // again, under another name: the same file, nothing to do
        var again = upload(office, "renamed.csv", InventedLists.firstYear(), "ENG");
        assertThat(again.text()).contains("stored");
        var same = compare(office, read(office, layout(office, again)));
        assertThat(tab(same, 0)).isZero();
        assertThat(tab(same, 1)).isZero();
        assertThat(tab(same, 3)).isEqualTo(3);
        assertThat(commit(office, same).text()).contains("0 new, 0 changed");
        assertThat(agreements("%")).isEqualTo(3);

        // next year
        var next = review(office, "協定一覧R8.csv", InventedLists.nextYear(), "ENG");
        assertThat(tab(next, 0)).isEqualTo(1);
        assertThat(tab(next, 1)).isEqualTo(1);
        assertThat(tab(next, 2)).isEqualTo(1);
        assertThat(tab(next, 3)).isEqualTo(1);
        var changed = office.get(next.select(".tabs a").get(1).attr("href"));
        assertThat(changed.select("#review del").text()).contains("2028-03-31");
        assertThat(changed.select("#review ins").text()).contains("2033-03-31");
        var missing = office.get(next.select(".tabs a").get(2).attr("href"));
        assertThat(missing.select("#review").text()).contains("ナラカ仮想大学校");
        var stored = commit(office, next);
        assertThat(stored.text()).contains("1 new, 1 changed");
        assertThat(agreements("%")).isEqualTo(4);

        // undo restores what was before
        var undone = office.submit(stored.expectFirst("form[action$=/undo]"), Map.of());
        assertThat(undone.text()).contains("undone by office");
        assertThat(agreements("%")).isEqualTo(3);
        assertThat(
                        jooq.fetch(
                                        "select end_date from agreement.agreements a join agreement.parties p on p.agreement_id = a.id where name_written = '架空工科大学'")
                                .getValues(0)
                                .toString())
                .contains("2028-03-31");
        assertThat(audit.latest(50).stream().map(Audit.Entry::action))
                .contains("intake.committed", "intake.undone", "intake.decided");
    }

    @Test
    void everyRowShowsItsCellsAndWhatCameOfThem() {
        var office = signedInAs("office");
        var review =
                review(
                        office,
                        "出所.csv",
                        InventedLists.cp932(
                                InventedLists.HEADER,
                                "ベトナム,デドコロ虚構大学,情報科学研究科,2021/4/1,2026/3/31,2,2"),
                        "");
        var row = office.get(review.expectFirst("#review tbody a").attr("href"));
        assertThat(row.text()).contains("デドコロ虚構大学").contains("Nothing is stored");
        commit(office, review);
        row = office.get(review.expectFirst("#review tbody a").attr("href"));
        assertThat(row.select("#cells mark").text()).contains("Institution").contains("Start");
        assertThat(row.select("a[href^=/agreements/]")).isNotEmpty();
        assertThat(signedInAs("member").status("/intake/rows/" + id(row.baseUri()))).isEqualTo(403);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void aSavedLayoutIsProposedNextTime() {
        var office = signedInAs("office");
        byte[] first =
                InventedLists.xlsx(
                        List.of(
                                List.of("No.", "甲", "乙", "丙"),
                                List.of("1", "シロカミ虚構大学", "ブラジル", "2020/4/1"),
                                List.of("2", "クロカミ虚構大学", "チリ", "2021/4/1")));
        var layout = layout(office, upload(office, "甲乙丙.xlsx", first, ""));
        var withHeader =
                office.submit(
                        layout.expectFirst("form[action$=/layout]"),
                        Map.of("headerRows", "1", "action", "apply"));
        var saved =
                office.submit(
                        withHeader.expectFirst("form[action$=/layout]"),
                        Map.of(
                                "role.2",
                                "institution",
                                "role.3",
                                "country",
                                "role.4",
                                "start",
                                "profileName",
                                "甲乙丙の一覧",
                                "action",
                                "profile"));
        assertThat(saved.text()).contains("甲乙丙の一覧");
        byte[] second =
                InventedLists.xlsx(
                        List.of(
                                List.of("No.", "甲", "乙", "丙"),
                                List.of("1", "アカガミ虚構大学", "ペルー", "2022/4/1")));
        var proposed = layout(office, upload(office, "甲乙丙2.xlsx", second, ""));
        assertThat(proposed.text()).contains("The saved settings “甲乙丙の一覧”");
        assertThat(proposed.expectFirst("[name=role.4] option[selected]").val()).isEqualTo("start");
    }

    @Test
    void aDecisionHoldsForTheNextList() {
        var office = signedInAs("office");
        var known =
                CurrentUser.SYSTEM.call(() ->
                        organizations.createLocal(
                                LocalOrganization.of(
                                        new Bilingual(null, "Kioku Invented University"),
                                        new Country("FI"))));
        String header = "Country,University,Signed on,Valid until";
        var queue =
                read(
                        office,
                        layout(
                                office,
                                upload(
                                        office,
                                        "a.csv",
                                        utf8(
                                                header,
                                                "Finland,Yliopisto Kioku Keksitty,2020-04-01,2030-03-31"),
                                        "")));
        var search =
                office.submit(
                        queue.expectFirst("form:has(#organization)"),
                        Map.of("organizationText", "Kioku Invented"));
        assertThat(search.select(".candidate").text()).contains("Kioku Invented University");
        office.submit(
                search.expectFirst(".candidate form:has([value=" + known.id() + "])"), Map.of());
        var next =
                read(
                        office,
                        layout(
                                office,
                                upload(
                                        office,
                                        "b.csv",
                                        utf8(
                                                header,
                                                "Finland,Yliopisto Kioku Keksitty,2021-04-01,2031-03-31"),
                                        "")));
        assertThat(next.select(".queue-list li")).isEmpty();
        assertThat(next.text()).contains("No institution is waiting");
    }

    private static byte[] utf8(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void figuresAreStoredAndStoringThemAgainChangesNothing() {
        var office = signedInAs("office");
        byte[] content = utf8("国・地域,学部,修士,博士", "中国,10,25,31", "韓国,4,8,2", "タイ,1,6,3", "ドイツ,0,2,1");
        var layout = layout(office, upload(office, "留学生数.csv", content, ""));
        assertThat(layout.expectFirst("[name=kind] option[selected]").val()).isEqualTo("figures");
        var review = read(office, layout);
        assertThat(tab(review, 0)).isEqualTo(12);
        assertThat(commit(office, review).text()).contains("12 new");
        var again = read(office, layout(office, upload(office, "別名.csv", content, "")));
        assertThat(tab(again, 3)).isEqualTo(12);
    }

    @Test
    void questionsGoBackAsASpreadsheet() {
        var office = signedInAs("office");
        var queue =
                read(
                        office,
                        layout(
                                office,
                                upload(
                                        office,
                                        "質問.csv",
                                        utf8(
                                                "国・地域,大学名,締結日",
                                                "ユメノクニ,モンダイ虚構大学,2020/4/1",
                                                "カナダ,コタエ虚構大学,2020/4/1"),
                                        "")));
        String importPage = queue.expectFirst(".crumbs a[href^=/intake/imports/]").attr("href");
        var file = office.download(importPage + "/questions.xlsx");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith('P', 'K');
    }

    @Test
    void amemberImportsForTheirOwnDepartmentOnly() {
        var member = signedInAs("member");
        var form = member.get("/intake").expectFirst("form[action=/intake/files]");
        assertThat(form.select("[name=unit] option[value='']")).isEmpty();
        var refused =
                member.upload(
                        form,
                        "files",
                        "x.csv",
                        utf8("国,大学名", "中国,ヨソ虚構大学"),
                        Map.of(
                                "unit",
                                units.findByNameOrCode("LIB").orElseThrow().id().toString()));
        assertThat(refused.text()).contains("You may not do this");
        assertThat(signedInAs("executive").get("/intake").select("form[action=/intake/files]"))
                .isEmpty();
    }

    static List<Hostile> hostile() {
        return List.of(
                new Hostile("空.csv", new byte[0], "empty", "何も入っていません"),
                new Hostile(
                        "絵.csv",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                        "not a list",
                        "一覧として読める形式ではありません"),
                new Hostile(
                        "ページ.xls",
                        utf8("<html><table><tr><td>x</td></tr></table></html>"),
                        "web page",
                        "ウェブページ"),
                new Hostile(
                        "切断.xlsx",
                        java.util.Arrays.copyOf(
                                InventedLists.xlsx(List.of(List.of("a", "b"))), 900),
                        "damaged",
                        "壊れています"));
    }

    record Hostile(String name, byte[] content, String english, String japanese) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource
    void hostile(Hostile hostile) {
        assertThat(upload(signedInAs("office"), hostile.name(), hostile.content(), "").text())
                .contains("could not be taken")
                .contains(hostile.english());
        var japanese = visitor().reads("ja");
        japanese.signIn("office", org.kakehashi.access.DemoAccounts.PASSWORD);
        assertThat(upload(japanese, hostile.name(), hostile.content(), "").text())
                .contains("受け付けられませんでした")
                .contains(hostile.japanese());
    }

    @Test
    void anImportThatLaterOnesRelyOnIsNotUndone() {
        var office = signedInAs("office");
        byte[] list = utf8("国・地域,大学名,締結日", "インド,タヨリ虚構大学,2020/4/1", "インド,ミヨリ虚構大学,2021/4/1");
        var first = commit(office, review(office, "先.csv", list, ""));
        byte[] later = utf8("国・地域,大学名,締結日", "インド,タヨリ虚構大学,2020/4/1");
        commit(office, review(office, "後.csv", later, ""));
        var refused = office.submit(first.expectFirst("form[action$=/undo]"), Map.of());
        assertThat(refused.text()).contains("relies on the same records");
        assertThat(agreements("%ヨリ虚構大学")).isEqualTo(2);
    }
}
