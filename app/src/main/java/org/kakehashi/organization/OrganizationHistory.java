package org.kakehashi.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.organization.internal.HistoryStore;
import org.kakehashi.organization.internal.RegistryStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What happened to an organization's record: by releases of the registry and by people.
@Service
class OrganizationHistory {
    private final HistoryStore store;
    private final RegistryStore registry;
    private final Access access;

    OrganizationHistory(HistoryStore store, RegistryStore registry, Access access) {
        this.store = store;
        this.registry = registry;
        this.access = access;
    }

    /// Newest first.
    ///
    /// @param released whether releases changed anything about it
    @Transactional(readOnly = true)
    public List<OrganizationEvent> of(
            Organization organization, List<OrganizationName> names, boolean released) {
        access.require("organization.read");
        UUID id = organization.ref().id();
        List<OrganizationEvent> events = new ArrayList<>();
        if (organization.local()) {
            events.addAll(store.edits(id));
        } else if (released) {
            for (RegistryChange change : registry.changesOf(id)) {
                events.add(
                        new OrganizationEvent(
                                change.at(),
                                "organization.event.registry." + change.kind(),
                                change.releaseLabel(),
                                null,
                                change.fields()));
            }
        }
        names.stream()
                .filter(name -> !name.source().equals("ror"))
                .forEach(name -> name(events, name));
        events.sort(Comparator.comparing(OrganizationEvent::at).reversed());
        return events;
    }

    private static void name(List<OrganizationEvent> events, OrganizationName name) {
        events.add(
                new OrganizationEvent(
                        name.addedAt(),
                        "organization.event.name.added",
                        name.value(),
                        name.confirmedBy(),
                        List.of()));
        if (name.removedAt() != null) {
            events.add(
                    new OrganizationEvent(
                            name.removedAt(),
                            "organization.event.name.removed",
                            name.value(),
                            null,
                            List.of()));
        }
    }
}
