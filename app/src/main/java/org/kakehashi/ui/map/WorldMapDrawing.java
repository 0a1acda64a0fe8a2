package org.kakehashi.ui.map;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.chart.Palette;
import org.kakehashi.ui.chart.Svg;

/// Draws a [WorldMap]. Links are left out of the tab order: the table below the map has the same
/// ones, in a useful order.
final class WorldMapDrawing {
    private static final double SMALL_DOT = 4;
    private static final double DOT = 7;
    private static final double LARGEST_CIRCLE = 34;
    private static final double SMALLEST_CIRCLE = 5;

    private final WorldMap map;
    private final Classes classes;
    private final Map<String, CountryFigure> figures;
    private final String hatch;

    WorldMapDrawing(WorldMap map) {
        this.map = map;
        this.classes = map.classes();
        this.figures = map.byCode();
        this.hatch = map.caption().id() + "-hatch";
    }

    String svg() {
        Shapes world = Shapes.WORLD;
        Svg svg = Svg.picture(map.caption(), world.width(), world.height(), linked());
        pattern(svg);
        for (Shapes.Shape shape : world.all()) {
            if (!shape.path().isEmpty()) {
                country(
                        svg,
                        shape,
                        "path",
                        "d",
                        shape.path(),
                        "stroke",
                        "#fff",
                        "stroke-width",
                        1.2);
            }
        }
        for (Shapes.Shape shape : world.all()) {
            if (shape.dot()) {
                boolean known = value(figures.get(shape.code())) != null;
                country(
                        svg,
                        shape,
                        "circle",
                        "cx",
                        shape.x(),
                        "cy",
                        shape.y(),
                        "r",
                        known ? DOT : SMALL_DOT,
                        "stroke",
                        known ? "#fff" : Palette.HATCH,
                        "stroke-width",
                        1.2);
            }
        }
        places(svg);
        return svg.done();
    }

    private void country(Svg svg, Shapes.Shape shape, String element, Object... geometry) {
        CountryFigure figure = figures.get(shape.code());
        Number value = value(figure);
        String fill =
                value == null ? "url(#" + hatch + ")" : WorldMap.fill(classes, value.doubleValue());
        if (figure == null) {
            svg.leaf(element, with(geometry, "fill", fill));
            return;
        }
        String words = figure.name() + " " + map.caption().show(value);
        svg.link(figure.href(), "tabindex", "-1", "aria-label", words);
        svg.open(element, with(geometry, "fill", fill, "class", "hit")).tip(words).close().close();
    }

    private void places(Svg svg) {
        List<Place> largestFirst =
                map.places().stream()
                        .sorted(Comparator.comparing(Place::weight).reversed())
                        .toList();
        double heaviest = largestFirst.stream().mapToDouble(Place::weight).findFirst().orElse(1);
        for (Place place : largestFirst) {
            double[] at = Shapes.WORLD.locate(place.latitude(), place.longitude());
            double share = heaviest <= 0 ? 0 : Math.max(0, place.weight()) / heaviest;
            double radius =
                    Math.max(
                            SMALLEST_CIRCLE, Math.sqrt(share) * largestCircle(largestFirst.size()));
            String words = place.label() + " " + map.caption().show(place.weight());
            svg.link(place.href(), "tabindex", "-1", "aria-label", words);
            svg.open(
                            "circle",
                            "class",
                            "hit",
                            "cx",
                            at[0],
                            "cy",
                            at[1],
                            "r",
                            radius,
                            "fill",
                            "#c75000",
                            "fill-opacity",
                            "0.62",
                            "stroke",
                            "#fff",
                            "stroke-width",
                            1.5)
                    .tip(words)
                    .close()
                    .close();
        }
    }

    /// Hundreds of places must not hide the countries they are in.
    private static double largestCircle(int places) {
        return places > 100 ? LARGEST_CIRCLE / 2 : LARGEST_CIRCLE;
    }

    private void pattern(Svg svg) {
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        hatch,
                        "width",
                        "8",
                        "height",
                        "8",
                        "patternUnits",
                        "userSpaceOnUse")
                .leaf("rect", "width", "8", "height", "8", "fill", Palette.NO_DATA)
                .leaf("path", "d", "M0 8 8 0", "stroke", "#d3d8de", "stroke-width", "1")
                .close()
                .close();
    }

    private boolean linked() {
        return figures.values().stream().anyMatch(figure -> figure.href() != null)
                || map.places().stream().anyMatch(place -> place.href() != null);
    }

    private static @Nullable Number value(@Nullable CountryFigure figure) {
        return figure == null ? null : figure.value();
    }

    private static Object[] with(Object[] attributes, Object... more) {
        Object[] all = java.util.Arrays.copyOf(attributes, attributes.length + more.length);
        System.arraycopy(more, 0, all, attributes.length, more.length);
        return all;
    }
}
