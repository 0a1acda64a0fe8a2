package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The roles of the columns in a table of figures.
final class FigureColumns {

    private FigureColumns() {}

    static List<Column> assign(List<ColumnProfile> profiles) {
        boolean cells =
                profiles.stream().anyMatch(profile -> profile.share(Nature.COUNTRY_COUNTS) > 0.5);
        var columns = new ArrayList<Column>();
        boolean country = false;
        for (var profile : profiles) {
            var role = cells ? besideCountryFigures(profile) : role(profile, country);
            country |= role == Role.COUNTRY;
            boolean carried =
                    (role == Role.REGION || role == Role.LABEL || role == Role.PERIOD)
                            && profile.isCarriedDown();
            var reason = profile.header().isEmpty() ? Reason.CONTENT : Reason.HEADER_AND_CONTENT;
            columns.add(new Column(profile.column(), profile.header(), role, carried, 0.8, reason));
        }
        return columns;
    }

    private static Role besideCountryFigures(ColumnProfile profile) {
        if (profile.share(Nature.COUNTRY_COUNTS) > 0.5) {
            return Role.COUNTRY_FIGURES;
        }
        return profile.share(Nature.YEAR) > 0.5 ? Role.PERIOD : Role.IGNORED;
    }

    private static Role role(ColumnProfile profile, boolean countrySeen) {
        if (profile.filled() == 0) {
            return profile.header().isEmpty() ? Role.IGNORED : Role.FIGURE;
        }
        if (!countrySeen && profile.share(Nature.COUNTRY) >= 0.4) {
            return Role.COUNTRY;
        }
        if (profile.share(Nature.REGION) >= 0.5) {
            return Role.REGION;
        }
        if (profile.isOrdinal() && !Periods.read(profile.header()).isPresent()) {
            return Role.ORDINAL;
        }
        if (profile.share(Nature.YEAR) > 0.7 && isPeriodHeader(profile.header())) {
            return Role.PERIOD;
        }
        if (profile.share(Nature.COUNT) >= 0.5) {
            boolean total = Arrays.stream(profile.header().split("/")).anyMatch(Words.TOTAL::is);
            return total ? Role.TOTAL : Role.FIGURE;
        }
        if (profile.shareOfPercent() >= 0.5) {
            return Role.IGNORED;
        }
        return profile.share(Nature.NOTHING) >= 0.5 ? Role.FIGURE : Role.LABEL;
    }

    private static boolean isPeriodHeader(String header) {
        return HeaderWords.match(header).stream()
                .anyMatch(match -> match.role() == Role.PERIOD || match.role() == Role.START);
    }
}
