package org.kakehashi.strategy.web;

import com.ibm.icu.text.Normalizer2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanRow;
import org.kakehashi.strategy.PlanStep;
import org.kakehashi.strategy.web.PlanSheets.Column;
import org.kakehashi.ui.Messages;

/// Reads a plan that comes back as a workbook. What did not change is left out; what is wrong is
/// told by row, in both languages. A row that is missing takes nothing away.
public final class PlanSheetReader {
    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST = 4_000;

    private final Function<String, @Nullable UUID> unitOf;
    private final Function<@Nullable UUID, @Nullable String> codeOf;
    private final Map<String, Plan.Part> parts = new HashMap<>();
    private final Map<String, Plan.Action> actions = new HashMap<>();
    private final Map<UUID, PlanStep> steps = new HashMap<>();
    private final Map<Column, Integer> places = new LinkedHashMap<>();
    private final Set<String> addedParts = new HashSet<>();
    private final Set<String> addedActions = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<PlanRow> rows = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();

    /// What is wrong with a row of the file; 0 for the file itself.
    public record Wrong(int row, String ja, String en) {
        static Wrong of(int row, String key) {
            return new Wrong(
                    row,
                    Messages.text(Locale.JAPANESE, key, Map.of()),
                    Messages.text(Locale.ENGLISH, key, Map.of()));
        }
    }

    record Found(List<PlanRow> rows, List<Wrong> wrong) {}

    PlanSheetReader(
            Plan plan,
            Function<String, @Nullable UUID> unitOf,
            Function<@Nullable UUID, @Nullable String> codeOf) {
        this.unitOf = unitOf;
        this.codeOf = codeOf;
        plan.parts().forEach(one -> parts.put(one.code(), one));
        plan.actions()
                .forEach(one -> {
                    actions.put(one.code(), one);
                    one.steps().forEach(step -> steps.put(step.id(), step));
                });
    }

    Found read(byte[] content) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            Sheet sheet = book.getSheetAt(0);
            if (!heads(sheet.getRow(1)) || sheet.getLastRowNum() > MOST_ROWS) {
                wrong.add(Wrong.of(0, "strategy.plansheet.problem.heads"));
            } else {
                for (int at = PlanSheets.FIRST_ROW; at <= sheet.getLastRowNum(); at++) {
                    Row row = sheet.getRow(at);
                    if (row != null) {
                        row(row);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            // whatever POI says of a file that is no workbook
            wrong.clear();
            wrong.add(Wrong.of(0, "strategy.import.unreadable"));
        }
        return new Found(rows, wrong);
    }

    private boolean heads(@Nullable Row row) {
        for (int i = 0; row != null && i < row.getLastCellNum(); i++) {
            String word = text(row.getCell(i));
            for (Column column : Column.values()) {
                if (column.key().equals(word)) {
                    places.put(column, i);
                }
            }
        }
        return places.size() == Column.values().length;
    }

    private void row(Row row) {
        String word = get(row, Column.KIND);
        Bilingual title = new Bilingual(get(row, Column.TITLE_JA), get(row, Column.TITLE_EN));
        if (word == null && title.parity() == Bilingual.Parity.NONE) {
            return;
        }
        int at = row.getRowNum() + 1;
        int before = wrong.size();
        PlanRow.Kind kind = Coded.find(PlanRow.Kind.class, word).orElse(null);
        if (kind == null) {
            wrong.add(Wrong.of(at, "strategy.plansheet.problem.kind"));
            return;
        }
        if (title.parity() == Bilingual.Parity.NONE) {
            wrong.add(Wrong.of(at, "ui.typed.required"));
        }
        for (Column column : Column.values()) {
            String text = get(row, column);
            if (text != null && text.length() > LONGEST) {
                wrong.add(Wrong.of(at, "ui.typed.long"));
            }
        }
        PlanRow read = read(row, kind, title, at);
        String key = read.id() == null ? read.code() : read.id().toString();
        if (key != null && !seen.add(key)) {
            wrong.add(Wrong.of(at, "strategy.plansheet.problem.twice"));
        }
        if (wrong.size() == before && checked(read, at) && !same(read)) {
            rows.add(read);
        }
    }

    private PlanRow read(Row row, PlanRow.Kind kind, Bilingual title, int at) {
        String unit = get(row, Column.UNIT);
        UUID ours = unit == null ? null : unitOf.apply(unit);
        if (unit != null && ours == null) {
            wrong.add(Wrong.of(at, "strategy.import.unit"));
        }
        String level = get(row, Column.LEVEL);
        if (kind.step() && !PlanStep.LEVELS.contains(String.valueOf(level))) {
            wrong.add(Wrong.of(at, "strategy.plansheet.problem.level"));
        }
        String version = get(row, Column.VERSION);
        return new PlanRow(
                kind,
                get(row, Column.CODE),
                get(row, Column.UNDER),
                title,
                new Bilingual(get(row, Column.AIM_JA), get(row, Column.AIM_EN)),
                ours,
                level,
                day(row, Column.FROM, at),
                day(row, Column.DUE, at),
                day(row, Column.DONE, at),
                get(row, Column.RESULT),
                id(get(row, Column.ID)),
                version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : null);
    }

    /// Is it known what the row changes, or where it belongs?
    private boolean checked(PlanRow row, int at) {
        String problem =
                switch (row.kind()) {
                    case PROCESS, TARGET -> part(row);
                    case ACTION -> action(row);
                    case MEASURE, MILESTONE -> step(row);
                };
        if (problem != null) {
            wrong.add(Wrong.of(at, problem));
        }
        return problem == null;
    }

    private @Nullable String part(PlanRow row) {
        Plan.Part kept = parts.get(String.valueOf(row.code()));
        if (kept != null) {
            return version(row, kept.version());
        }
        if (notNew(row)) {
            return "strategy.plansheet.problem.code";
        }
        addedParts.add(String.valueOf(row.code()));
        return null;
    }

    private @Nullable String action(PlanRow row) {
        Plan.Action kept = actions.get(String.valueOf(row.code()));
        if (kept != null) {
            return version(row, kept.version());
        }
        if (notNew(row)) {
            return "strategy.plansheet.problem.code";
        }
        String under = String.valueOf(row.under());
        if (!parts.containsKey(under) && !addedParts.contains(under)) {
            return "strategy.plansheet.problem.under";
        }
        addedActions.add(String.valueOf(row.code()));
        return null;
    }

    private @Nullable String step(PlanRow row) {
        String under = String.valueOf(row.under());
        if (!actions.containsKey(under) && !addedActions.contains(under)) {
            return "strategy.plansheet.problem.under";
        }
        if (row.kind() == PlanRow.Kind.MILESTONE && row.due() == null) {
            return "strategy.step.problem.due";
        }
        if (row.from() != null && row.due() != null && row.due().isBefore(row.from())) {
            return "strategy.step.problem.order";
        }
        if (row.id() == null) {
            return row.version() == null ? null : "strategy.plansheet.problem.code";
        }
        PlanStep kept = steps.get(row.id());
        return kept == null ? "strategy.plansheet.problem.code" : version(row, kept.version());
    }

    private static boolean notNew(PlanRow row) {
        return row.version() != null || row.code() != null && !row.code().startsWith("+");
    }

    private static @Nullable String version(PlanRow row, int kept) {
        return Objects.equals(row.version(), kept) ? null : "strategy.plansheet.problem.changed";
    }

    private boolean same(PlanRow row) {
        Plan.Part part = parts.get(String.valueOf(row.code()));
        if (row.kind().part()) {
            return part != null && part.name().equals(row.title()) && part.aim().equals(row.aim());
        }
        if (row.kind() == PlanRow.Kind.ACTION) {
            Plan.Action kept = actions.get(String.valueOf(row.code()));
            return kept != null
                    && kept.title().equals(row.title())
                    && Objects.equals(codeOf.apply(kept.unit()), codeOf.apply(row.unit()))
                    && Objects.equals(kept.endedOn(), row.done());
        }
        PlanStep kept = row.id() == null ? null : steps.get(row.id());
        return kept != null
                && kept.kind().code().equals(row.kind().code())
                && kept.title().equals(row.title())
                && kept.level().equals(row.level())
                && Objects.equals(kept.unit(), row.unit())
                && Objects.equals(kept.from(), row.from())
                && Objects.equals(kept.due(), row.due())
                && Objects.equals(kept.doneOn(), row.done())
                && Objects.equals(kept.result(), row.result());
    }

    private @Nullable String get(Row row, Column column) {
        return text(row.getCell(Objects.requireNonNull(places.get(column))));
    }

    private @Nullable LocalDate day(Row row, Column column, int at) {
        Cell cell = row.getCell(Objects.requireNonNull(places.get(column)));
        if (cell != null
                && cell.getCellType() == CellType.NUMERIC
                && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate();
        }
        String text = text(cell);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException e) {
            wrong.add(Wrong.of(at, "ui.typed.day"));
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 1); // nobody's
        }
    }

    private static @Nullable String text(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        String text =
                switch (cell.getCellType()) {
                    case STRING -> cell.getStringCellValue();
                    case NUMERIC -> NumberToTextConverter.toText(cell.getNumericCellValue());
                    case FORMULA, BOOLEAN, BLANK, ERROR, _NONE -> "";
                };
        String tidy = Normalizer2.getNFCInstance().normalize(text).strip();
        return tidy.isEmpty() ? null : tidy;
    }
}
