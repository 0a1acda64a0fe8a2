package org.kakehashi.bench.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.understanding.Figure;
import org.kakehashi.intake.understanding.Interpretation;
import org.kakehashi.intake.understanding.PartnerRecord;

/// What was read, in the form of the expected files.
final class Actual {

    private Actual() {}

    static List<Line> lines(Interpretation interpretation) {
        var lines = new ArrayList<Line>();
        interpretation.partners().forEach(partner -> lines.add(line(partner)));
        interpretation.figures().forEach(figure -> lines.add(line(figure)));
        return lines;
    }

    private static Line line(PartnerRecord record) {
        Map<String, String> cells = new HashMap<>();
        cells.put("institution_as_written", record.name().asWritten());
        cells.put("institution", record.name().institution());
        cells.put("partner_unit", String.join("|", record.name().partnerUnits()));
        cells.put("home_unit", String.join("|", record.homeUnits()));
        cells.put("country", text(record.where().country()));
        cells.put("level", text(record.level()).toLowerCase(Locale.ROOT));
        cells.put("start_date", record.term().start().iso());
        cells.put("end_date", record.term().end().iso());
        cells.put("auto_renew", yes(record.term().automaticRenewal()));
        cells.put("quota_in", text(record.quotaIn()));
        cells.put("quota_out", text(record.quotaOut()));
        cells.put("ror", record.recognition().isCertain() ? record.recognition().rorId() : "");
        return new Line(record.row() + "/" + record.number(), cells);
    }

    private static Line line(Figure figure) {
        Map<String, String> cells = new HashMap<>();
        var year = figure.asOf().iso();
        cells.put("row", Integer.toString(figure.row()));
        cells.put("block", figure.block());
        cells.put("as_of", figure.fiscalYear() && year.length() == 4 ? "FY" + year : year);
        cells.put("country", text(figure.country()));
        cells.put("column", figure.column());
        cells.put("value", text(figure.value()));
        cells.put("value_women", text(figure.women()));
        return new Line(Expected.figureKey(cells), cells);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String yes(@Nullable Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }
}
