package org.kakehashi.intake.understanding;

import java.util.List;

/// Tells tables of figures from lists of partners.
final class TableKind {

    private TableKind() {}

    static ListKind of(List<ColumnProfile> profiles, int rows) {
        double countries = best(profiles, Nature.COUNTRY);
        double names = best(profiles, Nature.INSTITUTION);
        boolean countryCounts = best(profiles, Nature.COUNTRY_COUNTS) > 0.5;
        int numbers = 0;
        int filled = 0;
        for (var profile : profiles) {
            boolean dates =
                    HeaderWords.match(profile.header()).stream()
                            .anyMatch(match -> match.role().isDate());
            filled += profile.filled();
            numbers +=
                    profile.isOrdinal() || dates
                            ? 0
                            : (int) Math.round(profile.share(Nature.COUNT) * profile.filled());
        }
        boolean manyNumbers = rows > 0 && numbers >= rows * 0.5 && numbers * 5 >= filled * 2;
        boolean numbersOnly = numbers * 5 >= filled * 2 && names < 0.2;
        boolean figures =
                countryCounts || names < 0.3 && manyNumbers && (countries > 0.3 || numbersOnly);
        return figures ? ListKind.FIGURES : ListKind.AGREEMENTS;
    }

    private static double best(List<ColumnProfile> profiles, Nature nature) {
        return profiles.stream()
                .filter(profile -> profile.fillRate() > 0.1)
                .mapToDouble(profile -> profile.share(nature))
                .max()
                .orElse(0);
    }
}
