package org.kakehashi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.DateReading.Meaning;

class DateReaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1980. 5.31 | 1980-05-31
                    2003.11. 5 | 2003-11-05
                    2017年4月7日 | 2017-04-07
                    令和元年10月1日 | 2019-10-01
                    平成元.4.1 | 1989-04-01
                    H20.4.1 | 2008-04-01
                    昭和63年 | 1988
                    1.5.1998 | 1998-05-01
                    25/12/2010 | 2010-12-25
                    12/25/2010 | 2010-12-25
                    5/5/1998 | 1998-05-05
                    6th  December 2016 | 2016-12-06
                    December 6, 2016 | 2016-12-06
                    12 Jan. 2015 | 2015-01-12
                    13-May-2016 | 2016-05-13
                    15 de marzo de 2019 | 2019-03-15
                    March 2016 | 2016-03
                    2015년 9월 1일 | 2015-09-01
                    ２０１０年４月 | 2010-04
                    10/2014 | 2014-10
                    20081117 | 2008-11-17
                    民國109年3月5日 | 2020-03-05
                    5 มกราคม 2560 | 2017-01-05
                    12/05/2560 | ambiguous
                    2560 | 2017
                    2013年度 | 2013
                    1996. 1.23※ | 1996-01-23
                    5/1/1998 | ambiguous
                    """)
    void readsOneDate(String text, String iso) {
        var reading = DateReader.read(text);
        assertThat(reading.isAmbiguous() ? "ambiguous" : reading.first().iso()).isEqualTo(iso);
        assertThat(reading.first().written()).isEqualTo(TextFolding.tidySpaces(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    自動延長 | AUTOMATIC_RENEWAL
                    Automatic Extension Every 5 years | AUTOMATIC_RENEWAL
                    자동갱신 | AUTOMATIC_RENEWAL
                    手続中 | PENDING
                    renewal pending | PENDING
                    Endless | NO_EXPIRY
                    no end date | NO_EXPIRY
                    长期有效 | NO_EXPIRY
                    5年(自動更新) | AUTOMATIC_RENEWAL
                    tacite reconduction | AUTOMATIC_RENEWAL
                    Renovación automática | AUTOMATIC_RENEWAL
                    tự động gia hạn | AUTOMATIC_RENEWAL
                    5 years | LENGTH
                    5年間 | LENGTH
                    бессрочно | NO_EXPIRY
                    unbefristet | NO_EXPIRY
                    未定 | NOTHING
                    - | NOTHING
                    """)
    void understandsWordsInPlaceOfDates(String text, Meaning meaning) {
        var reading = DateReader.read(text);
        assertThat(reading.dates()).isEmpty();
        assertThat(reading.meanings()).contains(meaning);
    }

    @Test
    void readsNoDayThatDoesNotExist() {
        assertThat(DateReader.read("31.2.2019").first()).isEqualTo(DateText.unknown("31.2.2019"));
    }

    @Test
    void findsSeveralDates() {
        var reading = DateReader.read("2006 (2020 renewed)");
        assertThat(reading.dates())
                .extracting(found -> found.date().iso())
                .containsExactly("2006", "2020");
        assertThat(reading.has(Meaning.RENEWED)).isTrue();
        assertThat(DateReader.read("1999, 11/17/2008").dates())
                .extracting(found -> found.date().iso())
                .containsExactly("1999", "2008-11-17");
    }

    @Test
    void otherDatesOfTheColumnSettleTheOrder() {
        assertThat(DayMonthOrder.settledBy(List.of("5/1/1998", "31/1/2000")))
                .isEqualTo(DayMonthOrder.DAY_FIRST);
        assertThat(DayMonthOrder.settledBy(List.of("5/1/1998", "1/31/2000")))
                .isEqualTo(DayMonthOrder.MONTH_FIRST);
        assertThat(DayMonthOrder.settledBy(List.of("5/1/1998", "1/31/2000", "31/1/2000")))
                .isEqualTo(DayMonthOrder.UNKNOWN);
        assertThat(DateReader.read("5/1/1998", DayMonthOrder.MONTH_FIRST).first().iso())
                .isEqualTo("1998-05-01");
    }

    @Test
    void readsShortYearsWithAnApostrophe() {
        assertThat(DateReader.read("'09.3.1").first().iso()).isEqualTo("2009-03-01");
    }

    @Test
    void knowsTheLastDayATextCanMean() {
        assertThat(DateText.year(2016, "2016").lastDay()).isEqualTo("2016-12-31");
        assertThat(DateReader.read("2016-02").first().lastDay()).isEqualTo("2016-02-29");
    }

    @Test
    void readsEveryDayInEveryCertainForm() {
        long seed = System.nanoTime();
        System.out.println("DateReaderTests seed " + seed);
        var random = new Random(seed);
        var forms =
                List.of(
                        "yyyy-MM-dd",
                        "yyyy/M/d",
                        "yyyy.M.d",
                        "yyyy. M. d.",
                        "yyyy年M月d日",
                        "yyyy년 M월 d일",
                        "d MMMM yyyy",
                        "MMMM d, yyyy",
                        "d-MMM-yyyy",
                        "d.M.yyyy");
        for (int i = 0; i < 3_000; i++) {
            var day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(36_000));
            var form = forms.get(random.nextInt(forms.size()));
            var text = day.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
            assertThat(DateReader.read(text).first()).as(text).isEqualTo(DateText.day(day, text));
        }
    }

    @Test
    void neverThrowsWhateverTheText() {
        long seed = System.nanoTime();
        System.out.println("DateReaderTests seed " + seed);
        var random = new Random(seed);
        var letters = "0123456789/.-年月日 ()平成令和元HRSTfirstJanuary更新～~พ.ศ,'";
        for (int i = 0; i < 3_000; i++) {
            var text =
                    random.ints(random.nextInt(40), 0, letters.length())
                            .mapToObj(letters::charAt)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::append,
                                    StringBuilder::append)
                            .toString();
            assertThat(DateReader.read(text)).isNotNull();
        }
    }
}
