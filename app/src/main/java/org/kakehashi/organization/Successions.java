package org.kakehashi.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.SuccessionStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who continues whom: what the registry says, and above it what the office knows.
@Service
public class Successions {
    public static final Set<String> KINDS = Set.of("unknown", "rename", "merge", "split", "absorb");

    /// What the office enters.
    public record NewSuccession(
            UUID predecessor,
            UUID successor,
            String kind,
            DateText happened,
            @Nullable String note) {}

    private final SuccessionStore store;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Successions(
            SuccessionStore store, Access access, Audit audit, ApplicationEventPublisher events) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /// All in which the organization is predecessor or successor, oldest first.
    @Transactional(readOnly = true)
    public List<Succession> of(UUID organization) {
        access.require("organization.read");
        return store.of(organization);
    }

    /// What continues these organizations, by predecessor; each successor once, dated if the office
    /// or the registry knows the day.
    @Transactional(readOnly = true)
    public Map<UUID, List<Succession>> after(Collection<UUID> organizations) {
        access.require("organization.read");
        return organizations.isEmpty() ? Map.of() : store.after(organizations);
    }

    @Transactional
    public UUID add(NewSuccession given) {
        access.require("organization.edit");
        if (!KINDS.contains(given.kind()) || given.predecessor().equals(given.successor())) {
            throw KakehashiException.invalid("organization.succession.same", Map.of());
        }
        if (store.exists(given.predecessor(), given.successor())) {
            throw KakehashiException.invalid("organization.succession.twice", Map.of());
        }
        UUID id = store.insert(given);
        audit.record(
                "organization.succession.added",
                "organization",
                given.predecessor(),
                Map.of("successor", given.successor(), "kind", given.kind()));
        events.publishEvent(new OrganizationChanged(given.predecessor()));
        return id;
    }

    /// Takes an entry of the office back; its history stays. Answers the predecessor.
    @Transactional
    public UUID remove(UUID id, int version) {
        access.require("organization.edit");
        Succession succession = store.find(id).orElseThrow(KakehashiException::notFound);
        store.delete(id, version);
        audit.record(
                "organization.succession.removed",
                "organization",
                succession.predecessor().id(),
                Map.of("successor", succession.successor().id()));
        events.publishEvent(new OrganizationChanged(succession.predecessor().id()));
        return succession.predecessor().id();
    }
}
