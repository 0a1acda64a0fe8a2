package org.kakehashi.partnership.profile.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition.Direction;
import org.kakehashi.agreement.Use;
import org.kakehashi.agreement.YearSum;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.profile.PartnerRecord;
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

/// People exchanged year by year, other activities, and places used and owed. Left out where
/// nothing is recorded.
@Component
public class ExchangeSection implements ProfileSection {
    private static final int RECENT = 6;

    /// A kind of activity over the last years; null where nothing is recorded.
    public record Row(String label, List<@Nullable Integer> numbers) {}

    /// Places of one agreement in the latest year.
    public record Places(UUID agreement, String number, Use use) {}

    /// What the section shows.
    ///
    /// @param chart null where no students are recorded
    public record Shown(
            @Nullable Chart chart, List<String> years, List<Row> rows, List<Places> places) {}

    private final PartnerRecords records;
    private final Templates templates;

    ExchangeSection(PartnerRecords records, Templates templates) {
        this.records = records;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "partnership.profile.exchange";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!records.mayRead()) {
            return Optional.empty();
        }
        PartnerRecord record = records.of(organization);
        if (record.exchange().isEmpty() && record.uses().isEmpty()) {
            return Optional.empty();
        }
        int last = FiscalYear.of(record.today()).year();
        List<Integer> recent = IntStream.rangeClosed(last - RECENT + 1, last).boxed().toList();
        return Optional.of(
                templates.partnershipExchange(
                                new Shown(
                                        chart(record, last),
                                        recent.stream()
                                                .map(year ->
                                                        new FiscalYear(year).label(Text.locale()))
                                                .toList(),
                                        rows(record, recent),
                                        places(record)))
                        ::render);
    }

    private static @Nullable Chart chart(PartnerRecord record, int last) {
        Optional<Integer> first =
                record.exchange().stream()
                        .filter(one -> one.kind() == Activity.Kind.STUDENT)
                        .map(YearSum::year)
                        .min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return null;
        }
        List<Integer> years =
                IntStream.rangeClosed(Math.max(first.get(), last - Timeline.YEARS + 1), last)
                        .boxed()
                        .toList();
        return new StackedBars(
                Caption.of(
                        "exchanged",
                        t("partnership.profile.exchange.chart"),
                        t("partnership.profile.exchange.text")),
                t("partnership.profile.year"),
                years.stream()
                        .map(year -> new Category(new FiscalYear(year).label(Text.locale())))
                        .toList(),
                List.of(
                        series(record, Direction.INBOUND, years),
                        series(record, Direction.OUTBOUND, years)));
    }

    private static Series series(PartnerRecord record, Direction direction, List<Integer> years) {
        List<@Nullable Number> values = new ArrayList<>();
        years.forEach(year -> values.add(record.number(Activity.Kind.STUDENT, direction, year)));
        return new Series(
                t("partnership.profile.student." + direction.code()),
                values,
                direction == Direction.OUTBOUND);
    }

    private static List<Row> rows(PartnerRecord record, List<Integer> years) {
        List<Row> rows = new ArrayList<>();
        for (Activity.Kind kind : Activity.Kind.values()) {
            List<@Nullable Direction> directions = new ArrayList<>();
            if (kind.directed()) {
                directions.addAll(List.of(Direction.values()));
            } else {
                directions.add(null);
            }
            for (Direction direction : directions) {
                List<@Nullable Integer> numbers = new ArrayList<>();
                years.forEach(year -> numbers.add(record.number(kind, direction, year)));
                if (numbers.stream().anyMatch(java.util.Objects::nonNull)) {
                    String label = t("agreement.activityKind." + kind.code());
                    rows.add(
                            new Row(
                                    direction == null
                                            ? label
                                            : t(
                                                    "partnership.profile.directed",
                                                    "kind",
                                                    label,
                                                    "direction",
                                                    t("agreement.direction." + direction.code())),
                                    numbers));
                }
            }
        }
        return rows;
    }

    private static List<Places> places(PartnerRecord record) {
        List<Places> places = new ArrayList<>();
        for (AgreementLine line : record.lines()) {
            Use use = record.uses().get(line.id());
            if (use != null) {
                places.add(new Places(line.id(), line.number(), use));
            }
        }
        return places;
    }
}
