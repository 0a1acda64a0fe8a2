package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.EXCHANGE_TOTALS;

import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.Recurring;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the rows of the kept sums together once many were added. The sums are right before, while
/// and after; only fewer rows have to be read.
@Component
class ExchangeTotals implements Recurring {
    private static final int MANY = 500;

    private final DSLContext jooq;
    private final TransactionTemplate transaction;
    private long newest = -1;

    ExchangeTotals(DSLContext jooq, TransactionTemplate transaction) {
        this.jooq = jooq;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "agreement.exchange_totals";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void run() {
        Long last =
                jooq.select(DSL.max(EXCHANGE_TOTALS.ID))
                        .from(EXCHANGE_TOTALS)
                        .fetchSingle()
                        .value1();
        if (last != null && last - newest > MANY) {
            transaction.executeWithoutResult(
                    any -> jooq.execute("select agreement.put_exchange_together()"));
            newest = last;
        }
    }
}
