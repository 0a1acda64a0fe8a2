package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.MeasuredRecord;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.RecordedValue;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// Values of formulas, their parts and records, as files.
@Component
class ReadingExports {
    private final Clock clock;
    private final Units units;

    ReadingExports(Clock clock, Units units) {
        this.units = units;
        this.clock = clock;
    }

    TableExport<Reading> series(ReadingPage page) {
        return export(
                page.indicator(),
                List.of(
                        column("when", ReadingText::when),
                        column("value", Reading::value),
                        column("unit", reading -> ReadingText.unit(reading.edition())),
                        column("missing", reading -> ReadingText.missing(reading.outcome())),
                        column("doubtful", Reading::unknown)),
                page.series(),
                page.choice());
    }

    TableExport<ReadingPage.Part> parts(ReadingPage page, ReadingPage.Parts parts) {
        return export(
                page.indicator(),
                List.of(
                        new ExportColumn<ReadingPage.Part>(
                                        "part",
                                        new Bilingual(parts.heading(), parts.heading()),
                                        18,
                                        ReadingPage.Part::name)
                                .wide(36),
                        column("value", ReadingPage.Part::value),
                        column("unit", part -> ReadingText.unit(page.now().edition()))),
                parts.all(),
                page.choice());
    }

    TableExport<RecordedValue> recorded(
            Indicator indicator, List<RecordedValue> values, DayChoice choice) {
        return export(
                indicator,
                List.of(
                        column("year", RecordedValue::year),
                        column(
                                "unitCode",
                                one ->
                                        one.unit() == null
                                                ? null
                                                : units.find(one.unit())
                                                        .map(Unit::code)
                                                        .orElse(null)),
                        column("value", RecordedValue::value),
                        column("unit", one -> ReadingText.unit(indicator.editions().getLast())),
                        column("evidence", RecordedValue::evidence)),
                values,
                choice);
    }

    TableExport<MeasuredRecord> records(
            Indicator indicator, List<MeasuredRecord> records, DayChoice choice) {
        return export(
                indicator,
                List.of(
                        column("record", MeasuredRecord::title),
                        column("value", MeasuredRecord::value)),
                records,
                choice);
    }

    private <R> TableExport<R> export(
            Indicator indicator, List<ExportColumn<R>> columns, List<R> rows, DayChoice choice) {
        String name = indicator.code() + " " + t(indicator.name());
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
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, "strategy.column." + key, Map.of()),
                        Messages.text(Locale.ENGLISH, "strategy.column." + key, Map.of())),
                18,
                value);
    }
}
