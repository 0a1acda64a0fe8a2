package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Digests;
import org.kakehashi.ui.Messages;

/// Reads sums of activities from a list with a row of headings, Japanese or English, in any order:
/// register number, fiscal year, kind, direction, term, length, number.
final class ActivityFile {
    private static final List<String> COLUMNS =
            List.of("number", "year", "kind", "direction", "term", "period", "persons", "note");
    private static final List<String> NEEDED = List.of("number", "year", "persons");

    private final Activities activities;
    private final List<String> problems = new ArrayList<>();
    private final List<Activity> read = new ArrayList<>();

    ActivityFile(Activities activities) {
        this.activities = activities;
    }

    List<String> problems() {
        return problems;
    }

    List<Activity> read() {
        return read;
    }

    void read(String name, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("activities", ".list");
        try {
            Files.write(file, bytes);
            FileReading reading = ListFiles.read(file, name, ReadingLimits.usual());
            if (reading.isRefused() || reading.sheets().isEmpty()) {
                problems.add(t("agreement.use.problem.file"));
                return;
            }
            rows(name, Digests.hex(Digests.sha256(bytes)), reading.sheets().getFirst());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void rows(String name, String hash, Sheet sheet) {
        Map<String, Integer> columns = new HashMap<>();
        int heading = -1;
        for (int i = 0; i < Math.min(sheet.rows().size(), 20) && heading < 0; i++) {
            columns = columns(sheet.rows().get(i));
            heading = columns.keySet().containsAll(NEEDED) ? i : -1;
        }
        if (heading < 0) {
            problems.add(t("agreement.use.problem.headings"));
            return;
        }
        for (int i = heading + 1; i < sheet.rows().size(); i++) {
            List<Cell> row = sheet.rows().get(i);
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                row(new Row(row, columns, i + 1), new Activity.Source(name, i + 1, hash));
            }
        }
    }

    private record Row(List<Cell> cells, Map<String, Integer> columns, int number) {
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
                if (text.equals(column)
                        || text.equals(heading(column, Locale.JAPANESE))
                        || text.equals(heading(column, Locale.ENGLISH))) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found;
    }

    private static String heading(String column, Locale locale) {
        return folded(Messages.text(locale, "agreement.use.column." + column));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private void row(Row row, Activity.Source source) {
        UUID agreement = activities.editable(row.text("number"));
        String year = row.text("year").replaceAll("年度$|^FY", "");
        String persons = row.text("persons").replaceAll("[人名件,]", "");
        Activity.Kind kind =
                word(Activity.Kind.class, "activityKind", row.text("kind"), Activity.Kind.STUDENT);
        Condition.Direction direction =
                word(Condition.Direction.class, "direction", row.text("direction"), null);
        Activity.Term term =
                word(Activity.Term.class, "academicTerm", row.text("term"), Activity.Term.YEAR);
        Condition.Period period =
                word(
                        Condition.Period.class,
                        "period",
                        row.text("period"),
                        Condition.Period.UNKNOWN);
        if (agreement == null) {
            problem(row, "agreement.use.problem.agreement", row.text("number"));
        } else if (!year.matches("\\d{4}")) {
            problem(row, "agreement.use.problem.year", row.text("year"));
        } else if (!persons.matches("\\d{0,6}")) {
            problem(row, "agreement.use.problem.number", row.text("persons"));
        } else if (kind == null
                || term == null
                || period == null
                || kind.directed() != (direction != null)) {
            problem(row, "agreement.use.problem.words", row.text("direction"));
        } else {
            read.add(
                    new Activity(
                            null,
                            agreement,
                            kind,
                            direction,
                            Integer.parseInt(year),
                            term,
                            period,
                            persons.isEmpty() ? null : Integer.valueOf(persons),
                            source,
                            row.text("note").isEmpty() ? null : row.text("note")));
        }
    }

    /// The value by its code or its word in either language; null if it is none of them.
    private static <E extends Enum<E> & Coded> @Nullable E word(
            Class<E> type, String group, String text, @Nullable E otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E one : type.getEnumConstants()) {
            String key = "agreement." + group + "." + one.code();
            if (folded(text).equals(one.code())
                    || folded(text).equals(folded(Messages.text(Locale.JAPANESE, key)))
                    || folded(text).equals(folded(Messages.text(Locale.ENGLISH, key)))) {
                return one;
            }
        }
        return null;
    }

    private void problem(Row row, String key, String text) {
        problems.add(
                t("agreement.use.problem.row", "row", row.number(), "text", text) + " " + t(key));
    }
}
