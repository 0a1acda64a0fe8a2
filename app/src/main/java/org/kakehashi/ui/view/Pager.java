package org.kakehashi.ui.view;

import java.util.ArrayList;
import java.util.List;

/// Where a reader is in a long list: page from 1, size in rows, total in rows.
public record Pager(int page, int size, long total, Query query) {
    public Pager {
        size = Math.max(1, size);
        page = Math.max(1, page);
    }

    /// The page and size asked for by the address, within bounds.
    public static Pager of(Query query, int defaultSize, long total) {
        int size = Math.clamp(number(query.first("size"), defaultSize), 1, 1000);
        int page = number(query.first(TableHead.PAGE), 1);
        return new Pager(
                Math.clamp(page, 1, Math.max(1, (int) ((total + size - 1) / size))),
                size,
                total,
                query);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long offset() {
        return (page - 1L) * size;
    }

    /// The number of the first row shown, 0 in an empty list.
    public long from() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long to() {
        return Math.min(total, offset() + size);
    }

    public boolean first() {
        return page <= 1;
    }

    public boolean last() {
        return page >= pages();
    }

    public String href(int target) {
        return query.with(TableHead.PAGE, target <= 1 ? null : target).href();
    }

    /// The page numbers to offer; 0 stands for a gap.
    public List<Integer> window() {
        List<Integer> window = new ArrayList<>();
        for (int number = 1; number <= pages(); number++) {
            if (number == 1 || number == pages() || Math.abs(number - page) <= 2) {
                window.add(number);
            } else if (window.getLast() != 0) {
                window.add(0);
            }
        }
        return window;
    }

    private static int number(@org.jspecify.annotations.Nullable String text, int otherwise) {
        if (text == null || !text.matches("\\d{1,9}")) {
            return otherwise;
        }
        return Integer.parseInt(text);
    }
}
