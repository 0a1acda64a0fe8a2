package org.kakehashi.access;

import java.util.List;
import org.kakehashi.access.Audit.Entry;
import org.kakehashi.access.internal.AuditStore;
import org.springframework.stereotype.Service;

/// The audit trail as auditors read it.
@Service
public class AuditTrail {
    private final AuditStore store;
    private final Access access;

    AuditTrail(AuditStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /// Newest first.
    public List<Entry> list(AuditFilter filter, long offset, int limit) {
        access.require("access.audit");
        return store.list(filter, offset, limit);
    }

    public long count(AuditFilter filter) {
        access.require("access.audit");
        return store.count(filter);
    }

    /// Every action that occurs, for choosing.
    public List<String> actions() {
        access.require("access.audit");
        return store.actions();
    }
}
