package org.kakehashi.ui.map;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.chart.Look;
import org.kakehashi.ui.chart.Palette;
import org.kakehashi.ui.chart.Svg;

/// Draws a [WorldMap]. Links are left out of the tab order: the table below the map has the same
/// ones, in a useful order.
final class WorldMapDrawing {
    private static final double SMALL_DOT = 4;
    private static final double DOT = 7;
    private static final double LARGEST_CIRCLE = 34;
    private static final double SMALLEST_CIRCLE = 5;
    private static final Look LAND = Look.fill(Palette.NO_DATA).stroke(Palette.NO_DATA_LINE, 1);

    private final WorldMap map;
    private final Classes classes;
    private final Map<String, CountryFigure> figures;

    WorldMapDrawing(WorldMap map) {
        this.map = map;
        this.classes = map.classes();
        this.figures = map.byCode();
    }

    String svg() {
        Shapes world = Shapes.WORLD;
        Svg svg = Svg.picture(map.caption(), world.width(), world.height(), linked());
        for (Shapes.Shape shape : world.all()) {
            if (value(shape) == null) {
                country(svg, shape, LAND, SMALL_DOT);
            }
        }
        for (Shapes.Shape shape : world.all()) {
            Number value = value(shape);
            if (value != null) {
                String fill = WorldMap.fill(classes, value.doubleValue());
                country(svg, shape, Look.fill(fill).stroke("#fff", 1.2).hit(), DOT);
            }
        }
        places(svg);
        return svg.done();
    }

    private void country(Svg svg, Shapes.Shape shape, Look look, double dot) {
        CountryFigure figure = figures.get(shape.code());
        if (figure != null) {
            svg.part(
                    figure.href(), figure.name() + " " + map.caption().show(figure.value()), false);
        }
        if (!shape.path().isEmpty()) {
            svg.path(shape.path(), look);
        }
        if (shape.dot()) {
            svg.circle(shape.x(), shape.y(), dot, look);
        }
        if (figure != null) {
            svg.end();
        }
    }

    private void places(Svg svg) {
        List<Place> largestFirst =
                map.places().stream()
                        .sorted(Comparator.comparing(Place::weight).reversed())
                        .toList();
        double heaviest = largestFirst.stream().mapToDouble(Place::weight).findFirst().orElse(1);
        double largest = largestFirst.size() > 100 ? LARGEST_CIRCLE / 2 : LARGEST_CIRCLE;
        Look hit = Look.NONE.hit();
        svg.group(Look.fill(WorldMap.PLACE).opacity(0.62).stroke("#fff", 1.5));
        for (Place place : largestFirst) {
            double[] at = Shapes.WORLD.locate(place.latitude(), place.longitude());
            double share = heaviest <= 0 ? 0 : Math.max(0, place.weight()) / heaviest;
            svg.part(place.href(), place.label() + " " + map.caption().show(place.weight()), false)
                    .circle(
                            at[0],
                            at[1],
                            Math.max(SMALLEST_CIRCLE, Math.sqrt(share) * largest),
                            hit)
                    .end();
        }
        svg.end();
    }

    private boolean linked() {
        return figures.values().stream().anyMatch(figure -> figure.href() != null)
                || map.places().stream().anyMatch(place -> place.href() != null);
    }

    private @Nullable Number value(Shapes.Shape shape) {
        CountryFigure figure = figures.get(shape.code());
        return figure == null ? null : figure.value();
    }
}
