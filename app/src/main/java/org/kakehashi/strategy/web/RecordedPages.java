package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Catalogue;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.RecordedValue;
import org.kakehashi.strategy.RecordedValues;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Component;

/// Puts the pages of recorded indicators together.
@Component
class RecordedPages {
    private final Readings readings;
    private final RecordedValues values;
    private final Catalogue catalogue;
    private final Units units;
    private final Users users;

    RecordedPages(
            Readings readings,
            RecordedValues values,
            Catalogue catalogue,
            Units units,
            Users users) {
        this.readings = readings;
        this.values = values;
        this.catalogue = catalogue;
        this.units = units;
        this.users = users;
    }

    RecordedPage page(
            Indicator indicator,
            List<Plan.Action> actions,
            DayChoice choice,
            RecordForm form,
            Map<String, String> problems) {
        List<LocalDate> days = ReadingPages.days(indicator, choice);
        List<Reading> series = readings.series(indicator, days);
        return new RecordedPage(
                indicator,
                actions,
                choice,
                series,
                ReadingPages.years(indicator, series),
                values.list(indicator.code()).stream().map(one -> line(indicator, one)).toList(),
                values.past(indicator.code()).stream().map(one -> line(indicator, one)).toList(),
                form,
                units(form.unit()),
                problems,
                catalogue.mayEdit(),
                values.mayRecord());
    }

    /// A blank form for the year before the present one, whose values are usually due.
    RecordForm blank(Indicator indicator, DayChoice choice) {
        return new RecordForm(
                Integer.toString(indicator.year(choice.today())), null, null, null, null, null);
    }

    /// The form of a value that is recorded, to change it.
    RecordForm of(RecordedValue value) {
        return new RecordForm(
                Integer.toString(value.year()),
                value.unit() == null ? null : value.unit().toString(),
                value.value().stripTrailingZeros().toPlainString(),
                value.evidence(),
                value.version(),
                value.id().toString());
    }

    List<Choice> units(@Nullable String chosen) {
        LocalDate today = LocalDate.now(Dates.zone());
        List<Choice> all = new ArrayList<>();
        units.list().stream()
                .filter(unit -> unit.validOn(today))
                .forEach(unit ->
                        all.add(
                                new Choice(
                                        unit.id().toString(),
                                        t(unit.name()),
                                        unit.id().toString().equals(chosen))));
        return all;
    }

    private RecordedPage.Line line(Indicator indicator, RecordedValue one) {
        RecordedValue.FileRow file = one.file();
        return new RecordedPage.Line(
                one.id().toString(),
                one.version(),
                indicator.period() == Indicator.Period.CALENDAR_YEAR
                        ? t("strategy.calendarYear", "year", Integer.toString(one.year()))
                        : new FiscalYear(one.year()).label(Text.locale()),
                one.unit() == null
                        ? t("strategy.record.whole")
                        : units.find(one.unit()).map(unit -> t(unit.name())).orElse(""),
                String.valueOf(
                        ReadingText.number(
                                indicator.edition(LocalDate.of(one.year(), 12, 31)), one.value())),
                one.evidence(),
                file == null
                        ? null
                        : t("strategy.record.file", "file", file.name(), "row", file.row()),
                one.recordedBy() == null
                        ? ""
                        : users.name(one.recordedBy()).map(Text::t).orElse(""),
                Dates.moment(one.recordedAt()),
                one.until() == null ? null : Dates.moment(one.until()));
    }
}
