package org.kakehashi.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.LinkStore;
import org.kakehashi.organization.internal.OrganizationStore;
import org.kakehashi.organization.internal.ResolverCache;
import org.kakehashi.resolver.Hints;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An organization of our own and the registry's record of the same institution, which came later.
/// Both records stay; names, decisions, faculties and the records of other rooms follow to the
/// registry's, each remembered, so that all goes back when the link is undone.
@Service
public class Links {
    /// @param local our own record
    /// @param registered the registry's
    public record Link(
            UUID id,
            OrganizationRef local,
            OrganizationRef registered,
            @Nullable String by,
            OffsetDateTime at) {}

    private final LinkStore store;
    private final OrganizationStore organizations;
    private final ResolverCache resolver;
    private final ObjectProvider<OrganizationReferences> references;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Links(
            LinkStore store,
            OrganizationStore organizations,
            ResolverCache resolver,
            ObjectProvider<OrganizationReferences> references,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.resolver = resolver;
        this.references = references;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Links in force of the organization, as either side.
    @Transactional(readOnly = true)
    public List<Link> of(UUID organization) {
        access.require("organization.read");
        return store.of(organization);
    }

    /// The registry's record of the same institution, if the resolver is certain of one.
    @Transactional(readOnly = true)
    public Optional<OrganizationRef> suggestion(OrganizationRef local) {
        access.require("organization.read");
        if (local.rorId() != null || !store.of(local.id()).isEmpty()) {
            return Optional.empty();
        }
        if (resolver.ifReady().isEmpty()) {
            return Optional.empty();
        }
        Hints hints = Hints.country(local.country() == null ? null : local.country().code());
        Set<String> names = new LinkedHashSet<>(List.of(local.registered()));
        names.add(local.label(Locale.ENGLISH));
        names.add(local.label(Locale.JAPANESE));
        for (String name : names) {
            var found = resolver.registryOnly().resolve(name, hints).accepted();
            if (found.isPresent()) {
                String id = found.get().id();
                return Optional.ofNullable(organizations.byRor(List.of(id)).get(id));
            }
        }
        return Optional.empty();
    }

    /// Our own record is the registry's: everything follows.
    @Transactional
    public void link(UUID local, UUID registered) {
        access.require("organization.edit");
        OrganizationRef own = get(local);
        OrganizationRef record = get(registered);
        if (own.rorId() != null || record.rorId() == null || !store.of(local).isEmpty()) {
            throw KakehashiException.invalid("organization.link.wrong", Map.of());
        }
        UUID link = store.insert(local, registered);
        Map<String, List<UUID>> moved = new HashMap<>();
        references.forEach(room -> moved.put(room.name(), room.move(local, registered)));
        store.follow(link, own, record, moved);
        told("organization.linked", local, registered);
    }

    /// Takes a link back: what followed goes back, what came since stays.
    @Transactional
    public UUID undo(UUID link) {
        access.require("organization.edit");
        Link known = store.find(link).orElseThrow(KakehashiException::notFound);
        for (OrganizationReferences room : references) {
            room.moveBack(
                    store.moved(link, room.name()), known.registered().id(), known.local().id());
        }
        store.goBack(known, OffsetDateTime.now(clock));
        told("organization.unlinked", known.local().id(), known.registered().id());
        return known.local().id();
    }

    private OrganizationRef get(UUID id) {
        OrganizationRef known = organizations.refs(List.of(id)).get(id);
        if (known == null) {
            throw KakehashiException.notFound();
        }
        return known;
    }

    private void told(String action, UUID local, UUID registered) {
        audit.record(action, "organization", local, Map.of("registered", registered));
        events.publishEvent(new OrganizationChanged(local));
        events.publishEvent(new OrganizationChanged(registered));
    }
}
