package org.kakehashi.intake.understanding;

/// The values of a record that come from cells.
public enum Field {
    INSTITUTION,
    OTHER_NAME,
    PARTNER_UNIT,
    HOME_UNIT,
    COUNTRY,
    LEVEL,
    KIND,
    START,
    END,
    AUTOMATIC_RENEWAL,
    QUOTA_IN,
    QUOTA_OUT,
    TUITION_WAIVER,
    VALUE
}
