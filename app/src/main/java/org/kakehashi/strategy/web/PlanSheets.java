package org.kakehashi.strategy.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanStep;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// A plan as a workbook that goes out and comes back: a row for each process, target, action,
/// measure and milestone. The first row is for people, in both languages, the second for the
/// program.
@Component
class PlanSheets {
    static final int FIRST_ROW = 2;

    /// The columns, by the words of the second row.
    enum Column {
        KIND(12),
        CODE(12),
        UNDER(12),
        TITLE_JA(44),
        TITLE_EN(44),
        AIM_JA(30),
        AIM_EN(30),
        UNIT(12),
        LEVEL(12),
        FROM(12),
        DUE(12),
        DONE(12),
        RESULT(40),
        ID(4),
        VERSION(4);

        private final int width;

        Column(int width) {
            this.width = width;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Units units;

    PlanSheets(Units units) {
        this.units = units;
    }

    void write(Plan plan, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("plan");
            heads(book, sheet);
            int at = FIRST_ROW;
            for (Plan.Part part : plan.parts()) {
                part(sheet.createRow(at++), plan, part);
                for (Plan.Action action : part.actions()) {
                    action(sheet.createRow(at++), part, action);
                    for (PlanStep step : action.steps()) {
                        step(sheet.createRow(at++), action, step);
                    }
                }
            }
            for (Column column : Column.values()) {
                sheet.setColumnWidth(column.ordinal(), column.width * 256);
            }
            sheet.setColumnHidden(Column.ID.ordinal(), true);
            sheet.setColumnHidden(Column.VERSION.ordinal(), true);
            sheet.createFreezePane(2, FIRST_ROW);
            book.write(out);
        }
    }

    PlanSheetReader.Found read(Plan plan, byte[] content) {
        return new PlanSheetReader(
                        plan,
                        code -> units.findByNameOrCode(code).map(Unit::id).orElse(null),
                        this::code)
                .read(content);
    }

    private static void heads(XSSFWorkbook book, XSSFSheet sheet) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle head = book.createCellStyle();
        head.setFont(bold);
        head.setWrapText(true);
        Row people = sheet.createRow(0);
        Row program = sheet.createRow(1);
        program.setZeroHeight(true);
        for (Column column : Column.values()) {
            String key =
                    "strategy.plansheet." + (column == Column.DONE ? "done.day" : column.key());
            Cell cell = people.createCell(column.ordinal());
            cell.setCellValue(
                    Messages.text(Locale.JAPANESE, key, Map.of())
                            + "\n"
                            + Messages.text(Locale.ENGLISH, key, Map.of()));
            cell.setCellStyle(head);
            program.createCell(column.ordinal()).setCellValue(column.key());
        }
    }

    private static void part(Row row, Plan plan, Plan.Part part) {
        set(row, Column.KIND, part.kind().code());
        set(row, Column.CODE, part.code());
        set(row, Column.UNDER, plan.code());
        title(row, part.name());
        set(row, Column.AIM_JA, part.aim().ja());
        set(row, Column.AIM_EN, part.aim().en());
        row.createCell(Column.VERSION.ordinal()).setCellValue(part.version());
    }

    private void action(Row row, Plan.Part part, Plan.Action action) {
        set(row, Column.KIND, "action");
        set(row, Column.CODE, action.code());
        set(row, Column.UNDER, part.code());
        title(row, action.title());
        set(row, Column.UNIT, code(action.unit()));
        set(row, Column.DONE, day(action.endedOn()));
        row.createCell(Column.VERSION.ordinal()).setCellValue(action.version());
    }

    private void step(Row row, Plan.Action action, PlanStep step) {
        set(row, Column.KIND, step.kind().code());
        set(row, Column.UNDER, action.code());
        title(row, step.title());
        set(row, Column.UNIT, code(step.unit()));
        set(row, Column.LEVEL, step.level());
        set(row, Column.FROM, day(step.from()));
        set(row, Column.DUE, day(step.due()));
        set(row, Column.DONE, day(step.doneOn()));
        set(row, Column.RESULT, step.result());
        set(row, Column.ID, step.id().toString());
        row.createCell(Column.VERSION.ordinal()).setCellValue(step.version());
    }

    private static void title(Row row, Bilingual title) {
        set(row, Column.TITLE_JA, title.ja());
        set(row, Column.TITLE_EN, title.en());
    }

    @Nullable String code(@Nullable UUID unit) {
        return unit == null ? null : units.find(unit).map(Unit::code).orElse(null);
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void set(Row row, Column column, @Nullable String text) {
        if (text != null) {
            row.createCell(column.ordinal()).setCellValue(text);
        }
    }
}
