package org.kakehashi.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.UnitStore;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The dated tree of our own units. Kept in memory: every authorisation asks it.
@Service
public class Units {
    private final UnitStore store;
    private final Access access;
    private final Audit audit;
    private volatile @Nullable Map<UUID, Unit> byId;

    Units(UnitStore store, @Lazy Access access, Audit audit) {
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    /// All units, parents before children, siblings in their order.
    public List<Unit> list() {
        return List.copyOf(byId().values());
    }

    public Optional<Unit> find(UUID id) {
        return Optional.ofNullable(byId().get(id));
    }

    public Unit get(UUID id) {
        return find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Finds a unit by its code or by its exact name in either language, whatever the case.
    public Optional<Unit> findByNameOrCode(String text) {
        String wanted = text.strip();
        return byId().values().stream()
                .filter(unit ->
                        wanted.equalsIgnoreCase(unit.code())
                                || wanted.equalsIgnoreCase(unit.name().ja())
                                || wanted.equalsIgnoreCase(unit.name().en()))
                .findFirst();
    }

    public Set<UUID> withDescendants(UUID id) {
        Set<UUID> found = new LinkedHashSet<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (found.add(next)) {
                byId().values().stream()
                        .filter(unit -> next.equals(unit.parent()))
                        .map(Unit::id)
                        .forEach(open::push);
            }
        }
        return found;
    }

    /// Depth in the tree: 0 for a root.
    public int depth(Unit unit) {
        int depth = 0;
        for (UUID parent = unit.parent(); parent != null; parent = get(parent).parent()) {
            depth++;
        }
        return depth;
    }

    /// Adds a unit (version 0 and an id of its own) or changes it.
    @Transactional
    public UUID save(Unit unit) {
        access.require("access.units");
        if (unit.parent() != null && withDescendants(unit.id()).contains(unit.parent())) {
            throw KakehashiException.invalid("access.unit.cycle", Map.of());
        }
        UUID id = store.save(unit);
        byId = null;
        audit.record("access.unit.saved", "unit", id, Map.of("code", unit.code()));
        return id;
    }

    private Map<UUID, Unit> byId() {
        Map<UUID, Unit> known = byId;
        if (known == null) {
            known = inTreeOrder(store.all());
            byId = known;
        }
        return known;
    }

    private static Map<UUID, Unit> inTreeOrder(List<Unit> all) {
        Map<UUID, Unit> ordered = new LinkedHashMap<>();
        all.stream()
                .filter(unit -> unit.parent() == null)
                .forEach(root -> append(root, all, ordered));
        all.forEach(unit -> ordered.putIfAbsent(unit.id(), unit));
        return ordered;
    }

    private static void append(Unit unit, List<Unit> all, Map<UUID, Unit> ordered) {
        if (ordered.putIfAbsent(unit.id(), unit) == null) {
            all.stream()
                    .filter(child -> unit.id().equals(child.parent()))
                    .forEach(child -> append(child, all, ordered));
        }
    }
}
