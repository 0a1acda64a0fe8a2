package org.kakehashi.intake.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.intake.reading.Sheet;

class QuotaTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    派遣2名/受入3名            | 3 | 2
                    受入3 派遣2                | 3 | 2
                    受入れ:3人、派遣:2人     | 3 | 2
                    受入・派遣各2名            | 2 | 2
                    派遣2名                    |   | 2
                    3 in / 2 out               | 3 | 2
                    Outgoing: 2; incoming: 3   | 3 | 2
                    파견 2명, 초청 3명          | 3 | 2
                    3名(受入)2名(派遣)       | 3 | 2
                    """)
    void readsPlacesWithTheirDirection(String text, Integer in, Integer out) {
        assertThat(QuotaText.read(text)).contains(new QuotaText(in, out));
    }

    @ParameterizedTest
    @CsvSource({"2名", "派遣", "各2名", "University of Indiana 2"})
    void saysNothingWithoutDirectionAndNumber(String text) {
        assertThat(QuotaText.read(text)).isEmpty();
    }

    @Test
    void aColumnOfPlacesAndARemarkMaySayBoth() {
        var understanding = new ListUnderstanding();
        var sheet =
                Sheet.sketch(
                        "国名|相手大学|定員|備考",
                        "英国|ノースムーア大学|派遣2名/受入3名|",
                        "英国|ウェストベイ大学||授業料不徴収(受入4名、派遣5名)",
                        "英国|イーストモア大学|6名|2020年更新");
        var read = understanding.interpret(understanding.propose(sheet), sheet).partners();
        assertThat(read).extracting(PartnerRecord::quotaIn).containsExactly(3, 4, 6);
        assertThat(read).extracting(PartnerRecord::quotaOut).containsExactly(2, 5, 6);
    }
}
