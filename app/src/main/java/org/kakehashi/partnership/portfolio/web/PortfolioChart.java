package org.kakehashi.partnership.portfolio.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.partnership.portfolio.PartnerFigures;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.DataTable;
import org.kakehashi.ui.chart.LegendEntry;
import org.kakehashi.ui.chart.Look;
import org.kakehashi.ui.chart.Palette;
import org.kakehashi.ui.chart.Svg;

/// Depth against breadth, one point a partner: colour is balance, shape is trend. Who has no record
/// of exchange stands in a strip of its own, never at nought. Points of equal breadth are spread
/// sideways, always in the same way.
///
/// @param deepest people exchanged with the deepest partner
record PortfolioChart(
        Caption caption, List<PartnerFigures> partners, int broadest, long deepest, Locale reader)
        implements Chart {
    private static final double WIDTH = 900;
    private static final double LEFT = 60;
    private static final double RIGHT = 880;
    private static final double TOP = 16;
    private static final double BOTTOM = 400;
    private static final double UNKNOWN_TOP = 420;
    private static final double UNKNOWN_BOTTOM = 470;
    private static final double HEIGHT = 520;
    private static final double SPREAD = 0.7;
    private static final double RADIUS = 4.5;

    static PortfolioChart of(Caption caption, List<PartnerFigures> partners, Locale reader) {
        int broadest = partners.stream().mapToInt(PartnerFigures::breadth).max().orElse(1);
        long deepest = 1;
        for (PartnerFigures one : partners) {
            Long people = one.people().value();
            deepest = Math.max(deepest, people == null ? 0 : people);
        }
        return new PortfolioChart(caption, partners, Math.max(1, broadest), deepest, reader);
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public String svg() {
        Svg svg = Svg.picture(caption, WIDTH, HEIGHT, true);
        axes(svg);
        for (PartnerFigures one : partners) {
            svg.part("/organizations/" + one.organization(), words(one), false);
            point(svg, x(one), y(one), one);
            svg.end();
        }
        return svg.done();
    }

    private void axes(Svg svg) {
        Look muted = Look.text(12).colour(Palette.MUTED);
        for (long tick : ticks()) {
            double y = level(tick);
            svg.path("M" + LEFT + " " + y + "H" + RIGHT, Look.line(Palette.LINE, 1));
            svg.text(LEFT - 6, y + 4, Long.toString(tick), muted.toTheLeft());
        }
        svg.rect(
                LEFT,
                UNKNOWN_TOP,
                RIGHT - LEFT,
                UNKNOWN_BOTTOM - UNKNOWN_TOP,
                Look.fill(Palette.NO_DATA));
        svg.text(
                LEFT - 6,
                (UNKNOWN_TOP + UNKNOWN_BOTTOM) / 2 + 4,
                t("ui.unknown"),
                muted.toTheLeft());
        for (int kinds = 0; kinds <= broadest; kinds++) {
            svg.text(middle(kinds), UNKNOWN_BOTTOM + 18, Integer.toString(kinds), muted.centred());
        }
        svg.text(
                (LEFT + RIGHT) / 2,
                HEIGHT - 8,
                t("partnership.portfolio.breadth"),
                Look.text(13).colour(Palette.INK).centred());
        svg.text(
                LEFT, TOP - 3, t("partnership.portfolio.depth"), Look.text(13).colour(Palette.INK));
    }

    /// 0, 1, 10, 100 … up to the deepest: the axis is logarithmic from one on.
    private List<Long> ticks() {
        List<Long> ticks = new ArrayList<>(List.of(0L));
        for (long tick = 1; tick < deepest * 10; tick *= 10) {
            ticks.add(tick);
        }
        return ticks;
    }

    private double level(double people) {
        double share = Math.log10(1 + people) / Math.log10(1 + 10.0 * deepest);
        return BOTTOM - share * (BOTTOM - TOP - 10);
    }

    private double middle(double kinds) {
        return LEFT + (kinds + 0.5) / (broadest + 1) * (RIGHT - LEFT);
    }

    private double x(PartnerFigures one) {
        return middle(one.breadth() + SPREAD * (scatter(one, 0) - 0.5));
    }

    private double y(PartnerFigures one) {
        Long people = one.people().value();
        return people == null
                ? UNKNOWN_TOP + 8 + scatter(one, 17) * (UNKNOWN_BOTTOM - UNKNOWN_TOP - 16)
                : level(people);
    }

    /// Between 0 and 1, the same for the same partner every time.
    private static double scatter(PartnerFigures one, int salt) {
        long mixed = (one.organization().getLeastSignificantBits() + salt) * 0x9E3779B97F4A7C15L;
        return Math.floorMod((mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L >>> 40, 1_000L) / 1_000.0;
    }

    private static void point(Svg svg, double x, double y, PartnerFigures one) {
        Look look = Look.fill(colour(one.balance())).opacity(0.75).stroke("#ffffff", 0.8).hit();
        switch (one.trend()) {
            case UP -> svg.path(triangle(x, y, -1), look);
            case DOWN -> svg.path(triangle(x, y, 1), look);
            case STEADY -> svg.rect(x - 4, y - 4, 8, 8, look);
            case UNKNOWN -> svg.circle(x, y, RADIUS, look);
        }
    }

    private static String triangle(double x, double y, int way) {
        return String.format(Locale.ROOT, "M%.1f %.1fl5.5 %.1fh-11z", x, y + way * 5.5, -way * 9.5);
    }

    private static String colour(PartnerFigures.Balance balance) {
        return switch (balance) {
            case EVEN -> Palette.series(3);
            case INBOUND -> Palette.series(1);
            case OUTBOUND -> Palette.series(2);
            case UNKNOWN -> Palette.series(7);
        };
    }

    private String words(PartnerFigures one) {
        Long people = one.people().value();
        return t(
                "partnership.portfolio.point",
                "partner",
                one.label(reader),
                "kinds",
                one.breadth(),
                "people",
                people == null ? t("ui.unknown") : Long.toString(people),
                "balance",
                t("partnership.balance." + one.balance().code()),
                "trend",
                t("partnership.trend." + one.trend().code()));
    }

    @Override
    public List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        for (PartnerFigures.Balance one : PartnerFigures.Balance.values()) {
            entries.add(LegendEntry.circle(t("partnership.balance." + one.code()), colour(one)));
        }
        entries.add(shape("M10 1l6 11h-12z", PartnerFigures.Trend.UP));
        entries.add(shape("M10 13l6 -11h-12z", PartnerFigures.Trend.DOWN));
        entries.add(shape("M5 2h10v10h-10z", PartnerFigures.Trend.STEADY));
        return entries;
    }

    private static LegendEntry shape(String path, PartnerFigures.Trend trend) {
        return new LegendEntry(
                t("partnership.trend." + trend.code()),
                "<svg viewBox=\"0 0 20 14\" aria-hidden=\"true\" focusable=\"false\"><path d=\""
                        + path
                        + "\" fill=\""
                        + Palette.MUTED
                        + "\"/></svg>");
    }

    @Override
    public DataTable table() {
        return new DataTable(
                List.of(
                        t("partnership.partner"),
                        t("partnership.portfolio.breadth"),
                        t("partnership.portfolio.agreements"),
                        t("partnership.portfolio.people"),
                        t("partnership.portfolio.before"),
                        t("partnership.portfolio.ratio")),
                partners.stream().map(this::row).toList());
    }

    private DataTable.Row row(PartnerFigures one) {
        List<@Nullable Number> values =
                Arrays.asList(
                        one.breadth(),
                        one.agreements(),
                        one.people().value(),
                        one.before().value(),
                        rounded(one.ratio()));
        return new DataTable.Row(one.label(reader), "/organizations/" + one.organization(), values);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double ratio) {
        return ratio == null ? null : BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP);
    }
}
