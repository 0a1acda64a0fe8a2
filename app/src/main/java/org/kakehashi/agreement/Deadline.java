package org.kakehashi.agreement;

import java.time.LocalDate;
import org.kakehashi.kernel.Coded;

/// A day by which something about an agreement or a memorandum must be decided.
///
/// @param on the last day on which deciding is in time
/// @param periodEnd the last day of the running period, which the decision is about
public record Deadline(Kind kind, LocalDate on, LocalDate periodEnd) {
    public enum Kind implements Coded {
        /// It ends that day unless somebody renews it.
        END,
        /// The last day to give notice before it ends or renews itself.
        NOTICE,
        /// It renews itself after that day unless somebody gives notice.
        AUTOMATIC
    }
}
