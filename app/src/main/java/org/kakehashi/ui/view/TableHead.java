package org.kakehashi.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The head of a list whose order and columns live in its address: `sort=name` or `sort=-name`,
/// `columns=name&columns=…`.
public record TableHead(List<Column> all, Query query, @Nullable String defaultSort) {
    public static final String SORT = "sort";
    public static final String COLUMNS = "columns";
    public static final String PAGE = "page";

    public TableHead {
        all = List.copyOf(all);
    }

    /// A table nobody sorts: only headings.
    public static TableHead plain(Column... columns) {
        return new TableHead(
                java.util.Arrays.stream(columns).map(Column::unsorted).map(Column::fixed).toList(),
                Query.of(""),
                null);
    }

    public List<Column> shown() {
        return all.stream().filter(column -> shows(column.key())).toList();
    }

    public boolean shows(String key) {
        List<String> asked = query.all(COLUMNS);
        return all.stream()
                .filter(column -> column.key().equals(key))
                .anyMatch(column ->
                        !column.optional()
                                || (asked.isEmpty() ? column.byDefault() : asked.contains(key)));
    }

    public boolean choosable() {
        return all.stream().anyMatch(Column::optional);
    }

    /// The order in force, as written in addresses.
    public @Nullable String sort() {
        String asked = query.first(SORT);
        return asked == null ? defaultSort : asked;
    }

    /// The list sorted by this column; the other way round if it already is.
    public String sortHref(Column column) {
        boolean ascending = column.key().equals(sort());
        return query.without(PAGE).with(SORT, ascending ? "-" + column.key() : column.key()).href();
    }

    /// For `aria-sort`; null where the column is not the one sorted by.
    public @Nullable String ariaSort(Column column) {
        String sort = sort();
        if (column.key().equals(sort)) {
            return "ascending";
        }
        return ("-" + column.key()).equals(sort) ? "descending" : null;
    }

    public String sortMark(Column column) {
        String sorted = ariaSort(column);
        if (sorted == null) {
            return "↕";
        }
        return sorted.equals("ascending") ? "▲" : "▼";
    }
}
