package org.kakehashi.intake.understanding;

/// What a row is for.
public enum RowUse {
    BLANK,
    TITLE,
    HEADER,
    DATA,
    /// heading rows hold for the rows below them
    COUNTRY_HEADING,
    REGION_HEADING,
    HOME_UNIT_HEADING,
    LEVEL_HEADING,
    /// a heading that means nothing to us
    OTHER_HEADING,
    /// the rest of the row above
    CONTINUATION,
    TOTAL,
    NOTE
}
