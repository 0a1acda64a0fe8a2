package org.kakehashi.ui.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The country shapes in `ui/world-map.txt`, made by `build/world-map.mjs` from Natural Earth
/// (public domain), keyed by ISO 3166-1 alpha-2 (XK for Kosovo, `--` for land no country code
/// stands for).
final class Shapes {
    /// A country: its middle, whether it is so small that it needs a dot, its outline as SVG path
    /// data.
    record Shape(String code, double x, double y, boolean dot, String path) {}

    static final Shapes WORLD = load();

    private final double width;
    private final double height;
    private final EqualEarth projection;
    private final Map<String, Shape> byCode;

    private Shapes(String[] head, Map<String, Shape> byCode) {
        this.width = Double.parseDouble(head[1]);
        this.height = Double.parseDouble(head[2]);
        this.projection =
                new EqualEarth(
                        Double.parseDouble(head[4]),
                        Double.parseDouble(head[5]),
                        Double.parseDouble(head[6]),
                        Double.parseDouble(head[7]));
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Iterable<Shape> all() {
        return byCode.values();
    }

    @Nullable Shape of(String code) {
        return byCode.get(code);
    }

    /// Where a place lies on the map, as x and y.
    double[] locate(double latitude, double longitude) {
        return projection.project(latitude, longitude);
    }

    private static Shapes load() {
        try (InputStream in =
                        Objects.requireNonNull(
                                Shapes.class.getResourceAsStream("/ui/world-map.txt"));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> lines =
                    reader.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .toList();
            Map<String, Shape> shapes = new LinkedHashMap<>();
            for (String[] part : lines.subList(1, lines.size())) {
                double x = Double.parseDouble(part[1]);
                double y = Double.parseDouble(part[2]);
                shapes.put(part[0], new Shape(part[0], x, y, part[3].equals("dot"), part[4]));
            }
            return new Shapes(lines.getFirst(), shapes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
