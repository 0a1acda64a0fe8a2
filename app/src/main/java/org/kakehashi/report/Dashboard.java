package org.kakehashi.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// Figures that somebody wants to see together (ダッシュボード).
///
/// @param owner who made it; null for one of the university
/// @param narrow what it can be narrowed to while looking: a unit, a country or region
public record Dashboard(
        UUID id,
        Kind kind,
        Bilingual name,
        Bilingual lead,
        @Nullable UUID owner,
        Sharing sharing,
        @Nullable String narrow,
        int version,
        List<Item> items) {
    public Dashboard {
        items = List.copyOf(items);
    }

    /// For whom it is.
    public enum Kind implements Coded {
        EXECUTIVE,
        OWNER,
        DEPARTMENT,
        PARTNER,
        PUBLIC,
        /// Somebody's own.
        OWN
    }

    /// Who sees it besides its owner.
    public record Sharing(With with, @Nullable String role, @Nullable UUID unit) {
        public static final Sharing PRIVATE = new Sharing(With.PRIVATE, null, null);
    }

    public enum With implements Coded {
        PRIVATE,
        EVERYONE,
        ROLE,
        UNIT
    }

    /// One figure of it.
    ///
    /// @param dimension what it is told apart by, for [Shown#PARTS] and [Shown#TABLE]
    public record Item(
            UUID id, String indicator, Shown shown, @Nullable String dimension, boolean wide) {}

    public enum Shown implements Coded {
        TILE,
        YEARS,
        PARTS,
        MAP,
        TABLE;

        public boolean needsDimension() {
            return this == PARTS || this == TABLE;
        }
    }
}
