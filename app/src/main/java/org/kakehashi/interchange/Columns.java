package org.kakehashi.interchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Countries;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Resolver;

/// Which column names institutions and which the country, guessed from what stands in them.
///
/// @param text from 1; 0 where no column holds anything
/// @param country from 1, null where none states countries
/// @param headed the first row holds names of columns
public record Columns(int text, @Nullable Integer country, boolean headed) {
    private static final int LOOKED_AT = 30;

    /// @param rows the first rows of the list
    public static Columns guess(List<List<String>> rows, Resolver index) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int text = 0;
        double best = -1;
        Integer country = null;
        double countries = 0.5;
        for (int column = 1; column <= width; column++) {
            double named = share(rows, column, one -> isCountry(one));
            double recognised = named > 0.5 ? 0 : share(rows, column, one -> isNamed(one, index));
            if (named > countries) {
                countries = named;
                country = column;
            }
            if (recognised > best) {
                best = recognised;
                text = column;
            }
        }
        return new Columns(text, country, headed(rows, text, country, index));
    }

    /// A column by its number or by its name in the first row; 0 when there is none.
    public static int find(String asked, List<String> first) {
        if (asked.matches("\\d{1,4}")) {
            int number = Integer.parseInt(asked);
            return number <= first.size() ? number : 0;
        }
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).strip().equalsIgnoreCase(asked.strip())) {
                return i + 1;
            }
        }
        return 0;
    }

    public static String cell(List<String> row, @Nullable Integer column) {
        return column == null || column < 1 || column > row.size()
                ? ""
                : row.get(column - 1).strip();
    }

    /// A first row that means nothing above rows that do.
    private static boolean headed(
            List<List<String>> rows, int text, @Nullable Integer country, Resolver index) {
        if (rows.size() < 2 || text == 0) {
            return false;
        }
        List<String> first = rows.getFirst();
        boolean silent =
                !isNamed(cell(first, text), index)
                        && (country == null || !isCountry(cell(first, country)));
        List<List<String>> below = rows.subList(1, rows.size());
        return silent && share(below, text, one -> isNamed(one, index)) >= 0.5;
    }

    private static double share(
            List<List<String>> rows, int column, java.util.function.Predicate<String> test) {
        List<String> cells =
                rows.stream()
                        .map(row -> cell(row, column))
                        .filter(cell -> !cell.isEmpty())
                        .limit(LOOKED_AT)
                        .toList();
        return cells.isEmpty() ? 0 : cells.stream().filter(test).count() / (double) cells.size();
    }

    private static boolean isCountry(String text) {
        return Countries.find(text).isPresent();
    }

    private static boolean isNamed(String text, Resolver index) {
        return !text.isEmpty() && index.resolve(text, Hints.none()).decision() != Decision.NONE;
    }
}
