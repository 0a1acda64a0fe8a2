package org.kakehashi.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A line the size of a word, for a tile or a table cell; the words beside it carry the figures.
public record Sparkline(String label, List<@Nullable Number> values) {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 32;

    public Sparkline {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public String svg() {
        List<Double> known =
                values.stream().filter(Objects::nonNull).map(Number::doubleValue).toList();
        double low = known.stream().min(Double::compare).orElse(0.0);
        double high = known.stream().max(Double::compare).orElse(1.0);
        Scale scale = new Scale(low, high > low ? high : low + 1, 1, HEIGHT - 4, 4);
        Look line = Look.line(Palette.ACCENT, 2).with("vector-effect", "non-scaling-stroke");
        return Svg.word(label, WIDTH, HEIGHT).path(path(scale), line).done();
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
