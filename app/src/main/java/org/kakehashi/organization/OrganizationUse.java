package org.kakehashi.organization;

import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Select;

/// A way in which a higher room uses organizations, offered as a filter of the list: those with
/// agreements, those in a consortium. Contributed as a bean.
public interface OrganizationUse {
    /// Stable name in addresses: `agreements`.
    String key();

    /// Message key of the filter's words: 協定のある機関.
    String label();

    /// The identifiers, within what the person acting may see.
    Select<Record1<UUID>> organizations();
}
