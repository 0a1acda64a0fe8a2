package org.kakehashi.report.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.report.Dashboard.Item;
import org.kakehashi.report.Dashboard.Shown;

/// A figure somebody puts on a dashboard, as typed.
public record FigureForm(
        @Nullable String indicator,
        @Nullable String shown,
        @Nullable String dimension,
        @Nullable String wide) {
    static final FigureForm BLANK = new FigureForm(null, "tile", null, null);

    Item item() {
        Shown how = Coded.find(Shown.class, shown).orElse(Shown.TILE);
        boolean by = how.needsDimension() && dimension != null && !dimension.isBlank();
        return new Item(
                new UUID(0, 0),
                indicator == null ? "" : indicator,
                how,
                by ? dimension : null,
                wide != null);
    }
}
