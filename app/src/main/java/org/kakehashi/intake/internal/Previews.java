package org.kakehashi.intake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Preview;
import org.kakehashi.intake.Preview.Ask;
import org.kakehashi.intake.Uploads;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.Interpretation;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.ListKind;
import org.kakehashi.intake.understanding.RowUse;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.TextFolding;
import org.springframework.stereotype.Component;

/// Shows what a layout makes of the first rows of a sheet, before anything is read for good.
@Component
public class Previews {
    /// How much of a sheet is previewed.
    private static final int PREVIEWED = 60;

    private final Matching matching;
    private final Units units;

    Previews(Matching matching, Units units) {
        this.matching = matching;
        this.units = units;
    }

    /// What the layout makes of the head of the sheet.
    public Preview preview(
            Sheet sheet, String kind, Layout layout, Map<String, String> answers, DateText asOf) {
        Sheet head = Uploads.head(sheet, PREVIEWED);
        Interpretation read = matching.understanding().interpret(relevant(layout, kind), head);
        Reading reading = new Reading(layout, head, answers, asOf, units);
        List<Preview.Line> lines = new ArrayList<>();
        for (int row = 1; row <= head.height(); row++) {
            String use =
                    read.rows().getOrDefault(row, RowUse.BLANK).name().toLowerCase(Locale.ROOT);
            lines.add(new Preview.Line(row, use, reading.cells(row)));
        }
        List<Preview.Read> records = new ArrayList<>();
        read.partners().stream()
                .map(partner -> reading.row(partner, null))
                .forEach(row -> records.add(new Preview.Read(row.row(), row.values(), row.used())));
        read.figures().stream()
                .map(figure -> reading.row(figure, 1))
                .forEach(row -> records.add(new Preview.Read(row.row(), row.values(), row.used())));
        return new Preview(
                layout,
                sheet.width(),
                sheet.height(),
                lines,
                records,
                asks(reading.questions(read.questions())));
    }

    /// Equal questions once, the most frequent first.
    public static List<Ask> asks(List<RowStore.Asked> questions) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        for (RowStore.Asked one : questions) {
            String key = one.kind() + '|' + one.field() + '|' + one.written();
            Ask known = asks.get(key);
            String answer =
                    one.kind().equals("unknown_country")
                            ? Reading.COUNTRY + TextFolding.key(one.written())
                            : null;
            asks.put(
                    key,
                    new Ask(
                            one.kind(),
                            one.field(),
                            one.written(),
                            one.choices(),
                            known == null ? 1 : known.cells() + 1,
                            known == null ? one.row() : known.row(),
                            known == null ? one.column() : known.column(),
                            answer));
        }
        return List.copyOf(asks.values());
    }

    /// Tables of figures and tables of partners cannot go into one import: those of the other sort
    /// are left out.
    public static Layout relevant(Layout layout, String kind) {
        boolean figures = kind.equals("figures");
        return new Layout(
                layout.tables().stream()
                        .filter(table -> (table.kind() == ListKind.FIGURES) == figures)
                        .toList());
    }
}
