package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;

/// The header of a column of figures: the period and country it may name, and what is left as the
/// column's name.
record FigureHeader(String name, @Nullable Periods period, @Nullable Country country) {

    private static final Pattern BY_COUNTRY =
            Pattern.compile("^(?:国・?地域別|国別|各国)の?(?=.)|^(?i:by country[: ]*)(?=.)");
    private static final Pattern EDGE_MARKS = Pattern.compile("^[*※†]|[*※†]$");

    static FigureHeader of(String header) {
        var names = new ArrayList<String>();
        Periods period = null;
        Country country = null;
        for (var level : header.split("/")) {
            var read = Periods.read(level);
            var place = Countries.find(level);
            if (read.isPresent() && period == null) {
                period = read.get();
            } else if (place.isPresent() && country == null) {
                country = place.get();
            } else {
                names.add(level);
            }
        }
        var name = EDGE_MARKS.matcher(String.join("/", names)).replaceAll("");
        return new FigureHeader(BY_COUNTRY.matcher(name).replaceFirst("").strip(), period, country);
    }
}
