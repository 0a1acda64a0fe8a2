package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Names;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// Figures as files.
@Component
class FigureExports {
    private final Names names;
    private final Clock clock;

    FigureExports(Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    Names names() {
        return names;
    }

    TableExport<FigureRow> figures(List<FigureRow> rows, DayChoice choice) {
        List<ExportColumn<FigureRow>> columns =
                List.of(
                        column("code", row -> row.indicator().code()),
                        wide("name", 36, row -> row.indicator().name()),
                        column("value", row -> row.now().value()),
                        column("unit", row -> FigureText.unit(row.indicator())),
                        column("when", row -> FigureText.when(row.indicator(), row.now().date())),
                        column("before", row -> row.before().value()),
                        column("records", row -> row.now().records()),
                        column("ofAll", row -> row.now().ofAll()),
                        column("doubtful", row -> row.now().doubtful()),
                        wide("definition", 60, row -> row.indicator().definition()));
        return export(t("strategy.indicators"), columns, rows, choice);
    }

    TableExport<Figure> series(List<Figure> series, DayChoice choice) {
        Indicator indicator = series.getLast().indicator();
        List<ExportColumn<Figure>> columns =
                List.of(
                        column("when", figure -> FigureText.when(indicator, figure.date())),
                        column("value", Figure::value),
                        column("unit", figure -> FigureText.unit(indicator)),
                        column("records", Figure::records),
                        column("ofAll", Figure::ofAll),
                        column("doubtful", Figure::doubtful));
        return export(name(indicator), columns, series, choice);
    }

    TableExport<Breakdown.Item> parts(Breakdown breakdown, DayChoice choice) {
        List<ExportColumn<Breakdown.Item>> columns =
                List.of(
                        new ExportColumn<Breakdown.Item>(
                                        "part",
                                        both("strategy.by." + breakdown.dimension().parameter()),
                                        18,
                                        item -> names.of(breakdown.dimension(), item.key()))
                                .wide(36),
                        column("value", Breakdown.Item::value),
                        column("before", Breakdown.Item::before),
                        column("unit", item -> FigureText.partUnit(breakdown)));
        return export(FigureText.partTitle(breakdown), columns, breakdown.items(), choice);
    }

    private static String name(Indicator indicator) {
        return indicator.code() + " " + t(indicator.name());
    }

    private <R> TableExport<R> export(
            String name, List<ExportColumn<R>> columns, List<R> rows, DayChoice choice) {
        return new TableExport<>(
                name,
                columns,
                rows.stream(),
                new ExportNote(
                        name,
                        null,
                        choice.dayText(),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static <R> ExportColumn<R> column(String key, Function<R, @Nullable Object> value) {
        return new ExportColumn<>(key, both("strategy.column." + key), 18, value);
    }

    private static <R> ExportColumn<R> wide(
            String key, int width, Function<R, @Nullable Object> value) {
        return new ExportColumn<>(key, both("strategy.column." + key), width, value);
    }

    private static Bilingual both(String key) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key, Map.of()),
                Messages.text(Locale.ENGLISH, key, Map.of()));
    }
}
