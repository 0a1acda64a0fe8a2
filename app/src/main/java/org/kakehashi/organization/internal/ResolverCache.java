package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.REGISTRY_RELEASES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationChanged;
import org.kakehashi.organization.Recognition.Decided;
import org.kakehashi.organization.RegistryImported;
import org.kakehashi.resolver.Overlay;
import org.kakehashi.resolver.RegistryVersion;
import org.kakehashi.resolver.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds the resolver of this process: the registry, rebuilt after an import, and over it what
/// people added and decided, laid anew at the first question after a change.
@Component
public class ResolverCache {
    private static final Logger LOG = LoggerFactory.getLogger(ResolverCache.class);

    private static final long LOOK_EVERY = 10_000_000_000L;

    private final DSLContext jooq;
    private final EntryReader entries;
    private final DecisionStore decisions;
    private final SavedIndex saved;
    private final TransactionTemplate reading;
    private final AtomicBoolean overlayStale = new AtomicBoolean(true);
    private final Object laying = new Object();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private volatile String builtFrom = "";
    private volatile @Nullable CompletableFuture<Resolver> registry;
    private volatile @Nullable Resolver ready;
    private volatile boolean ending;

    ResolverCache(
            DSLContext jooq,
            EntryReader entries,
            DecisionStore decisions,
            SavedIndex saved,
            PlatformTransactionManager transactions) {
        this.jooq = jooq;
        this.entries = entries;
        this.decisions = decisions;
        this.saved = saved;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// The resolver as of the last committed change, or, if another process made it, of at most ten
    /// seconds ago; waits while the registry is first read.
    public Resolver get() {
        Resolver base = registry().join();
        lookAround();
        Resolver known = ready;
        if (known != null && !overlayStale.get()) {
            return known;
        }
        synchronized (laying) {
            known = ready;
            if (known == null || overlayStale.getAndSet(false)) {
                known = base.with(overlay());
                ready = known;
            }
            return known;
        }
    }

    /// The resolver if it is there already: for those who would rather do without than wait.
    public Optional<Resolver> ifReady() {
        CompletableFuture<Resolver> known = registry;
        return known != null && known.isDone() && !known.isCompletedExceptionally()
                ? Optional.of(get())
                : Optional.empty();
    }

    /// The registry without anything of ours laid over it; waits while it is first read.
    public Resolver registryOnly() {
        Resolver base = registry().join();
        lookAround();
        return base;
    }

    /// Other processes (the command line, a second server) change the same database.
    private void lookAround() {
        long now = System.nanoTime();
        long last = lookedAt.get();
        if (now - last < LOOK_EVERY || !lookedAt.compareAndSet(last, now)) {
            return;
        }
        overlayStale.set(true);
        if (!latestRelease().equals(builtFrom)) {
            rebuild();
        }
    }

    private void rebuild() {
        build().thenAccept(built -> {
            registry = CompletableFuture.completedFuture(built);
            overlayStale.set(true);
        });
    }

    @EventListener
    void start(ApplicationReadyEvent event) {
        if (event.getApplicationContext()
                instanceof org.springframework.web.context.WebApplicationContext) {
            registry();
        }
    }

    /// The database goes away below a reading that is still under way; that is no error.
    @EventListener(ContextClosedEvent.class)
    void end() {
        ending = true;
    }

    @EventListener
    void changed(OrganizationChanged event) {
        afterCommit(() -> overlayStale.set(true));
    }

    @EventListener
    void imported(RegistryImported event) {
        if (registry == null) {
            return; // nobody asked yet, or this is the command line
        }
        afterCommit(this::rebuild);
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }

    private CompletableFuture<Resolver> registry() {
        CompletableFuture<Resolver> known = registry;
        if (known != null) {
            return known;
        }
        synchronized (laying) {
            if (registry == null) {
                registry = build();
            }
            return registry;
        }
    }

    private CompletableFuture<Resolver> build() {
        return CompletableFuture.supplyAsync(
                        this::read,
                        task -> Thread.ofPlatform().name("resolver").daemon().start(task))
                .whenComplete((built, problem) -> {
                    if (problem != null && ending) {
                        LOG.info("Ended before recognition was ready");
                    } else if (problem != null) {
                        LOG.error("The registry cannot be read for recognition", problem);
                        registry = null;
                    }
                });
    }

    private Resolver read() {
        long start = System.nanoTime();
        builtFrom = latestRelease();
        String state = builtFrom.isEmpty() ? "" : builtFrom + ' ' + entries.registered();
        Optional<Resolver> known = saved.load(state, version());
        Resolver registry = known.orElseGet(this::buildIndex);
        LOG.info(
                "Recognition knows {} organizations after {} ms",
                registry.size(),
                (System.nanoTime() - start) / 1_000_000);
        if (known.isEmpty()) {
            saved.save(state, registry);
        }
        return registry;
    }

    private Resolver buildIndex() {
        return Objects.requireNonNull(
                reading.execute(status -> {
                    try (var all = entries.registry()) {
                        return Resolver.build(version(), all);
                    }
                }));
    }

    private Overlay overlay() {
        return reading.execute(status -> {
            List<Overlay.Confirmed> confirmed = new ArrayList<>();
            List<Decided> all = decisions.all();
            Map<UUID, String> keys =
                    entries.keys(
                            all.stream()
                                    .map(Decided::organization)
                                    .filter(Objects::nonNull)
                                    .toList());
            for (Decided one : all) {
                String id = one.organization() == null ? null : keys.get(one.organization());
                confirmed.add(new Overlay.Confirmed(one.text(), one.country(), id));
            }
            return new Overlay(entries.own(), confirmed);
        });
    }

    private String latestRelease() {
        return jooq.select(DSL.max(REGISTRY_RELEASES.ENDED_AT))
                .from(REGISTRY_RELEASES)
                .where(REGISTRY_RELEASES.STATE.eq("done"))
                .fetchOptional(0, String.class)
                .orElse("");
    }

    private RegistryVersion version() {
        return jooq.selectFrom(REGISTRY_RELEASES)
                .where(REGISTRY_RELEASES.STATE.eq("done"))
                .orderBy(REGISTRY_RELEASES.STARTED_AT.desc())
                .limit(1)
                .fetchOptional(row -> new RegistryVersion(row.getName(), row.getReleasedOn()))
                .orElse(RegistryVersion.unknown());
    }
}
