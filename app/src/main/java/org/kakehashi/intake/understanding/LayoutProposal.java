package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.intake.reading.Sheet;

/// Works out what a sheet means: finds its tables, and lets [TableProposal] look at each.
final class LayoutProposal {

    private final Grid grid;

    LayoutProposal(Sheet sheet) {
        this.grid = new Grid(sheet);
    }

    Layout propose() {
        if (grid.height() == 0) {
            return new Layout(List.of());
        }
        var tables = new ArrayList<TableLayout>();
        for (var area : areas()) {
            tables.addAll(propose(area));
        }
        return new Layout(named(tables));
    }

    private List<TableLayout> propose(Area area) {
        var ranges =
                SideBySide.of(
                        grid, area.headers().isEmpty() ? List.of() : area.headers().subList(0, 1));
        var proposals = new ArrayList<TableLayout>();
        for (var range : ranges) {
            var part =
                    ranges.size() == 1 ? grid : new Grid(grid.sheet(), range.first(), range.last());
            proposals.add(
                    new TableProposal(part, area.first(), area.last(), area.headers()).propose());
        }
        boolean partners = proposals.stream().allMatch(table -> table.kind() != ListKind.FIGURES);
        return ranges.size() == 1 || partners
                ? proposals
                : List.of(
                        new TableProposal(grid, area.first(), area.last(), area.headers())
                                .propose());
    }

    /// @param headers all header rows, repeated ones too
    private record Area(int first, int last, List<Integer> headers) {}

    private List<Area> areas() {
        var headers = new HeaderFinder(grid).find();
        if (headers.isEmpty()) {
            return List.of(new Area(1, grid.height(), List.of()));
        }
        var areas = new ArrayList<Area>();
        for (var header : headers) {
            if (!areas.isEmpty()
                    && sameTexts(areas.getLast().headers().getFirst(), header.getFirst())) {
                var rows = new ArrayList<>(areas.getLast().headers());
                rows.addAll(header);
                areas.set(areas.size() - 1, new Area(areas.getLast().first(), grid.height(), rows));
                continue;
            }
            int first =
                    areas.isEmpty()
                            ? 1
                            : firstTitleRow(header.getFirst(), areas.getLast().headers().getLast());
            if (!areas.isEmpty()) {
                var before = areas.getLast();
                areas.set(areas.size() - 1, new Area(before.first(), first - 1, before.headers()));
            }
            areas.add(new Area(first, grid.height(), List.copyOf(header)));
        }
        return areas;
    }

    private boolean sameTexts(int row, int other) {
        return grid.sheet().row(row).equals(grid.sheet().row(other));
    }

    /// Titles of a later table stand between the last empty row and its header.
    private int firstTitleRow(int header, int previousHeader) {
        for (int row = header - 1; row > previousHeader; row--) {
            if (grid.isBlank(row)) {
                return row + 1;
            }
            if (grid.filled(row).size() > 2) {
                return header;
            }
        }
        return header;
    }

    /// When a sheet holds several tables of figures, each gets a name that tells it from the
    /// others.
    private static List<TableLayout> named(List<TableLayout> tables) {
        if (tables.size() < 2) {
            return tables;
        }
        var named = new ArrayList<TableLayout>();
        for (var table : tables) {
            boolean figures = table.kind() == ListKind.FIGURES;
            named.add(
                    figures ? table.withContext(table.context().inBlock(blockName(table))) : table);
        }
        return named;
    }

    private static String blockName(TableLayout table) {
        if (table.has(Role.COUNTRY) || table.has(Role.COUNTRY_FIGURES)) {
            return "by_country";
        }
        boolean trend =
                table.with(Role.FIGURE)
                        .anyMatch(column -> Periods.read(column.header()).isPresent());
        return trend ? "trend" : "by_label";
    }
}
