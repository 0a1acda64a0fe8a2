package org.kakehashi.partnership.profile.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.profile.PartnerEvent.Kind;
import org.kakehashi.partnership.profile.PartnerRecords;
import org.kakehashi.partnership.profile.Timeline;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Category;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.Series;
import org.kakehashi.ui.chart.StackedBars;
import org.springframework.stereotype.Component;

/// Twenty years with a partner as a picture and as a list.
@Component
public class TimelineSection implements ProfileSection {
    /// What the section shows.
    public record Shown(Chart chart, Timeline timeline) {}

    private final PartnerRecords records;
    private final Templates templates;

    TimelineSection(PartnerRecords records, Templates templates) {
        this.records = records;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String title() {
        return "partnership.profile.timeline";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!records.mayRead()) {
            return Optional.empty();
        }
        Timeline timeline = Timeline.of(records.of(organization));
        return timeline.events().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        templates.partnershipTimeline(new Shown(chart(timeline), timeline))
                                ::render);
    }

    private static Chart chart(Timeline timeline) {
        List<Integer> years =
                IntStream.rangeClosed(timeline.first().year(), timeline.last().year())
                        .boxed()
                        .toList();
        return new StackedBars(
                Caption.of(
                        "timeline",
                        t("partnership.profile.timeline.chart"),
                        t("partnership.profile.timeline.text")),
                t("partnership.profile.year"),
                years.stream()
                        .map(year -> new Category(new FiscalYear(year).label(Text.locale())))
                        .toList(),
                List.of(
                        series(
                                timeline,
                                "began",
                                years,
                                false,
                                Kind.AGREEMENT_BEGAN,
                                Kind.MEMORANDUM_BEGAN),
                        series(timeline, "visitIn", years, false, Kind.VISIT_IN),
                        series(timeline, "visitOut", years, false, Kind.VISIT_OUT),
                        series(timeline, "ended", years, true, Kind.AGREEMENT_ENDED)));
    }

    private static Series series(
            Timeline timeline, String name, List<Integer> years, boolean below, Kind... kinds) {
        List<@Nullable Number> values = new ArrayList<>();
        for (int year : years) {
            long sum = 0;
            for (Kind kind : kinds) {
                sum += timeline.count(kind, year);
            }
            values.add(sum);
        }
        return new Series(t("partnership.profile.timeline." + name), values, below);
    }
}
