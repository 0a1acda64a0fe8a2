package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.Digests;
import org.kakehashi.mobility.Bringing;
import org.kakehashi.ui.Messages;

/// Reads people and their stays from a list with a row of headings, Japanese or English, in any
/// order. What is wrong is told by row; nothing is guessed.
final class StayFile {
    private static final List<String> COLUMNS =
            List.of(
                    "name",
                    "own",
                    "kana",
                    "latin",
                    "birth",
                    "nationality",
                    "gender",
                    "mail",
                    "category",
                    "direction",
                    "kind",
                    "level",
                    "status",
                    "partner",
                    "country",
                    "city",
                    "unit",
                    "agreement",
                    "underAgreement",
                    "programme",
                    "from",
                    "until",
                    "studentStatus",
                    "field",
                    "credits",
                    "note");
    private static final int HEADINGS_WITHIN = 20;
    private static final Map<String, List<String>> ALSO =
            Map.of(
                    "name", List.of("学生氏名", "名前", "fullname", "studentname", "氏名(name)"),
                    "own", List.of("漢字氏名", "氏名(漢字)", "漢字"),
                    "kana", List.of("フリガナ", "カナ氏名", "ふりがな", "カナ"),
                    "latin", List.of("ローマ字氏名", "英字氏名", "氏名(英字)", "nameinenglish", "romaji"),
                    "birth", List.of("dateofbirth", "birthday", "dob"),
                    "mail", List.of("email", "e-mail", "メール", "mail"),
                    "partner",
                            List.of(
                                    "派遣先",
                                    "受入元",
                                    "留学先",
                                    "大学名",
                                    "university",
                                    "institution",
                                    "所属機関"),
                    "from", List.of("開始", "start", "startdate", "留学開始日", "開始年月日"),
                    "until", List.of("終了", "end", "enddate", "to", "留学終了日", "終了年月日"),
                    "direction", List.of("派遣・受入れの別", "区別", "in/out", "inbound/outbound"));

    private final StayRowReader reader;
    private final List<String> problems = new ArrayList<>();
    private final List<Bringing.Row> read = new ArrayList<>();
    private int wrong;

    StayFile(
            Function<String, @Nullable UUID> units,
            Function<String, @Nullable UUID> agreements,
            LocalDate today) {
        this.reader = new StayRowReader(units, agreements, today);
    }

    static List<String> columns() {
        return COLUMNS;
    }

    List<String> problems() {
        List<String> told = new ArrayList<>(problems);
        if (wrong > problems.size()) {
            told.add(t("mobility.import.problem.more", "n", wrong - problems.size()));
        }
        return told;
    }

    List<Bringing.Row> read() {
        return read;
    }

    void read(String name, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("stays", ".list");
        try {
            Files.write(file, bytes);
            FileReading reading = ListFiles.read(file, name, ReadingLimits.usual());
            if (reading.isRefused() || reading.sheets().isEmpty()) {
                problem(t("mobility.import.problem.file"));
                return;
            }
            rows(name, Digests.hex(Digests.sha256(bytes)), reading.sheets().getFirst());
            if (read.isEmpty() && wrong == 0) {
                problem(t("mobility.import.problem.empty"));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void rows(String name, String hash, Sheet sheet) {
        Map<String, Integer> columns = new HashMap<>();
        int heading = -1;
        for (int i = 0; i < Math.min(sheet.rows().size(), HEADINGS_WITHIN) && heading < 0; i++) {
            columns = columns(sheet.rows().get(i));
            boolean named =
                    columns.containsKey("name")
                            || columns.containsKey("own")
                            || columns.containsKey("latin");
            heading =
                    named && columns.containsKey("from") && columns.containsKey("direction")
                            ? i
                            : -1;
        }
        if (heading < 0) {
            problem(t("mobility.import.problem.headings"));
            return;
        }
        for (int i = heading + 1; i < sheet.rows().size(); i++) {
            List<Cell> row = sheet.rows().get(i);
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                one(new Row(row, columns, i + 1, name, hash));
            }
        }
    }

    private void one(Row row) {
        try {
            read.add(reader.read(row));
        } catch (StayRowReader.Wrong wrongRow) {
            problem(
                    t("mobility.import.problem.row", "row", row.number(), "text", wrongRow.text())
                            + " "
                            + t(wrongRow.key()));
        }
    }

    private void problem(String text) {
        wrong++;
        if (problems.size() < 50) {
            problems.add(text);
        }
    }

    /// A row by the names of its columns.
    record Row(
            List<Cell> cells, Map<String, Integer> columns, int number, String file, String hash) {
        String text(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size()
                    ? ""
                    : Normalizer.normalize(cells.get(at).text(), Normalizer.Form.NFKC).strip();
        }
    }

    private static Map<String, Integer> columns(List<Cell> cells) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = folded(cells.get(i).text());
            for (String column : COLUMNS) {
                if (!text.isEmpty() && headings(column).contains(text)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found;
    }

    private static List<String> headings(String column) {
        List<String> all = new ArrayList<>(ALSO.getOrDefault(column, List.of()));
        all.add(folded(column));
        all.add(folded(Messages.text(Locale.JAPANESE, "mobility.import.column." + column)));
        all.add(folded(Messages.text(Locale.ENGLISH, "mobility.import.column." + column)));
        return all;
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s*]", "")
                .toLowerCase(Locale.ROOT);
    }
}
