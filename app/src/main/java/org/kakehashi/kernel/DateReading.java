package org.kakehashi.kernel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a text says about dates: the dates in it, in order, and what its words mean.
///
/// @param rest what is left of the text without the dates and known words
public record DateReading(String written, List<Found> dates, Set<Meaning> meanings, String rest) {

    /// One date in the text.
    ///
    /// @param other the second possible reading when day and month cannot be told apart
    /// @param start where in the tidied text the date begins
    public record Found(DateText date, @Nullable DateText other, int start, int end) {
        public boolean isAmbiguous() {
            return other != null;
        }
    }

    /// Words about time that lists write in place of, or beside, dates.
    public enum Meaning {
        /// 自動更新, 自動延長, automatic extension
        AUTOMATIC_RENEWAL,
        /// 無期限, Endless, no end date
        NO_EXPIRY,
        /// 手続中, renewal pending
        PENDING,
        /// (2020 renewed), 更新: the following or preceding date is a renewal
        RENEWED,
        /// 最初, first: the date is the original signature
        FIRST,
        /// まで, until: the date is an end
        UNTIL,
        /// より, since: the date is a start
        SINCE,
        /// 5年, 3 years: how long
        LENGTH,
        /// -, TBA, 未定, n/a
        NOTHING
    }

    public DateReading {
        dates = List.copyOf(dates);
        meanings = Set.copyOf(meanings);
    }

    public boolean has(Meaning meaning) {
        return meanings.contains(meaning);
    }

    /// Whether the text is only about time.
    public boolean isPure() {
        return rest.isEmpty() && !(dates.isEmpty() && meanings.isEmpty());
    }

    public boolean isAmbiguous() {
        return dates.stream().anyMatch(Found::isAmbiguous);
    }

    /// The first date, or an unknown one that keeps the text.
    public DateText first() {
        return dates.isEmpty()
                ? DateText.unknown(written)
                : dates.getFirst().date().writtenAs(written);
    }
}
