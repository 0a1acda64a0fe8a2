package org.kakehashi.ui.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ties a field's hint and error to its control for assistive technology.
public final class Fields {
    private Fields() {}

    public static @Nullable String describedBy(
            String name, @Nullable String hint, @Nullable String problem) {
        String ids =
                Stream.of(
                                hint == null ? "" : name + "-hint",
                                problem == null ? "" : name + "-problem")
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    public static @Nullable String invalid(@Nullable String problem) {
        return problem == null ? null : "true";
    }
}
