package org.kakehashi.intake.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.internal.ImportStore.Settings;
import org.kakehashi.intake.understanding.Column;
import org.kakehashi.intake.understanding.Context;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.Level;
import org.kakehashi.intake.understanding.ListKind;
import org.kakehashi.intake.understanding.Role;
import org.kakehashi.intake.understanding.RowUse;
import org.kakehashi.intake.understanding.TableLayout;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.DayMonthOrder;

/// What a person set on the page of the layout, laid over the layout as it was.
final class LayoutForm {
    private final Map<String, String> given;
    private final Import one;
    private final Imports imports;

    LayoutForm(Map<String, String> given, Import one, Imports imports) {
        this.given = given;
        this.one = one;
        this.imports = imports;
    }

    String kind() {
        String kind = text("kind");
        return imports.kinds().contains(kind) ? kind : one.kind();
    }

    Settings settings() {
        String previous = text("previous");
        String unit = text("unit");
        String asOf = text("asOf");
        return new Settings(
                kind(),
                unit.isEmpty() ? null : UUID.fromString(unit),
                text("name").isEmpty() ? one.name() : text("name"),
                asOf.isEmpty()
                        ? DateText.NONE
                        : DateReader.single(asOf).orElse(DateText.unknown(asOf)),
                previous.isEmpty() ? null : UUID.fromString(previous));
    }

    /// The answers so far with those given now.
    Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>(imports.answers(one));
        given.forEach((name, value) -> {
            if (name.startsWith("answer.")) {
                String key = name.substring("answer.".length());
                if (value.matches("[A-Z]{2}")) {
                    answers.put(key, value);
                } else {
                    answers.remove(key);
                }
            }
        });
        return answers;
    }

    int table() {
        String text = text("table");
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    Layout layout(Layout before) {
        int index = table();
        if (index >= before.tables().size()) {
            return before;
        }
        TableLayout table = before.tables().get(index);
        List<Integer> headers = Words.numbers(text("headerRows"));
        int first = number("firstRow", table.firstRow());
        int last = Math.max(first, number("lastRow", table.lastRow()));
        boolean moved =
                given.containsKey("headerRows")
                        && (!headers.equals(table.headerRows())
                                || first != table.firstRow()
                                || last != table.lastRow());
        TableLayout changed =
                moved ? imports.propose(one, first, last, headers) : withColumns(table);
        ListKind kind = ListKind.valueOf(kind().toUpperCase(Locale.ROOT));
        changed = context(changed.withKind(kind));
        String order = text("dateOrder");
        if (!order.isEmpty()) {
            changed = changed.withDateOrder(DayMonthOrder.valueOf(order.toUpperCase(Locale.ROOT)));
        }
        return before.with(index, row(changed));
    }

    private TableLayout withColumns(TableLayout table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            String role = text("role." + column.column());
            Column used = column;
            if (!role.isEmpty() && !role.equals(Words.code(column.role()))) {
                used = used.as(Role.valueOf(role.toUpperCase(Locale.ROOT)));
            }
            if (!role.isEmpty()) {
                used = used.carried(given.containsKey("carry." + column.column()));
            }
            columns.add(used);
        }
        return table.withColumns(columns);
    }

    private TableLayout context(TableLayout table) {
        if (!given.containsKey("level")) {
            return table;
        }
        Context said = table.context();
        String country = text("country");
        @Nullable Level level =
                text("level").isEmpty()
                        ? null
                        : Level.valueOf(text("level").toUpperCase(Locale.ROOT));
        return table.withContext(
                new Context(
                        level,
                        said.kinds(),
                        said.asOf(),
                        said.fiscalYear(),
                        country.isEmpty() ? null : new Country(country),
                        said.block()));
    }

    private TableLayout row(TableLayout table) {
        int row = number("rowNumber", 0);
        String use = text("rowUse");
        return row < 1 || use.isEmpty()
                ? table
                : table.withRow(row, RowUse.valueOf(use.toUpperCase(Locale.ROOT)));
    }

    private int number(String name, int otherwise) {
        String text = text(name);
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    String text(String name) {
        return Objects.requireNonNullElse(given.get(name), "").strip();
    }
}
