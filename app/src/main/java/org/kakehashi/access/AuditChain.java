package org.kakehashi.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.kakehashi.access.internal.Anchors;
import org.kakehashi.access.internal.AuditorPack;
import org.kakehashi.access.internal.ChainStore;
import org.kakehashi.access.internal.ChainWalk;
import org.kakehashi.access.internal.Sealer;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The chain that shows tampering with the audit trail and with the history of records: every
/// committed entry is linked, by SHA-256, to all before it (docs/decisions/0006).
@Service
public class AuditChain {
    /// The background work that walks the chain.
    public static final String VERIFY = "access.verify-audit";

    private final ChainStore store;
    private final ChainWalk walk;
    private final Sealer sealer;
    private final AuditorPack pack;
    private final Anchors anchors;
    private final Access access;
    private final Audit audit;
    private final Jobs jobs;
    private final TransactionTemplate snapshot;

    AuditChain(
            ChainStore store,
            ChainWalk walk,
            Sealer sealer,
            AuditorPack pack,
            Anchors anchors,
            Access access,
            Audit audit,
            Jobs jobs,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.walk = walk;
        this.sealer = sealer;
        this.pack = pack;
        this.anchors = anchors;
        this.access = access;
        this.audit = audit;
        this.jobs = jobs;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Walks the whole chain within one snapshot, others writing meanwhile; compares with the
    /// anchors known here and with these.
    public AuditReport verify(List<AuditAnchor> more, LongConsumer progress) {
        access.require("access.audit");
        sealer.seal();
        List<AuditAnchor> all = new ArrayList<>(anchors.known());
        all.addAll(more);
        return Objects.requireNonNull(snapshot.execute(status -> walk.walk(all, progress)));
    }

    /// The whole chain as files an auditor verifies without Kakehashi; says so in the trail.
    public void pack(OutputStream out) {
        access.require("access.audit");
        anchor("export");
        audit.read("access.audit.exported", null, null, Map.of("form", "zip"));
        sealer.seal();
        snapshot.executeWithoutResult(status -> {
            try {
                pack.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Walks the chain in the background.
    public Job startVerifying() {
        access.require("access.audit");
        audit.read("access.audit.verified", null, null, Map.of());
        return jobs.start(VERIFY, Map.of());
    }

    /// The last walk in the background, finished or not.
    public Optional<Job> lastVerified() {
        access.require("access.audit");
        return jobs.latest(VERIFY, 1).stream().findFirst();
    }

    /// The newest link.
    public Optional<AuditAnchor> head() {
        access.require("access.audit");
        return store.head();
    }

    public List<AuditAnchor> anchors(int limit) {
        access.require("access.audit");
        return store.anchors(limit);
    }

    /// Writes the newest link down, to be printed or carried away; says so in the trail.
    public Optional<AuditAnchor> anchor(String place) {
        access.require("access.audit");
        sealer.seal();
        Optional<AuditAnchor> written = anchors.write(place);
        written.ifPresent(one ->
                audit.read("access.audit.anchored", null, null, Map.of("anchor", one.text())));
        return written;
    }
}
