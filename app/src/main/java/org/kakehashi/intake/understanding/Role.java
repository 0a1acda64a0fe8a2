package org.kakehashi.intake.understanding;

import java.util.EnumSet;
import java.util.Set;

/// What a column holds.
public enum Role {
    IGNORED,
    /// 1, 2, 3 …
    ORDINAL,
    REGION,
    COUNTRY,
    CITY,
    INSTITUTION,
    /// the institution's name in another language
    OTHER_NAME,
    /// faculty of the partner
    PARTNER_UNIT,
    /// unit of the own university
    HOME_UNIT,
    /// title or code of the agreement
    TITLE,
    LEVEL,
    /// kinds of agreement in words
    KIND,
    /// a mark here means the kind that the header names
    KIND_MARK,
    START,
    /// a later signature of the same agreement
    RENEWED,
    /// the end that was agreed first, if a current one stands elsewhere
    FORMER_END,
    END,
    /// start and end in one cell
    VALIDITY,
    DURATION,
    AUTOMATIC_RENEWAL,
    QUOTA,
    QUOTA_IN,
    QUOTA_OUT,
    TUITION_WAIVER,
    STATUS,
    REMARKS,
    /// a year or fiscal year that dates the row
    PERIOD,
    /// several countries with a number each in one cell
    COUNTRY_FIGURES,
    /// the name of the row of a table of figures, when it is not a country
    LABEL,
    /// a number in a table of figures
    FIGURE,
    /// the sum of the row in a table of figures
    TOTAL,
    /// name, country and dates in one running text
    FREE_TEXT;

    private static final Set<Role> DATES = EnumSet.of(START, RENEWED, FORMER_END, END, VALIDITY);
    private static final Set<Role> REPEATABLE =
            EnumSet.of(IGNORED, KIND, KIND_MARK, REMARKS, FIGURE, LABEL, TITLE, HOME_UNIT);

    public boolean isDate() {
        return DATES.contains(this);
    }

    /// Whether it says something about when the agreement holds.
    boolean isTime() {
        return isDate() || this == AUTOMATIC_RENEWAL || this == DURATION;
    }

    /// Whether several columns of one table may have this role.
    public boolean isRepeatable() {
        return REPEATABLE.contains(this);
    }
}
