package org.kakehashi.assessment.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Assessments;
import org.kakehashi.assessment.Cycle;
import org.kakehashi.assessment.Cycles;
import org.kakehashi.assessment.Promise;
import org.kakehashi.assessment.Promises;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Frozen;
import org.kakehashi.strategy.Plans;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Component;

/// Puts the pages of cycles together, and the file.
@Component
class CyclePages {
    private final Cycles cycles;
    private final Assessments assessments;
    private final Promises promises;
    private final AssessmentPages words;
    private final Plans plans;
    private final Frozen frozen;
    private final Clock clock;

    CyclePages(
            Cycles cycles,
            Assessments assessments,
            Promises promises,
            AssessmentPages words,
            Plans plans,
            Frozen frozen,
            Clock clock) {
        this.cycles = cycles;
        this.assessments = assessments;
        this.promises = promises;
        this.words = words;
        this.plans = plans;
        this.frozen = frozen;
        this.clock = clock;
    }

    CyclesPage all() {
        return new CyclesPage(
                cycles.list().stream().map(this::summary).toList(), cycles.mayManage());
    }

    private CyclesPage.Line summary(Cycle cycle) {
        List<Assessment> forms = assessments.of(cycle);
        return new CyclesPage.Line(
                cycle,
                t(plans.plan(cycle.plan()).name()),
                new FiscalYear(cycle.year()).label(Text.locale()),
                forms.size(),
                forms.stream().filter(one -> one.decidedOn() != null).count(),
                forms.stream().filter(one -> overdue(cycle, one) != null).count());
    }

    CyclePage page(Cycle cycle, @Nullable Integer justFrozen) {
        LocalDate today = LocalDate.now(clock);
        List<Assessment> forms = assessments.of(cycle);
        Map<UUID, List<Promise>> promised =
                promises.of(cycle).stream().collect(Collectors.groupingBy(Promise::assessment));
        Map<UUID, Bilingual> people =
                words.names(
                        forms.stream()
                                .map(Assessment::owner)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        List<CyclePage.Line> lines =
                forms.stream()
                        .map(one ->
                                line(
                                        cycle,
                                        one,
                                        promised.getOrDefault(one.id(), List.of()),
                                        people))
                        .toList();
        return new CyclePage(
                cycle,
                t(plans.plan(cycle.plan()).name()),
                new FiscalYear(cycle.year()).label(Text.locale()),
                lines,
                forms.stream()
                        .map(one -> one.content().grade())
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                lines.stream().filter(one -> one.overdue() != null).count(),
                forms.stream().filter(one -> one.decidedOn() != null).count(),
                (int)
                        frozen.on(cycle.referenceDay()).stream()
                                .map(one -> one.indicator())
                                .distinct()
                                .count(),
                justFrozen,
                Query.of("/assessments/cycles/" + cycle.id()),
                cycles.mayManage(),
                cycle.referenceDay().isAfter(today));
    }

    private CyclePage.Line line(
            Cycle cycle, Assessment one, List<Promise> promised, Map<UUID, Bilingual> people) {
        return new CyclePage.Line(
                one,
                t(plans.action(one.action()).title()),
                words.unit(one.unit()),
                AssessmentPages.name(people, one.owner()),
                overdue(cycle, one),
                promised.size(),
                promised.stream().filter(each -> each.doneOn() == null).count());
    }

    private @Nullable LocalDate overdue(Cycle cycle, Assessment one) {
        boolean late =
                one.state().open()
                        && !cycle.closed()
                        && cycle.dueOn().isBefore(LocalDate.now(clock));
        return late ? cycle.dueOn() : null;
    }

    TableExport<CyclePage.Line> export(CyclePage page) {
        List<ExportColumn<CyclePage.Line>> columns =
                List.of(
                        column("action", one -> one.assessment().action()),
                        column("title.column", CyclePage.Line::title).wide(44),
                        column("unit", CyclePage.Line::unit),
                        column("owner", CyclePage.Line::owner),
                        column(
                                "state",
                                one -> t("assessment.state." + one.assessment().state().code())),
                        column("overdue", CyclePage.Line::overdue),
                        column("grade", one -> grade(one.assessment())),
                        column("narrative", one -> one.assessment().content().narrative()).wide(80),
                        column("submittedOn", one -> one.assessment().submittedOn()),
                        column("decidedOn", one -> one.assessment().decidedOn()),
                        column("promises", CyclePage.Line::promised),
                        column("promises.open", CyclePage.Line::open));
        String name = t("assessment.cycle.name", "plan", page.plan(), "year", page.year());
        return new TableExport<>(
                name,
                columns,
                page.lines().stream(),
                new ExportNote(
                        name,
                        null,
                        Dates.day(page.cycle().referenceDay()),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static @Nullable String grade(Assessment one) {
        return one.content().grade() == null ? null : one.content().grade().name();
    }

    private static ExportColumn<CyclePage.Line> column(
            String key, Function<CyclePage.Line, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, "assessment." + key, Map.of()),
                        Messages.text(Locale.ENGLISH, "assessment." + key, Map.of())),
                18,
                value);
    }
}
