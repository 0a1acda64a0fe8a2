package org.kakehashi.agreement.internal;

import java.time.LocalDate;
import java.util.Locale;
import org.jooq.Record;
import org.jooq.TableField;
import org.kakehashi.kernel.DateText;

/// The three columns of a date: x_date, x_precision, x_written.
record Dates<R extends Record>(
        TableField<R, LocalDate> date,
        TableField<R, String> precision,
        TableField<R, String> written) {

    DateText read(Record row) {
        return new DateText(
                row.get(date),
                DateText.Precision.valueOf(row.get(precision).toUpperCase(Locale.ROOT)),
                row.get(written));
    }

    void write(R row, DateText value) {
        row.set(date, value.date());
        row.set(precision, value.precision().name().toLowerCase(Locale.ROOT));
        row.set(written, value.written());
    }
}
