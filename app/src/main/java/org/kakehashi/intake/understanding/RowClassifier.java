package org.kakehashi.intake.understanding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.TextFolding;

/// Tells what each row of a table is for.
final class RowClassifier {

    private static final Pattern NOTE_SENTENCE = Pattern.compile(".*[。]$|^https?:.*");
    private static final int LONGEST_HEADING = 120;
    private static final int USUAL = 200;

    private final Grid grid;
    private final TableLayout table;
    private final int institution;
    private final Set<Integer> headers;
    private final int lastHeader;
    private final boolean mostlySingle;
    private final boolean numbered;
    private boolean dataSeen;

    RowClassifier(Grid grid, TableLayout table) {
        this.grid = grid;
        this.table = table;
        this.headers = Set.copyOf(table.headerRows());
        this.lastHeader = table.lastHeaderRow();
        this.institution =
                table.find(Role.INSTITUTION)
                        .or(() -> table.find(Role.FREE_TEXT))
                        .map(Column::column)
                        .orElse(0);
        int filled = 0;
        int single = 0;
        int ordinals = 0;
        for (int row = table.lastHeaderRow() + 1;
                row <= Math.min(table.lastRow(), table.lastHeaderRow() + USUAL);
                row++) {
            int cells = grid.filled(row).size();
            filled += cells > 0 ? 1 : 0;
            single += cells == 1 ? 1 : 0;
            ordinals +=
                    cells > 0 && FreeText.isNumbered(grid.text(row, Math.max(1, institution)))
                            ? 1
                            : 0;
        }
        mostlySingle = single * 2 > filled;
        numbered = ordinals * 2 > filled;
    }

    RowUse classify(int row) {
        var said = table.rows().get(row);
        if (said != null) {
            return said;
        }
        if (headers.contains(row)) {
            return RowUse.HEADER;
        }
        if (row <= lastHeader) {
            return grid.isBlank(row) ? RowUse.BLANK : RowUse.TITLE;
        }
        var filled = grid.filled(row);
        if (filled.isEmpty()) {
            return RowUse.BLANK;
        }
        var use =
                table.has(Role.FREE_TEXT)
                        ? freeText(row)
                        : filled.size() == 1
                                ? single(row, filled.getFirst())
                                : several(row, filled);
        boolean top = !dataSeen && table.headerRows().isEmpty();
        boolean alone = filled.size() == 1 && Titles.isTitle(grid.text(row, filled.getFirst()));
        boolean title = top && (isVague(use) || alone);
        dataSeen |=
                use == RowUse.DATA && !title
                        || use == RowUse.COUNTRY_HEADING
                        || use == RowUse.REGION_HEADING;
        return title ? RowUse.TITLE : use;
    }

    private static boolean isVague(RowUse use) {
        return use == RowUse.NOTE || use == RowUse.OTHER_HEADING || use == RowUse.LEVEL_HEADING;
    }

    private RowUse freeText(int row) {
        var text = grid.text(row, institution);
        if (Countries.recognise(text).isCountry()) {
            return RowUse.COUNTRY_HEADING;
        }
        if (numbered) {
            return FreeText.isNumbered(text)
                    ? RowUse.DATA
                    : dataSeen ? RowUse.CONTINUATION : RowUse.TITLE;
        }
        boolean names =
                grid.is(row, institution, Nature.INSTITUTION)
                        || grid.is(row, institution, Nature.PART);
        return names ? RowUse.DATA : dataSeen ? RowUse.CONTINUATION : RowUse.TITLE;
    }

    private RowUse single(int row, int column) {
        var text = TextFolding.tidy(grid.text(row, column));
        var reading = Countries.recognise(grid.text(row, column));
        boolean nameColumn = column == institution;
        var heading = heading(row, column, text, reading.isCountry(), reading.isRegion());
        if (heading != null) {
            return heading;
        }
        boolean institutionName = grid.is(row, column, Nature.INSTITUTION);
        if (nameColumn
                && (institutionName || grid.is(row, column, Nature.PART))
                && !isWide(row, column)) {
            return RowUse.DATA;
        }
        if (nameColumn && mostlySingle && text.length() < LONGEST_HEADING) {
            return RowUse.DATA;
        }
        return Words.NOTE.begins(text) || text.length() > LONGEST_HEADING
                ? RowUse.NOTE
                : RowUse.OTHER_HEADING;
    }

    private @org.jspecify.annotations.Nullable RowUse heading(
            int row, int column, String text, boolean country, boolean region) {
        if (country) {
            boolean emptyRow =
                    table.kind() == ListKind.FIGURES
                            && table.find(Role.COUNTRY)
                                    .filter(use -> use.column() == column)
                                    .isPresent();
            return emptyRow ? RowUse.DATA : RowUse.COUNTRY_HEADING;
        }
        if (region) {
            return RowUse.REGION_HEADING;
        }
        if (Words.TOTAL.is(text) || Words.TOTAL.begins(text) && text.length() < 20) {
            return RowUse.TOTAL;
        }
        if (isLevel(text)) {
            return RowUse.LEVEL_HEADING;
        }
        if (Words.NOTE.begins(text) || NOTE_SENTENCE.matcher(text).matches()) {
            return RowUse.NOTE;
        }
        boolean unit =
                UnitNames.isUnit(UnitNames.undecorated(text))
                        && !grid.is(row, column, Nature.INSTITUTION)
                        && text.length() < LONGEST_HEADING;
        boolean place =
                column != institution
                        || isWide(row, column)
                        || !mostlySingle && table.columns().size() > 2;
        return unit && place && !Kinds.namesAgreement(text) ? RowUse.HOME_UNIT_HEADING : null;
    }

    private static boolean isLevel(String text) {
        var plain = text.replaceAll("[\\[\\]【】<>〈〉《》()■◆●○1-9.\\s]", "");
        boolean word = Words.UNIVERSITY_LEVEL.is(plain) || Words.DEPARTMENT_LEVEL.is(plain);
        return word && plain.length() > 3 && !plain.equalsIgnoreCase("university");
    }

    private boolean isWide(int row, int column) {
        var merge = grid.merge(row, column);
        return merge != null && merge.columns() > 1;
    }

    private RowUse several(int row, List<Integer> filled) {
        var first = TextFolding.tidy(grid.text(row, filled.getFirst()));
        if (Words.TOTAL.is(first)
                || Words.TOTAL.begins(first)
                        && first.length() < 12
                        && !grid.is(row, filled.getFirst(), Nature.INSTITUTION)) {
            return RowUse.TOTAL;
        }
        if (table.kind() == ListKind.FIGURES) {
            return RowUse.DATA;
        }
        if (institution > 0 && !grid.cell(row, institution).isEmpty()) {
            return named(row, filled);
        }
        boolean carried = table.find(Role.INSTITUTION).map(Column::carriedDown).orElse(false);
        boolean informs = filled.stream().anyMatch(column -> informs(row, column));
        if (dataSeen && informs && (carried || institution > 0 && isMergedDown(row))) {
            return RowUse.DATA;
        }
        boolean countryCount =
                filled.size() == 2 && Countries.find(grid.text(row, filled.getFirst())).isPresent();
        return countryCount
                ? RowUse.COUNTRY_HEADING
                : Words.NOTE.begins(first) ? RowUse.NOTE : RowUse.OTHER_HEADING;
    }

    /// A row with something in the column of institutions.
    private RowUse named(int row, List<Integer> filled) {
        boolean number =
                grid.is(row, institution, Nature.COUNT) || grid.is(row, institution, Nature.DATE);
        boolean nothing = DateReader.isNothing(grid.text(row, institution));
        boolean names =
                grid.is(row, institution, Nature.INSTITUTION)
                        || grid.is(row, institution, Nature.PART);
        if (number && !names || nothing && filled.size() < 3) {
            return RowUse.OTHER_HEADING;
        }
        return RowUse.DATA;
    }

    private boolean isMergedDown(int row) {
        var merge = grid.merge(row, institution);
        return merge != null && merge.rows() > 1;
    }

    private boolean informs(int row, int column) {
        return table.columns().stream()
                .filter(use -> use.column() == column)
                .anyMatch(use ->
                        use.role().isDate()
                                || use.role() == Role.HOME_UNIT
                                || use.role() == Role.PARTNER_UNIT
                                || use.role() == Role.KIND
                                || use.role() == Role.TITLE);
    }
}
