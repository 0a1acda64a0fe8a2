package org.kakehashi.intake.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.DateText.Precision;
import org.kakehashi.kernel.TextFolding;

/// Makes the figures of one row of a table of figures.
final class FigureReader {

    private static final Pattern LIST = Pattern.compile("\\s*[、,;；，\\n]\\s*");
    private static final Pattern LAST_NUMBER =
            Pattern.compile("^(.*?)[(（\\s]*([\\d,]+)\\s*(?:校|大学|人|名|件|개교|개|명)?\\s*[)）]?\\s*$");

    private final Grid grid;
    private final TableLayout table;
    private final Values values;
    private final List<Column> numbers;
    private final RowNames names;
    private final ShiftedCells shifted;
    private final boolean fiscalLabel;

    FigureReader(Grid grid, TableLayout table) {
        this.grid = grid;
        this.table = table;
        this.values = new Values(grid, table);
        this.names = new RowNames(grid, table, values);
        this.numbers =
                table.columns().stream()
                        .filter(column ->
                                column.role() == Role.FIGURE || column.role() == Role.TOTAL)
                        .toList();
        this.fiscalLabel =
                table.with(Role.LABEL).anyMatch(column -> Periods.isFiscal(column.header()));
        this.shifted = new ShiftedCells(grid, numbers);
    }

    List<Figure> read(int row, boolean total) {
        values.enter(row);
        if (table.has(Role.COUNTRY_FIGURES)) {
            return countryFigures(row);
        }
        var name = names.of(row, total);
        var certain = total ? null : shifted.total(row);
        if (certain != null) {
            return List.of(shiftedTotal(row, name, certain));
        }
        var figures = new ArrayList<Figure>();
        for (var column : numbers) {
            var cell = grid.cell(row, column.column());
            var number = FigureText.read(cell.text());
            if (number != null) {
                figures.add(figure(row, name, column, number));
            } else if (!cell.isEmpty() && cell.text().codePoints().anyMatch(Character::isDigit)) {
                figures.add(unreadable(row, name, column, cell));
            }
        }
        if (figures.isEmpty()
                && name.country() != null
                && numbers.stream().allMatch(column -> grid.cell(row, column.column()).isEmpty())) {
            return List.of(allEmpty(row, name));
        }
        return figures;
    }

    private Figure figure(int row, RowName name, Column column, FigureText number) {
        var flags = new ArrayList<>(name.flags());
        if (column.role() == Role.TOTAL && !flags.contains("total")) {
            flags.add("total");
        }
        var header = FigureHeader.of(column.header());
        var period = header.period();
        var country = name.country() == null ? header.country() : name.country();
        var written =
                header.country() == null || !name.written().isEmpty()
                        ? name.written()
                        : column.header();
        return new Figure(
                row,
                table.context().block(),
                period == null ? asOf() : inYear(period.date()),
                period == null ? isFiscal() : (period.fiscal() || fiscalLabel) && !isEveryYear(),
                written,
                country,
                columnName(header.name(), name.label()),
                number.value(),
                number.women(),
                flags,
                new CellPlace(row, column.column()),
                name.questions());
    }

    private String columnName(String header, String label) {
        boolean byLabel = !table.has(Role.COUNTRY) && !label.isEmpty();
        if (!byLabel) {
            return header;
        }
        return header.isEmpty() ? label : label + "/" + header;
    }

    /// The date of the row, else of the whole list.
    private DateText asOf() {
        return values.find(Role.PERIOD)
                .flatMap(value -> Periods.read(value.text()))
                .map(Periods::date)
                .orElseGet(() -> isEveryYear() ? DateText.NONE : table.context().asOf());
    }

    private boolean isFiscal() {
        return values.find(Role.PERIOD)
                .map(value -> Periods.isFiscal(value.text()))
                .orElse(table.context().fiscalYear());
    }

    private boolean isEveryYear() {
        var date = table.context().asOf().date();
        return date != null && date.getYear() == 1;
    }

    /// 各年5月1日現在 above a column for 2015 means 2015-05-01.
    private DateText inYear(DateText year) {
        var day = table.context().asOf().date();
        var first = year.date();
        if (!isEveryYear() || day == null || first == null || year.precision() != Precision.YEAR) {
            return year;
        }
        return DateText.day(
                LocalDate.of(first.getYear(), day.getMonth(), day.getDayOfMonth()), year.written());
    }

    private Figure shiftedTotal(int row, RowName name, ShiftedCells.Total total) {
        var questions = new ArrayList<>(name.questions());
        var place = new CellPlace(row, total.column());
        questions.add(
                Question.of(
                        Question.Kind.CELLS_SHIFTED,
                        Field.VALUE,
                        place,
                        Long.toString(total.value())));
        return new Figure(
                row,
                table.context().block(),
                asOf(),
                isFiscal(),
                name.written(),
                name.country(),
                columnName(FigureHeader.of(total.totalColumn().header()).name(), name.label()),
                total.value(),
                null,
                List.of("cells_shifted_left", "only_total_certain"),
                place,
                questions);
    }

    private Figure allEmpty(int row, RowName name) {
        var questions = new ArrayList<>(name.questions());
        var place = new CellPlace(row, numbers.isEmpty() ? 1 : numbers.getFirst().column());
        questions.add(Question.of(Question.Kind.ALL_EMPTY, Field.VALUE, place, ""));
        return new Figure(
                row,
                table.context().block(),
                asOf(),
                isFiscal(),
                name.written(),
                name.country(),
                "",
                0L,
                null,
                List.of("all_blank_in_these_columns"),
                place,
                questions);
    }

    private Figure unreadable(int row, RowName name, Column column, Cell cell) {
        var questions = new ArrayList<>(name.questions());
        var place = new CellPlace(row, column.column());
        questions.add(
                Question.of(Question.Kind.UNREADABLE_NUMBER, Field.VALUE, place, cell.text()));
        return new Figure(
                row,
                table.context().block(),
                asOf(),
                isFiscal(),
                name.written(),
                name.country(),
                columnName(FigureHeader.of(column.header()).name(), name.label()),
                null,
                null,
                name.flags(),
                place,
                questions);
    }

    /// `オランダ(1校)、イギリス(5校)`
    private List<Figure> countryFigures(int row) {
        var column = table.find(Role.COUNTRY_FIGURES).orElseThrow();
        var cell = values.of(column);
        var figures = new ArrayList<Figure>();
        if (cell.isEmpty()) {
            return figures;
        }
        for (var part : LIST.split(cell.get().text().replaceAll("[。.]$", ""))) {
            var match = LAST_NUMBER.matcher(TextFolding.tidy(part));
            if (match.matches()) {
                var name = RowName.ofCountry(match.group(1).strip(), cell.get().place());
                var number = new FigureText(Long.parseLong(match.group(2).replace(",", "")), null);
                var figure = figure(row, name, column, number);
                figures.add(figure);
            }
        }
        return figures;
    }
}
