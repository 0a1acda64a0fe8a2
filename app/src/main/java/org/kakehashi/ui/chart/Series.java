package org.kakehashi.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One figure over all categories, null where unknown. A series `below` is drawn under the zero
/// line, as endings are.
public record Series(String name, List<@Nullable Number> values, boolean below) {
    public Series {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public Series(String name, List<@Nullable Number> values) {
        this(name, values, false);
    }

    @Nullable Number at(int index) {
        return index < values.size() ? values.get(index) : null;
    }
}
