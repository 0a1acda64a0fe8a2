package org.kakehashi.assessment.web;

import static org.kakehashi.ui.Text.t;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Assessments;
import org.kakehashi.assessment.Cycle;
import org.kakehashi.assessment.Cycles;
import org.kakehashi.assessment.Promise;
import org.kakehashi.assessment.Promises;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Frozen;
import org.kakehashi.strategy.FrozenFigure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Puts the page of a self-assessment together.
@Component
class AssessmentPages {
    private static final String KIND = "assessment";

    private final Assessments assessments;
    private final Cycles cycles;
    private final Promises promises;
    private final Plans plans;
    private final Readings readings;
    private final Frozen frozen;
    private final Documents documents;
    private final ReviewCases cases;
    private final Bodies bodies;
    private final Units units;
    private final Clock clock;

    AssessmentPages(
            Assessments assessments,
            Cycles cycles,
            Promises promises,
            Plans plans,
            Readings readings,
            Frozen frozen,
            Documents documents,
            ReviewCases cases,
            Bodies bodies,
            Units units,
            Clock clock) {
        this.assessments = assessments;
        this.cycles = cycles;
        this.promises = promises;
        this.plans = plans;
        this.readings = readings;
        this.frozen = frozen;
        this.documents = documents;
        this.cases = cases;
        this.bodies = bodies;
        this.units = units;
        this.clock = clock;
    }

    AssessmentPage page(Assessment one) {
        Cycle cycle = cycles.get(one.cycle());
        Assessment.Attached attached = assessments.attached(one);
        List<Promise> before = promises.before(one, cycle);
        List<Promise> now = promises.of(one);
        Map<UUID, Bilingual> people = people(one, attached, before, now);
        return new AssessmentPage(
                one,
                cycle,
                t(plans.action(one.action()).title()),
                new FiscalYear(cycle.year()).label(Text.locale()),
                unit(one.unit()),
                name(people, one.owner()),
                figures(one, cycle, attached, people),
                before.stream().map(each -> line(each, people)).toList(),
                now.stream().map(each -> line(each, people)).toList(),
                attached.evidence(),
                remarks(attached, null, people),
                documents.part(KIND, one.id()),
                cases.about(KIND, one.id()).map(each -> "/reviews/" + each.id()).orElse(null),
                assessments.mayWrite(one),
                promises.mayAdd(one),
                LocalDate.now(clock));
    }

    private Map<UUID, Bilingual> people(
            Assessment one, Assessment.Attached attached, List<Promise> before, List<Promise> now) {
        Set<UUID> ids = new HashSet<>();
        add(ids, one.owner());
        attached.remarks().forEach(each -> add(ids, each.author()));
        before.forEach(each -> add(ids, each.owner()));
        now.forEach(each -> add(ids, each.owner()));
        return bodies.names(ids);
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /// The numbers of the reference day: as frozen, or else as they are read now.
    private List<AssessmentPage.FigureLine> figures(
            Assessment one,
            Cycle cycle,
            Assessment.Attached attached,
            Map<UUID, Bilingual> people) {
        Map<String, FrozenFigure> kept = new HashMap<>();
        frozen.on(cycle.referenceDay()).forEach(each -> kept.put(each.indicator(), each));
        List<Indicator> serving =
                plans.indicators().stream()
                        .filter(each -> each.actions().contains(one.action()))
                        .toList();
        Map<Indicator, List<Figure>> read =
                readings.figures(
                        serving, List.of(cycle.referenceDay(), cycle.referenceDay().minusYears(1)));
        List<AssessmentPage.FigureLine> lines = new ArrayList<>();
        read.forEach((indicator, figures) -> {
            FrozenFigure official = kept.get(indicator.code());
            BigDecimal value = official == null ? figures.getFirst().value() : official.value();
            lines.add(
                    new AssessmentPage.FigureLine(
                            indicator.code(),
                            t(indicator.name()),
                            number(indicator.decimals(), value),
                            t("strategy.unit." + indicator.unit()),
                            number(indicator.decimals(), figures.getLast().value()),
                            official == null ? null : "/strategy/frozen/" + official.id(),
                            remarks(attached, indicator.code(), people)));
        });
        return lines;
    }

    private static @Nullable String number(int decimals, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getInstance(Text.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private static List<AssessmentPage.RemarkLine> remarks(
            Assessment.Attached attached, @Nullable String indicator, Map<UUID, Bilingual> people) {
        return attached.remarks().stream()
                .filter(each -> Objects.equals(each.indicator(), indicator))
                .map(each ->
                        new AssessmentPage.RemarkLine(
                                each.text(),
                                author(people, each.author()),
                                Dates.moment(each.at())))
                .collect(Collectors.toList());
    }

    private static String author(Map<UUID, Bilingual> people, @Nullable UUID id) {
        String name = name(people, id);
        return name == null ? t("assessment.remark.nobody") : name;
    }

    private AssessmentPage.PromiseLine line(Promise promise, Map<UUID, Bilingual> people) {
        return new AssessmentPage.PromiseLine(
                promise, name(people, promise.owner()), promises.mayFinish(promise));
    }

    @Nullable String unit(@Nullable UUID id) {
        return id == null ? null : units.find(id).map(Unit::name).map(each -> t(each)).orElse(null);
    }

    Map<UUID, Bilingual> names(Collection<UUID> ids) {
        return bodies.names(ids);
    }

    Map<UUID, Bilingual> everybody() {
        return bodies.people();
    }

    static @Nullable String name(Map<UUID, Bilingual> people, @Nullable UUID id) {
        Bilingual name = id == null ? null : people.get(id);
        return name == null ? null : t(name);
    }
}
