package org.kakehashi.agreement;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Where the figures of exchanges come from: contributed as a bean by the room that knows every
/// stay. Where there is none, what people and lists state in sums is used.
public interface ExchangeUse {
    /// What happened under these agreements, in sums. The person acting may read them.
    List<Activity> of(Collection<UUID> agreements);
}
