package org.kakehashi.agreement.facts;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers about the register, kept while it stays as it is. Before one is given again the database
/// is asked whether a transaction has changed the register since (`agreement.register_changes`),
/// whoever made it and through whichever connection: a saved record is in every figure at once.
///
/// A question must hold everything the answer depends on: filter, day, language, and who asks.
@Component
public class Kept {
    /// Does this transaction see what others do not, or not see what others do? And has the
    /// register changed since the snapshot?
    private static final String LOOK =
            """
            select pg_current_snapshot()::text,
                pg_current_xact_id_if_assigned() is not null
                    or current_setting('transaction_isolation') <> 'read committed',
                exists (select from agreement.register_changes
                    where transaction >= pg_snapshot_xmin(?::pg_snapshot)::text::bigint
                        and transaction < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                        and not pg_visible_in_snapshot(transaction::text::xid8, ?::pg_snapshot))\
            """;

    /// Shorter than changes are noted.
    private static final Duration LONGEST = Duration.ofDays(1);

    private final DSLContext jooq;
    private final AgreementScope scope;
    private volatile Era present = new Era("1:1:");

    Kept(DSLContext jooq, AgreementScope scope) {
        this.jooq = jooq;
        this.scope = scope;
    }

    /// The answer for the person acting; it must not be changed by who receives it.
    @SuppressWarnings("unchecked") // a question has answers of one type
    public <T> T answer(Object question, Supplier<T> asked) {
        Era era = era();
        if (era == null) {
            return asked.get();
        }
        Question whose = new Question(question, jooq.renderInlined(scope.ofFacts()));
        Object known = era.find(whose);
        if (known != null) {
            return (T) known;
        }
        T answer = asked.get();
        era.keep(whose, answer);
        return answer;
    }

    private record Question(Object what, String scope) {}

    /// The answers that are right now; null for a transaction that has written itself.
    private @Nullable Era era() {
        Era era = present;
        var look = jooq.fetchSingle(LOOK, era.snapshot, era.snapshot);
        if (look.get(1, boolean.class)) {
            return null;
        }
        if (look.get(2, boolean.class) || era.old()) {
            era = new Era(look.get(0, String.class));
            present = era;
        }
        return era;
    }

    /// Answers given while the register stood still: all were asked after the snapshot was taken,
    /// so that what they do not know yet makes the snapshot out of date.
    private static final class Era {
        private static final int MOST_ANSWERS = 500;
        private static final int MOST_VALUES = 200_000;

        private final String snapshot;
        private final long begun = System.nanoTime();
        private final Map<Question, Object> answers = new LinkedHashMap<>(64, 0.75f, true);
        private int values;

        Era(String snapshot) {
            this.snapshot = snapshot;
        }

        boolean old() {
            return System.nanoTime() - begun > LONGEST.toNanos();
        }

        synchronized @Nullable Object find(Question question) {
            return answers.get(question);
        }

        synchronized void keep(Question question, Object answer) {
            Object before = answers.put(question, answer);
            values += size(answer) - (before == null ? 0 : size(before));
            var oldest = answers.entrySet().iterator();
            while (oldest.hasNext() && (answers.size() > MOST_ANSWERS || values > MOST_VALUES)) {
                values -= size(oldest.next().getValue());
                oldest.remove();
            }
        }

        private static int size(Object answer) {
            return switch (answer) {
                case Map<?, ?> map -> 1 + map.size();
                case Collection<?> some -> 1 + some.size();
                case String text -> 1 + text.length() / 50;
                default -> 1;
            };
        }
    }
}
