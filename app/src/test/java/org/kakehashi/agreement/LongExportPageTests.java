package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A list that is read in several pieces leaves as one file: every agreement once, in the order
/// asked for.
class LongExportPageTests extends ApplicationTest {
    private static final int MANY = 2_345;
    private static final Pattern NUMBER = Pattern.compile("A-\\d{4}-\\d{4,}");

    @Autowired Agreements agreements;
    @Autowired Clock clock;

    private Visitor office;

    @BeforeAll
    void store() {
        CurrentUser.SYSTEM.run(() ->
                agreements.createAll(
                        IntStream.range(0, MANY).mapToObj(LongExportPageTests::content).toList(),
                        "test"));
        office = signedInAs("office");
    }

    @Test
    void everyAgreementIsInTheFileOnceInTheOrderAskedFor() {
        List<String> up = numbers("/agreements?sort=number&format=csv", StandardCharsets.UTF_8);
        assertThat(up).hasSize(MANY).doesNotHaveDuplicates().isSorted();
        assertThat(
                        numbers(
                                "/agreements?sort=-number&format=csv-cp932",
                                Charset.forName("windows-31j")))
                .isEqualTo(up.reversed());
    }

    @Test
    void aFileByStatusIsTheListByStatus() {
        List<String> file = numbers("/agreements?sort=status&format=csv", StandardCharsets.UTF_8);
        assertThat(file).hasSize(MANY).doesNotHaveDuplicates();
        String page = office.get("/agreements?sort=status&size=100&page=12").text();
        assertThat(all(page)).isEqualTo(file.subList(1_100, 1_200));
    }

    @Test
    void theFilterOfThePageIsTheFilterOfTheFile() {
        assertThat(numbers("/agreements?country=FR&sort=number&format=csv", StandardCharsets.UTF_8))
                .hasSize(IntStream.range(0, MANY).filter(i -> i % 3 == 0).toArray().length);
        assertThat(numbers("/public/agreements?format=csv", StandardCharsets.UTF_8)).isEmpty();
        String open = text(visitor(), "/public/agreements?format=csv", StandardCharsets.UTF_8);
        assertThat(open.lines().filter(line -> line.contains("College")).count())
                .isEqualTo(IntStream.range(0, MANY).filter(this::open).count());
    }

    @Test
    void aWorkbookHasThemAll() throws IOException {
        byte[] file = office.download("/agreements?sort=number&format=xlsx").body();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<String> numbers =
                    StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                            .skip(2)
                            .map(row -> row.getCell(0).getStringCellValue())
                            .toList();
            assertThat(numbers).hasSize(MANY).doesNotHaveDuplicates().isSorted();
        }
    }

    /// Lapsed agreements are not in the public register.
    private boolean open(int i) {
        return i % 2 == 0 && (i % 5 == 0 || !end(i).isBefore(LocalDate.now(clock)));
    }

    private static LocalDate end(int i) {
        return LocalDate.of(2023, 4, 1).plusDays(i);
    }

    private List<String> numbers(String path, Charset charset) {
        return all(text(office, path, charset));
    }

    private static String text(Visitor reader, String path, Charset charset) {
        return new String(reader.download(path).body(), charset);
    }

    private static List<String> all(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static AgreementContent content(int i) {
        DateText start = DateText.day(LocalDate.of(2010, 4, 1).plusDays(i), "");
        Term term =
                new Term(
                        i % 5 == 0 ? Term.Kind.UNKNOWN : Term.Kind.FIXED,
                        start,
                        i % 5 == 0 ? DateText.NONE : DateText.day(end(i), ""),
                        start.date(),
                        Term.Renewal.UNKNOWN);
        AgreementContent content =
                AgreementContent.of(
                        Level.DEPARTMENT,
                        List.of("academic"),
                        term,
                        List.of(Party.written("College " + i, i % 3 == 0 ? "FR" : "DE")),
                        List.of());
        return i % 2 == 0
                ? content.withVisibility(Visibility.PUBLIC)
                : content.withVisibility(Visibility.MEMBERS);
    }
}
