package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.AGREEMENTS_HISTORY;
import static org.kakehashi.schema.agreement.Tables.ANNEXES_HISTORY;
import static org.kakehashi.schema.agreement.Tables.HOME_UNITS_HISTORY;
import static org.kakehashi.schema.agreement.Tables.PARTIES_HISTORY;
import static org.kakehashi.schema.agreement.Tables.SIGNATURES_HISTORY;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Recorded;
import org.springframework.stereotype.Repository;

/// Reads what was recorded about an agreement over time, out of the history twins. Every change
/// writes the agreement's own row first, so its versions tell the moments of change, and what its
/// parts were up to the next one.
@Repository
public class HistoryReader {
    /// How long one change may take to write its parts: the last version has no next one.
    private static final Field<OffsetDateTimeRange> RECORDED = AGREEMENTS_HISTORY.RECORDED;

    private final DSLContext jooq;

    HistoryReader(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Every version ever recorded, oldest first.
    public List<Recorded> versions(UUID id) {
        Result<? extends Record> rows =
                jooq.selectFrom(AGREEMENTS_HISTORY)
                        .where(AGREEMENTS_HISTORY.ID.eq(id))
                        .orderBy(AGREEMENTS_HISTORY.VERSION)
                        .fetch();
        Result<? extends Record> parties = parts(PARTIES_HISTORY, PARTIES_HISTORY.AGREEMENT_ID, id);
        Result<? extends Record> units =
                parts(HOME_UNITS_HISTORY, HOME_UNITS_HISTORY.AGREEMENT_ID, id);
        Result<? extends Record> annexes = parts(ANNEXES_HISTORY, ANNEXES_HISTORY.AGREEMENT_ID, id);
        Result<? extends Record> signatures =
                parts(SIGNATURES_HISTORY, SIGNATURES_HISTORY.AGREEMENT_ID, id);
        List<Recorded> versions = new ArrayList<>();
        for (Record row : rows) {
            OffsetDateTime until = range(row).upper();
            versions.add(
                    new Recorded(
                            Objects.requireNonNull(range(row).lower()),
                            row.get(AGREEMENTS_HISTORY.RECORDED_BY),
                            row.get(AGREEMENTS_HISTORY.RECORDED_REASON),
                            AgreementReader.agreement(
                                            row,
                                            at(parties, until, Parts::party),
                                            at(units, until, Parts::homeUnit),
                                            at(annexes, until, Parts::annex),
                                            at(signatures, until, Parts::signature))
                                    .content()));
        }
        return versions;
    }

    private Result<? extends Record> parts(Table<?> table, Field<UUID> agreement, UUID id) {
        return jooq.selectFrom(table)
                .where(agreement.eq(id))
                .orderBy(table.field(PARTIES_HISTORY.POSITION.getName()))
                .fetch();
    }

    /// The parts that were there when the version ended; the present ones if it has not.
    private static <P> List<P> at(
            Result<? extends Record> rows,
            @Nullable OffsetDateTime until,
            Function<Record, P> maker) {
        return rows.stream()
                .filter(row -> {
                    OffsetDateTime from = range(row).lower();
                    OffsetDateTime to = range(row).upper();
                    return until == null
                            ? to == null
                            : from != null
                                    && from.isBefore(until)
                                    && (to == null || !to.isBefore(until));
                })
                .map(maker)
                .toList();
    }

    private static OffsetDateTimeRange range(Record row) {
        return Objects.requireNonNull(row.get(RECORDED.getName(), OffsetDateTimeRange.class));
    }
}
