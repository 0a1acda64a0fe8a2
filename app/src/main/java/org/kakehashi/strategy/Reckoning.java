package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;

/// The figures of one page: first everything is wished for, then counted together in as few
/// questions as there are dimensions, then read.
public final class Reckoning {
    private final Tally tally = new Tally();
    private final AgreementCounts counts;

    Reckoning(AgreementCounts counts) {
        this.counts = counts;
    }

    /// Wishes for the figures of these indicators on these days; those nothing measures are passed
    /// over.
    public Reckoning wanting(List<Indicator> indicators, List<LocalDate> days) {
        indicators.stream()
                .filter(Indicator::measured)
                .forEach(one -> days.forEach(day -> Computing.want(tally, one, day, true)));
        return this;
    }

    /// The values alone, without what is in doubt beside them.
    public Reckoning wantingValues(List<Indicator> indicators, List<LocalDate> days) {
        indicators.forEach(one -> days.forEach(day -> Computing.want(tally, one, day, false)));
        return this;
    }

    /// Wishes for the breakdown on the day alone, without the year before.
    public Reckoning wantingNow(Indicator indicator, Dimension dimension, LocalDate day) {
        Telling.want(tally, indicator, dimension, List.of(day));
        return this;
    }

    public Reckoning wanting(Indicator indicator, Dimension dimension, LocalDate day) {
        Telling.want(tally, indicator, dimension, List.of(day, day.minusYears(1)));
        return this;
    }

    public Reckoning counted() {
        tally.ask(counts);
        return this;
    }

    /// The records of the indicator on the day.
    public AgreementFilter records(Indicator indicator, LocalDate day) {
        return Filters.on(Objects.requireNonNull(indicator.formula()).filter(), day);
    }

    public Figure figure(Indicator indicator, LocalDate day) {
        return Computing.figure(tally, indicator, day);
    }

    public Breakdown breakdown(Indicator indicator, Dimension dimension, LocalDate day) {
        return Telling.breakdown(tally, indicator, dimension, day);
    }
}
