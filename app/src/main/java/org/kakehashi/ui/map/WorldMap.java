package org.kakehashi.ui.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.DataTable;
import org.kakehashi.ui.chart.LegendEntry;
import org.kakehashi.ui.chart.Palette;

/// Countries shaded by a figure in five classes and, above them, places as circles. Centred on the
/// Pacific as maps in Japan are. A country without an entry has no data and is grey; zero is drawn
/// as the lightest class, not as no data.
public record WorldMap(
        Caption caption,
        String placeHeader,
        String valueHeader,
        List<CountryFigure> countries,
        List<Place> places)
        implements Chart {
    static final String PLACE = "#c75000";

    public WorldMap {
        countries = List.copyOf(countries);
        places = List.copyOf(places);
    }

    @Override
    public String svg() {
        return new WorldMapDrawing(this).svg();
    }

    Classes classes() {
        List<Double> known = new ArrayList<>();
        for (CountryFigure country : countries) {
            if (country.value() != null) {
                known.add(country.value().doubleValue());
            }
        }
        return Classes.of(known);
    }

    Map<String, CountryFigure> byCode() {
        return countries.stream()
                .collect(
                        Collectors.toMap(
                                CountryFigure::code, Function.identity(), (one, other) -> one));
    }

    static String fill(Classes classes, double value) {
        int shade = classes.shade(classes.classOf(value), Palette.SEQUENCE.size());
        return Palette.SEQUENCE.get(shade);
    }

    @Override
    public List<LegendEntry> legend() {
        List<LegendEntry> legend = new ArrayList<>();
        Classes classes = classes();
        for (int i = 0; i < classes.size(); i++) {
            String from = caption.show(classes.from(i));
            String to = caption.show(classes.upper().get(i));
            legend.add(
                    LegendEntry.filled(
                            from.equals(to) ? from : from + "–" + to,
                            fill(classes, classes.upper().get(i))));
        }
        if (!countries.isEmpty()) {
            legend.add(LegendEntry.noData(Messages.text(caption.locale(), "ui.map.noData")));
        }
        if (!places.isEmpty()) {
            legend.add(
                    LegendEntry.circle(
                            Messages.text(
                                    caption.locale(),
                                    "ui.map.circles",
                                    Map.of("what", valueHeader)),
                            PLACE));
        }
        return legend;
    }

    @Override
    public DataTable table() {
        List<DataTable.Row> rows = new ArrayList<>();
        if (countries.isEmpty()) {
            places.stream()
                    .sorted(Comparator.comparing(Place::weight).reversed())
                    .forEach(place -> rows.add(row(place.label(), place.href(), place.weight())));
        } else {
            countries.stream()
                    .sorted(Comparator.comparing(WorldMap::order).reversed())
                    .forEach(country ->
                            rows.add(row(country.name(), country.href(), country.value())));
        }
        return new DataTable(List.of(placeHeader, valueHeader), rows);
    }

    private DataTable.Row row(String label, @Nullable String href, @Nullable Number value) {
        return new DataTable.Row(label, href, Collections.singletonList(value));
    }

    private static double order(CountryFigure country) {
        return country.value() == null ? Double.NEGATIVE_INFINITY : country.value().doubleValue();
    }

    @Override
    public boolean wide() {
        return true;
    }
}
