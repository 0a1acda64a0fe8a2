package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.jspecify.annotations.Nullable;
import org.kakehashi.report.Board;
import org.kakehashi.ui.Text;

/// A dashboard as PowerPoint: a slide for each figure, with charts and tables that can be changed
/// there.
final class Slides {
    private static final String FONT = "Yu Gothic";
    private static final Color INK = new Color(0x17446f);
    private static final int MOST_PARTS = 12;

    private final XMLSlideShow show = new XMLSlideShow();

    Slides() {
        show.setPageSize(new java.awt.Dimension(960, 540));
    }

    byte[] of(Board board, List<EntryView> views, String owner, String day, String note) {
        XSLFSlide first = show.createSlide();
        text(first, 60, 170, 840, t(board.dashboard().name()), 36, true);
        text(first, 60, 250, 840, other(board), 20, false);
        text(
                first,
                60,
                320,
                840,
                owner + "  " + day + (note.isEmpty() ? "" : "  " + note),
                18,
                false);
        for (int i = 0; i < views.size(); i++) {
            slide(board.entries().get(i), views.get(i), note);
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.write(out);
            show.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String other(Board board) {
        return Objects.toString(
                Text.japanese() ? board.dashboard().name().en() : board.dashboard().name().ja(),
                "");
    }

    private void slide(Board.Entry entry, EntryView view, String note) {
        XSLFSlide slide = show.createSlide();
        text(slide, 40, 20, 880, view.name(), 26, true);
        text(
                slide,
                40,
                62,
                880,
                Objects.toString(
                        Text.japanese()
                                ? entry.indicator().name().en()
                                : entry.indicator().name().ja(),
                        ""),
                14,
                false);
        String value = view.tile().value();
        text(
                slide,
                40,
                95,
                300,
                value == null ? t("ui.unknown") : value + " " + view.tile().unit(),
                40,
                true);
        StringBuilder words = new StringBuilder(view.tile().asOf());
        for (@Nullable String one :
                new @Nullable String[] {
                    view.status() == null ? null : t("strategy.status") + ": " + view.status(),
                    view.goal(),
                    view.tile().note(),
                    view.missing(),
                    view.complete(),
                    note.isEmpty() ? null : note
                }) {
            if (one != null) {
                words.append('\n').append(one);
            }
        }
        text(slide, 40, 165, 300, words.toString(), 14, false);
        FigureWords figures = new FigureWords(Text.locale());
        boolean parts = !entry.parts().isEmpty();
        List<String> names =
                parts
                        ? entry.parts().stream().limit(MOST_PARTS).map(Board.Part::name).toList()
                        : entry.years().stream()
                                .map(one -> figures.year(entry.indicator(), one.day()))
                                .toList();
        List<@Nullable BigDecimal> values =
                parts
                        ? entry.parts().stream()
                                .limit(MOST_PARTS)
                                .<@Nullable BigDecimal>map(Board.Part::value)
                                .toList()
                        : entry.years().stream()
                                .<@Nullable BigDecimal>map(Board.Value::value)
                                .toList();
        chart(slide, view, names, values, parts);
        if (!parts) {
            table(slide, entry, names, values);
        }
    }

    /// Where a value is unknown there is no column; the table says so.
    private void chart(
            XSLFSlide slide,
            EntryView view,
            List<String> names,
            List<@Nullable BigDecimal> values,
            boolean parts) {
        if (values.stream().noneMatch(Objects::nonNull)) {
            return;
        }
        XSLFChart chart = show.createChart();
        XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        XDDFChartData data = chart.createData(ChartTypes.BAR, across, up);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(parts ? BarDirection.BAR : BarDirection.COL);
            bars.setVaryColors(false);
        }
        Double[] numbers =
                values.stream()
                        .map(one -> one == null ? null : one.doubleValue())
                        .toArray(Double[]::new);
        data.addSeries(
                        XDDFDataSourcesFactory.fromArray(
                                names.toArray(String[]::new), "A2:A" + (names.size() + 1), 0),
                        XDDFDataSourcesFactory.fromArray(numbers, "B2:B" + (names.size() + 1), 1))
                .setTitle(view.name(), null);
        chart.plot(data);
        int emu = Units.EMU_PER_POINT;
        slide.addChart(
                chart, new Rectangle(350 * emu, 95 * emu, 570 * emu, (parts ? 410 : 300) * emu));
    }

    private static void table(
            XSLFSlide slide,
            Board.Entry entry,
            List<String> names,
            List<@Nullable BigDecimal> values) {
        XSLFTable table = slide.createTable();
        table.setAnchor(new Rectangle(40, 420, 880, 60));
        XSLFTableRow heads = table.addRow();
        XSLFTableRow cells = table.addRow();
        FigureWords words = new FigureWords(Text.locale());
        for (int i = 0; i < names.size(); i++) {
            run(heads.addCell().addNewTextParagraph(), names.get(i), 12, true);
            String value =
                    words.number(entry.indicator(), entry.years().get(i).day(), values.get(i));
            run(
                    cells.addCell().addNewTextParagraph(),
                    value == null ? t("ui.unknown") : value,
                    12,
                    false);
            table.setColumnWidth(i, 880.0 / names.size());
        }
    }

    private static void text(
            XSLFSlide slide, int x, int y, int width, String text, double size, boolean bold) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(x, y, width, 40));
        box.clearText();
        for (String line : text.split("\n", -1)) {
            run(box.addNewTextParagraph(), line, size, bold);
        }
    }

    private static void run(XSLFTextParagraph paragraph, String text, double size, boolean bold) {
        XSLFTextRun run = paragraph.addNewTextRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, FontGroup.EAST_ASIAN);
        if (bold) {
            run.setFontColor(INK);
        }
    }
}
