package org.kakehashi.strategy.web;

import com.ibm.icu.text.Normalizer2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.RecordedValue;
import org.kakehashi.strategy.RecordedValues;
import org.kakehashi.strategy.ValueEntry;
import org.kakehashi.strategy.web.ValueSheet.Column;
import org.kakehashi.ui.Messages;

/// Reads the workbook back, row by row; what is wrong with a row is said in both languages.
public final class ValueSheetReader {
    private static final int MOST_ROWS = 20_000;

    /// What is wrong, and where: the row as Excel numbers it.
    public record Wrong(int row, String indicator, String ja, String en) {}

    /// What a workbook holds that is new.
    ///
    /// @param same rows that hold what is recorded already
    record Found(List<RecordedValues.Entry> entries, List<Wrong> wrong, int same) {}

    /// What there is to compare with.
    record Known(
            Function<String, Optional<Indicator>> indicators,
            Function<String, Optional<Unit>> units,
            Function<String, List<RecordedValue>> values,
            LocalDate today) {}

    private final Known known;
    private final String file;
    private final String hash;
    private final List<RecordedValues.Entry> entries = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int same;

    private ValueSheetReader(Known known, String file, String hash) {
        this.known = known;
        this.file = file;
        this.hash = hash;
    }

    static Found read(byte[] content, String file, String hash, Known known) {
        ValueSheetReader reader = new ValueSheetReader(known, file, hash);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            XSSFSheet hidden = book.getSheet(ValueSheet.HIDDEN);
            XSSFSheet sheet = book.getSheet("values");
            if (sheet == null
                    || hidden == null
                    || hidden.getRow(0) == null
                    || !ValueSheet.TEMPLATE.equals(text(hidden.getRow(0).getCell(0)))
                    || !heads(sheet.getRow(1))) {
                reader.wrong(0, "", "strategy.import.template");
            } else if (sheet.getLastRowNum() > MOST_ROWS) {
                reader.wrong(0, "", "strategy.import.tooLong");
            } else {
                for (int i = ValueSheet.FIRST_ROW; i <= sheet.getLastRowNum(); i++) {
                    Row row = sheet.getRow(i);
                    if (row != null) {
                        reader.row(row);
                    }
                }
            }
        } catch (IOException | RuntimeException e) { // POI throws many kinds over a broken file
            reader.wrong(0, "", "strategy.import.unreadable");
        }
        return new Found(reader.entries, reader.wrong, reader.same);
    }

    /// A file that is not read at all.
    static List<Wrong> refused(String key) {
        return List.of(
                new Wrong(
                        0,
                        "",
                        Messages.text(Locale.JAPANESE, key),
                        Messages.text(Locale.ENGLISH, key)));
    }

    private static boolean heads(@Nullable Row row) {
        if (row == null) {
            return false;
        }
        for (Column column : Column.values()) {
            if (!column.key().equals(text(row.getCell(column.ordinal())))) {
                return false;
            }
        }
        return true;
    }

    private void row(Row row) {
        String code = text(cell(row, Column.INDICATOR));
        String typed = number(cell(row, Column.VALUE));
        String evidence = text(cell(row, Column.EVIDENCE));
        if (typed == null && evidence == null) {
            return; // nothing said is nothing known, and takes nothing back
        }
        int at = row.getRowNum() + 1;
        Indicator indicator = known.indicators().apply(String.valueOf(code)).orElse(null);
        if (code == null || indicator == null || !indicator.recorded()) {
            wrong(at, String.valueOf(code), "strategy.import.indicator");
            return;
        }
        Cell value = cell(row, Column.VALUE);
        if (value != null && value.getCellType() == CellType.FORMULA) {
            wrong(at, code, "strategy.import.formula");
            return;
        }
        String unitCode = text(cell(row, Column.UNIT));
        Optional<Unit> unit = unitCode == null ? Optional.empty() : known.units().apply(unitCode);
        if (unitCode != null && unit.isEmpty()) {
            wrong(at, code, "strategy.import.unit");
            return;
        }
        String year = number(cell(row, Column.YEAR));
        Map<String, String> problems =
                ValueEntry.problems(indicator, year, typed, evidence, known.today());
        problems.values().forEach(problem -> wrong(at, code, problem));
        if (problems.isEmpty()) {
            entry(
                    row,
                    code,
                    Integer.parseInt(String.valueOf(year)),
                    unit.map(Unit::id).orElse(null),
                    Objects.requireNonNull(ValueEntry.number(typed)),
                    String.valueOf(evidence));
        }
    }

    private void entry(
            Row row,
            String code,
            int year,
            @Nullable UUID unit,
            BigDecimal value,
            String evidence) {
        int at = row.getRowNum() + 1;
        if (!seen.add(code + " " + year + " " + unit)) {
            wrong(at, code, "strategy.import.twice");
            return;
        }
        RecordedValue recorded =
                known.values().apply(code).stream()
                        .filter(one -> one.year() == year && Objects.equals(one.unit(), unit))
                        .findFirst()
                        .orElse(null);
        if (recorded != null
                && recorded.value().compareTo(value) == 0
                && recorded.evidence().equals(evidence)) {
            same++;
            return;
        }
        String version = number(cell(row, Column.VERSION));
        String expected = recorded == null ? null : Integer.toString(recorded.version());
        if (!Objects.equals(version, expected)) {
            wrong(at, code, "strategy.import.changed");
            return;
        }
        entries.add(
                new RecordedValues.Entry(
                        code,
                        new ValueEntry(
                                year,
                                unit,
                                value,
                                evidence,
                                new RecordedValue.FileRow(file, hash, at),
                                recorded == null ? null : recorded.version())));
    }

    private void wrong(int row, String code, String key) {
        wrong.add(
                new Wrong(
                        row,
                        code,
                        Messages.text(Locale.JAPANESE, key),
                        Messages.text(Locale.ENGLISH, key)));
    }

    private static @Nullable Cell cell(Row row, Column column) {
        return row.getCell(column.ordinal());
    }

    /// A number as text; a cell shown in per cent gives per cent.
    private static @Nullable String number(@Nullable Cell cell) {
        if (cell == null || cell.getCellType() != CellType.NUMERIC) {
            return text(cell);
        }
        BigDecimal number =
                new BigDecimal(NumberToTextConverter.toText(cell.getNumericCellValue()));
        boolean percent = String.valueOf(cell.getCellStyle().getDataFormatString()).contains("%");
        return (percent ? number.movePointRight(2) : number).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String text(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        String text =
                switch (cell.getCellType()) {
                    case STRING -> cell.getStringCellValue();
                    case NUMERIC -> NumberToTextConverter.toText(cell.getNumericCellValue());
                    case FORMULA -> "=";
                    case BOOLEAN, BLANK, ERROR, _NONE -> "";
                };
        String tidy = Normalizer2.getNFCInstance().normalize(text).strip();
        return tidy.isEmpty() ? null : tidy;
    }
}
