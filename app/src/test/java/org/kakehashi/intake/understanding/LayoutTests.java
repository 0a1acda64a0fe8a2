package org.kakehashi.intake.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.DayMonthOrder;
import tools.jackson.databind.json.JsonMapper;

class LayoutTests {

    private final ListUnderstanding understanding = new ListUnderstanding();

    private static final Sheet AMBIGUOUS =
            Sheet.sketch(
                    "Country|University|Signed",
                    "Japan|Aobayama University|03/04/2012",
                    "France|Université Lyon V|07/08/2013");

    @Test
    void saysWhyAColumnHasItsRole() {
        var layout = understanding.propose(AMBIGUOUS);
        var country = layout.tables().getFirst().find(Role.COUNTRY).orElseThrow();
        assertThat(country.reason()).isEqualTo(Reason.HEADER_AND_CONTENT);
        assertThat(country.confidence()).isGreaterThan(0.8);
    }

    @Test
    void asksWhichNumberIsTheMonth() {
        var layout = understanding.propose(AMBIGUOUS);
        var question = understanding.interpret(layout, AMBIGUOUS).questions().getFirst();
        assertThat(question.kind()).isEqualTo(Question.Kind.AMBIGUOUS_DATE);
        assertThat(question.choices()).containsExactly("2012-04-03", "2012-03-04");
        assertThat(question.place()).isEqualTo(new CellPlace(2, 3));
    }

    @Test
    void aPersonSettlesTheOrderOfDayAndMonth() {
        var layout = understanding.propose(AMBIGUOUS);
        var settled =
                layout.with(0, layout.tables().getFirst().withDateOrder(DayMonthOrder.MONTH_FIRST));
        var read = understanding.interpret(settled, AMBIGUOUS);
        assertThat(read.questions()).isEmpty();
        assertThat(read.partners().getFirst().term().start().iso()).isEqualTo("2012-03-04");
    }

    @Test
    void aPersonChangesTheRoleOfAColumn() {
        var layout = understanding.propose(AMBIGUOUS);
        var changed = layout.with(0, layout.tables().getFirst().withRole(3, Role.END));
        var term =
                understanding
                        .interpret(
                                changed.with(
                                        0,
                                        changed.tables()
                                                .getFirst()
                                                .withDateOrder(DayMonthOrder.DAY_FIRST)),
                                AMBIGUOUS)
                        .partners()
                        .getFirst()
                        .term();
        assertThat(term.start().isKnown()).isFalse();
        assertThat(term.end().iso()).isEqualTo("2012-04-03");
    }

    @Test
    void aPersonSaysThatARowIsANote() {
        var layout = understanding.propose(AMBIGUOUS);
        var changed = layout.with(0, layout.tables().getFirst().withRow(3, RowUse.NOTE));
        assertThat(understanding.interpret(changed, AMBIGUOUS).partners()).hasSize(1);
    }

    @Test
    void aSavedLayoutServesNextYearsFileWithOtherRows() {
        var layout = understanding.propose(AMBIGUOUS);
        var saved = layout.with(0, layout.tables().getFirst().withRole(3, Role.END));
        var next =
                Sheet.sketch(
                        "Partners 2026",
                        "",
                        "Country|University|Signed",
                        "Korea|Hando University|25/12/2014");
        var proposed = understanding.propose(next);
        assertThat(proposed.fingerprint()).isEqualTo(saved.fingerprint()).isNotEmpty();
        var read = understanding.interpret(saved.applyTo(proposed), next).partners();
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().term().end().iso()).isEqualTo("2014-12-25");
    }

    @Test
    void aLayoutIsPlainDataThatJsonKeeps() {
        var layout = understanding.propose(AMBIGUOUS);
        var changed = layout.with(0, layout.tables().getFirst().withRow(3, RowUse.NOTE));
        var json = JsonMapper.builder().build();
        var kept = json.readValue(json.writeValueAsString(changed), Layout.class);
        assertThat(kept).isEqualTo(changed);
    }

    @Test
    void theListMayStateNoCountryWhenTheInstitutionIsKnown() {
        var sheet = Sheet.sketch("University", "Aobayama University");
        InstitutionRecogniser knows =
                query ->
                        new InstitutionRecogniser.Recognition(
                                InstitutionRecogniser.Certainty.CERTAIN,
                                "0aobayama",
                                query.text(),
                                java.util.Optional.of(new org.kakehashi.kernel.Country("JP")),
                                true,
                                java.util.List.of("0aobayama"),
                                false);
        var knowing = new ListUnderstanding(knows);
        var where = knowing.interpret(knowing.propose(sheet), sheet).partners().getFirst().where();
        assertThat(where.country()).hasToString("JP");
        assertThat(where.stated()).isFalse();
    }

    @Test
    void mergedCellsAndHeadingsAreCarriedDown() {
        var sheet =
                Sheet.sketch(
                        "Region|Country|University|Year",
                        "Asia (2)|CHINA (2)|Donghu University|1999",
                        "||Haibin Normal University|2003");
        var records = understanding.interpret(understanding.propose(sheet), sheet).partners();
        assertThat(records)
                .extracting(record -> String.valueOf(record.where().country()))
                .containsExactly("CN", "CN");
        assertThat(records.getLast().places().get(Field.COUNTRY))
                .containsExactly(new CellPlace(2, 2));
    }

    @Test
    void namesInTwoLanguagesAreOneInstitutionAndItsOtherNames() {
        var sheet =
                Sheet.sketch(
                        "国・地域|大学名(和文)|大学名(英文)|締結日",
                        "英国|ノースムーア大学|Northmoor University|2008/4/1",
                        "英国|ウェストベイ大学|Westbay University|2009/4/1");
        var table = understanding.propose(sheet).tables().getFirst();
        assertThat(table.columns())
                .extracting(Column::role)
                .containsExactly(Role.COUNTRY, Role.INSTITUTION, Role.OTHER_NAME, Role.START);
    }

    @Test
    void aColumnOfNamesInAnotherScriptIsAnotherName() {
        var sheet =
                Sheet.sketch(
                        "№|Вуз-партнёр|Наименование|Страна|Дата подписания",
                        "1|Университет Васэда|Northmoor University|Япония|12.03.2010",
                        "2|Пекинский университет|Westbay University|Китай|01.09.2008");
        var table = understanding.propose(sheet).tables().getFirst();
        assertThat(table.columns().get(2).role()).isEqualTo(Role.OTHER_NAME);
    }

    @Test
    void aSecondHeaderRowMayRepeatItselfBelowYears() {
        var sheet =
                Sheet.sketch(
                        "Country|2021||2022|",
                        "|Total|Women|Total|Women",
                        "China|210|98|230|110",
                        "Germany|11|5|9|3");
        var read = understanding.interpret(understanding.propose(sheet), sheet).figures();
        assertThat(read).extracting(figure -> figure.asOf().iso()).contains("2021", "2022");
        assertThat(read).hasSize(8).allMatch(figure -> figure.country() != null);
    }

    @Test
    void aDayOfEveryYearInATitleDatesTheColumnsOfYears() {
        var sheet =
                Sheet.sketch(
                        "International students",
                        "(as of 1 May each year)",
                        "Country|2021||2022|",
                        "|Total|Women|Total|Women",
                        "China|210|98|230|110",
                        "Germany|11|5|9|3");
        var read = understanding.interpret(understanding.propose(sheet), sheet).figures();
        assertThat(read)
                .extracting(figure -> figure.asOf().iso())
                .containsOnly("2021-05-01", "2022-05-01");
    }
}
