package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A planner makes plans of their own beside the built-in one.
class PlanPageTests extends ApplicationTest {
    @Autowired Plans plans;
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    @Test
    void theBuiltInPlanHasItsThirtyOneActionsInBothLanguages() {
        Plan plan = CurrentUser.SYSTEM.call(() -> plans.plan("INT"));
        assertThat(plan.actions()).hasSize(31);
        assertThat(plan.parts()).hasSize(6);
        assertThat(plan.actions())
                .allMatch(
                        one -> one.title().parity() == org.kakehashi.kernel.Bilingual.Parity.BOTH);
    }

    @Test
    void aPlannerMakesAPlanWithActionsStepsIndicatorsAndAlignment() {
        Visitor office = signedInAs("office").reads("en");
        make(office, "VISA", "strategy", "");
        String action = action(office, part(office, "VISA"), "More students abroad");
        assertThat(action).isEqualTo("/strategy/actions/VISA.1.1");
        Document page = office.get(action);
        assertThat(page.text()).contains("No indicator or milestone says what this action");
        office.submit(page.expectFirst("#hang"), Map.of("indicator", "K39"));
        Document step =
                office.submit(
                        office.get(action + "/steps/new").expectFirst("#form"),
                        Map.of(
                                "kind", "milestone",
                                "titleJa", "単位互換の規程",
                                "level", "outcome",
                                "due", "2026-03-31"));
        assertThat(step.select("#step-list tbody tr")).hasSize(1);
        assertThat(step.expectFirst("#step-list tbody").text()).contains("Late");
        Document aligned = office.submit(step.expectFirst("#align"), Map.of("serves", "T1.5"));
        assertThat(aligned.expectFirst("#alignment ul").text()).contains("T1.5");
        assertThat(office.get("/strategy/actions/T1.5").expectFirst("#alignment ul").text())
                .contains("VISA.1.1");
        Document plan = office.get("/strategy?plan=VISA");
        assertThat(plan.expectFirst("#VISA\\.1\\.1").text())
                .contains("More students abroad")
                .contains("International students");
        assertThat(aligned.select(".notice.attention")).isEmpty();
        assertThat(signedInAs("member").reads("ja").get("/strategy/plans").text())
                .contains("VISA")
                .contains("INT");
    }

    @Test
    void anAdoptedEditionStaysAsItWas() {
        Visitor office = signedInAs("office").reads("en");
        make(office, "EDA", "vision", "");
        String action = action(office, part(office, "EDA"), "As first adopted");
        adopt(office, "EDA", "2024-04-01");
        Document form = office.get(action + "/edit");
        office.submit(form.expectFirst("#form"), Map.of("titleEn", "As it is now"));
        adopt(office, "EDA", "2025-04-01");
        Document then = office.get("/strategy?plan=EDA&date=2024-10-01");
        assertThat(then.expectFirst("#edition").text()).contains("edition 1");
        assertThat(then.text()).contains("As first adopted").doesNotContain("As it is now");
        assertThat(office.get("/strategy?plan=EDA&date=2025-10-01").text())
                .contains("edition 2")
                .contains("As it is now");
        assertThat(office.get("/strategy?plan=EDA").text()).contains("As it is now");
        // an edition cannot begin before the last
        assertThat(adopt(office, "EDA", "2025-01-01").expectFirst(".field-error").text())
                .contains("after the beginning");
        assertThat(
                        jooq.fetchValue(
                                "select count(*) from strategy.plan_editions where plan_code ="
                                        + " 'EDA'"))
                .isEqualTo(2L);
    }

    @Test
    void whoSavesSecondIsToldAndBadInputStaysInTheForm() {
        Visitor office = signedInAs("office").reads("en");
        make(office, "TWO", "strategy", "");
        String action = action(office, part(office, "TWO"), "First");
        Element first = office.get(action + "/edit").expectFirst("#form");
        Element second = office.get(action + "/edit").expectFirst("#form");
        office.submit(first, Map.of("titleEn", "Mine"));
        assertThat(office.post(second, Map.of("titleEn", "Theirs")).statusCode()).isEqualTo(409);
        Document wrong =
                office.submit(
                        office.get(action + "/steps/new").expectFirst("#form"),
                        Map.of(
                                "titleJa", "逆",
                                "from", "2027-04-01",
                                "due", "2026-04-01",
                                "level", "somewhere"));
        assertThat(wrong.select(".field-error")).hasSize(2);
        assertThat(wrong.expectFirst("[name=titleJa]").val()).isEqualTo("逆");
        Document taken =
                office.submit(
                        office.get("/strategy/plans/new").expectFirst("#form"),
                        Map.of("code", "INT", "nameJa", "二つ目"));
        assertThat(taken.expectFirst(".field-error").text()).contains("Another plan");
    }

    @Test
    void membersPlanForTheirOwnUnitOnly() {
        Unit own = units.findByNameOrCode("ENG").orElseThrow();
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.status("/strategy/plans/INT/edit")).isEqualTo(403);
        assertThat(
                        member.post(
                                        member.get("/strategy/plans/new").expectFirst("#form"),
                                        Map.of("code", "MINE", "nameJa", "全学", "scope", "strategy"))
                                .statusCode())
                .isEqualTo(403);
        make(member, "ENGP", "unit", own.id().toString());
        String action = action(member, part(member, "ENGP"), "Ours");
        assertThat(member.status(action + "/edit")).isEqualTo(200);
        assertThat(signedInAs("executive").status(action + "/edit")).isEqualTo(403);
    }

    @Test
    void aPlanGoesOutAndComesBackAsExcel() throws IOException {
        Visitor office = signedInAs("office").reads("en");
        make(office, "XLS", "strategy", "");
        action(office, part(office, "XLS"), "To be renamed");
        byte[] file = office.download("/strategy/plans/XLS/file").body();
        Document unchanged = bring(office, file);
        assertThat(unchanged.text()).contains("0 rows were taken");
        byte[] changed = edited(file, false);
        assertThat(bring(office, changed).text()).contains("3 rows were taken");
        Plan plan = CurrentUser.SYSTEM.call(() -> plans.plan("XLS"));
        assertThat(plan.actions())
                .extracting(one -> one.title().en())
                .containsExactly("Renamed", "New by file");
        assertThat(plan.actions().getLast().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.due()).hasToString("2027-03-31"));
        // the same file again: the row was changed meanwhile, and new rows would be new again
        Document again = bring(office, changed);
        assertThat(again.select("#wrong tbody tr")).hasSize(1);
        assertThat(again.select("#wrong tbody [lang=ja]").text()).contains("書き出した後に");
        Document wrong =
                bring(office, edited(office.download("/strategy/plans/XLS/file").body(), true));
        assertThat(wrong.select("#wrong tbody tr")).hasSize(1);
        assertThat(wrong.select("#wrong tbody [lang=en]").text()).contains("must be one of");
        assertThat(
                        bring(
                                        office,
                                        "not a workbook"
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .text())
                .contains("cannot be read");
    }

    private static byte[] edited(byte[] file, boolean wrong) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            sheet.getRow(3).getCell(4).setCellValue("Renamed");
            int last = sheet.getLastRowNum();
            Row action = sheet.createRow(last + 1);
            action.createCell(0).setCellValue(wrong ? "idea" : "action");
            action.createCell(1).setCellValue("+a");
            action.createCell(2).setCellValue("XLS.1");
            action.createCell(4).setCellValue("New by file");
            if (!wrong) {
                Row step = sheet.createRow(last + 2);
                step.createCell(0).setCellValue("milestone");
                step.createCell(2).setCellValue("+a");
                step.createCell(3).setCellValue("節目");
                step.createCell(8).setCellValue("output");
                step.createCell(10).setCellValue("2027-03-31");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Document bring(Visitor office, byte[] file) {
        return office.upload(
                office.get("/strategy/plans/XLS/edit").expectFirst("#upload"),
                "file",
                "plan.xlsx",
                file,
                Map.of());
    }

    private static void make(Visitor who, String code, String scope, String unit) {
        Document page =
                who.submit(
                        who.get("/strategy/plans/new").expectFirst("#form"),
                        Map.of(
                                "code",
                                code,
                                "scope",
                                scope,
                                "unit",
                                unit,
                                "nameJa",
                                "計画" + code,
                                "nameEn",
                                "Plan " + code,
                                "fromYear",
                                "2026"));
        assertThat(page.text()).contains("Plan " + code);
    }

    private static String part(Visitor who, String plan) {
        Document page =
                who.submit(
                        who.get("/strategy/plans/" + plan + "/parts/new").expectFirst("#form"),
                        Map.of("kind", "target", "nameJa", "目標", "nameEn", "A target"));
        assertThat(page.select("#part-" + plan + "\\.1")).hasSize(1);
        return plan;
    }

    private static String action(Visitor who, String plan, String title) {
        Document page =
                who.submit(
                        who.get("/strategy/plans/" + plan + "/actions/new").expectFirst("#form"),
                        Map.of("part", plan + ".1", "titleJa", "取組", "titleEn", title));
        return java.net.URI.create(page.baseUri()).getPath();
    }

    private static Document adopt(Visitor who, String plan, String from) {
        return who.submit(
                who.get("/strategy/plans/" + plan + "/edit").expectFirst("#adopt"),
                Map.of("from", from, "reasonJa", "役員会で決定"));
    }
}
