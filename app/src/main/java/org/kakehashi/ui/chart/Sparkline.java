package org.kakehashi.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line the size of a word, for a tile or a table cell; the words beside it carry the figures.
public record Sparkline(String label, List<@Nullable Number> values) {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 32;

    public Sparkline {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public String svg() {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "spark",
                "viewBox",
                "0 0 160 32",
                "role",
                "img",
                "aria-label",
                label,
                "preserveAspectRatio",
                "none");
        double high =
                values.stream()
                        .mapToDouble(value -> value == null ? 0 : value.doubleValue())
                        .max()
                        .orElse(1);
        double low =
                values.stream()
                        .filter(java.util.Objects::nonNull)
                        .mapToDouble(Number::doubleValue)
                        .min()
                        .orElse(0);
        Scale scale = new Scale(low, high > low ? high : low + 1, 1, HEIGHT - 4, 4);
        svg.leaf(
                "path",
                "d",
                path(scale),
                "fill",
                "none",
                "stroke",
                Palette.ACCENT,
                "stroke-width",
                2.0,
                "vector-effect",
                "non-scaling-stroke");
        return svg.done();
    }

    private String path(Scale scale) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        double step = (WIDTH - 8) / Math.max(1, values.size() - 1);
        for (int i = 0; i < values.size(); i++) {
            Number value = values.get(i);
            if (value != null) {
                path.append(pen ? 'L' : 'M')
                        .append(Svg.number(4 + i * step))
                        .append(' ')
                        .append(Svg.number(scale.at(value.doubleValue())));
            }
            pen = value != null;
        }
        return path.toString();
    }
}
