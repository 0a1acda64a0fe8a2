package org.kakehashi.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.NameStore;
import org.kakehashi.organization.internal.OrganizationSearch;
import org.kakehashi.organization.internal.OrganizationStore;
import org.kakehashi.organization.internal.ResolverCache;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Resolution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The organizations: found, listed, searched; those of our own entered and changed. Names and
/// references may be read by every room on anybody's behalf, as they stand on public pages; lists,
/// searches and profiles need `organization.read`.
@Service
public class Organizations {
    /// How many hits a list counts and pages through at most.
    public static final int MOST_LISTED = OrganizationSearch.MOST;

    /// A page of a list. Totals are counted up to a limit; `more` says that there are still more.
    public record Found(List<OrganizationRef> rows, int total, boolean more) {}

    private final OrganizationStore store;
    private final NameStore names;
    private final OrganizationSearch search;
    private final ResolverCache resolver;
    private final ObjectProvider<OrganizationUse> uses;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organizations(
            OrganizationStore store,
            NameStore names,
            OrganizationSearch search,
            ResolverCache resolver,
            ObjectProvider<OrganizationUse> uses,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.search = search;
        this.resolver = resolver;
        this.uses = uses;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Optional<OrganizationRef> find(UUID id) {
        return Optional.ofNullable(store.refs(List.of(id)).get(id));
    }

    public OrganizationRef get(UUID id) {
        return find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Those that exist, by id.
    public Map<UUID, OrganizationRef> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.refs(ids);
    }

    /// @param rorId nine characters or the whole address
    public Optional<OrganizationRef> findByRor(String rorId) {
        String bare = rorId.strip().replaceFirst("^(https?://)?ror\\.org/", "");
        return Optional.ofNullable(store.byRor(List.of(bare)).get(bare));
    }

    /// Those that exist, by ROR id (nine characters).
    public Map<String, OrganizationRef> findByRor(Collection<String> rorIds) {
        return rorIds.isEmpty() ? Map.of() : store.byRor(rorIds);
    }

    @Transactional(readOnly = true)
    public Organization profile(UUID id) {
        access.require("organization.read");
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Its relations in the registry, parents first.
    @Transactional(readOnly = true)
    public List<Relation> relations(UUID id) {
        access.require("organization.read");
        return store.relations(id, 1_000);
    }

    /// A page of the list.
    ///
    /// @param order `name`, `country`, `city`, with `-` before it for descending; null: the best
    ///   known first
    @Transactional(readOnly = true)
    public Found list(
            OrganizationFilter filter,
            @Nullable String order,
            Locale locale,
            int offset,
            int limit) {
        access.require("organization.read");
        var within =
                uses.stream()
                        .filter(use -> use.key().equals(filter.use()))
                        .findFirst()
                        .map(OrganizationUse::organizations)
                        .orElse(null);
        var found = search.page(filter, within, order, locale, offset, limit);
        return new Found(
                found.rows(), Math.min(found.total(), OrganizationSearch.MOST), found.more());
    }

    /// The best few whose names hold what someone is typing; nothing for less than one East Asian
    /// character or two letters.
    public List<OrganizationRef> search(String typed, int limit) {
        access.require("organization.read");
        return search.suggest(typed, limit);
    }

    /// As [#search], and where no name holds the words, what the resolver makes of them: other
    /// spellings, other scripts, a name within an address. To be offered, not to be taken.
    public List<OrganizationRef> suggest(String typed, int limit) {
        List<OrganizationRef> found = search(typed, limit);
        return found.isEmpty() ? meant(typed, limit) : found;
    }

    /// What the resolver makes of words that no search finds.
    public List<OrganizationRef> meant(String typed, int limit) {
        access.require("organization.read");
        if (typed.strip().length() < 2) {
            return List.of();
        }
        List<String> keys =
                resolver
                        .ifReady()
                        .map(index -> index.resolve(typed))
                        .map(Resolution::mentions)
                        .orElse(List.of())
                        .stream()
                        .flatMap(mention -> mention.candidates().stream())
                        .map(Candidate::id)
                        .distinct()
                        .limit(limit)
                        .toList();
        Map<String, OrganizationRef> known = keys.isEmpty() ? Map.of() : store.byKey(keys);
        return keys.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /// Enters an organization the registry does not have.
    @Transactional
    public OrganizationRef createLocal(LocalOrganization given) {
        access.require("organization.edit");
        UUID id = store.insert(given);
        names.rename(id, given, OffsetDateTime.now(clock));
        names.index(id);
        audit.record(
                "organization.created", "organization", id, Map.of("name", given.registered()));
        events.publishEvent(new OrganizationChanged(id));
        return get(id);
    }

    /// Changes one of our own; the version must be the one that was read.
    @Transactional
    public void changeLocal(UUID id, int version, LocalOrganization given) {
        access.require("organization.edit");
        store.update(id, version, given);
        names.rename(id, given, OffsetDateTime.now(clock));
        names.index(id);
        audit.record(
                "organization.changed", "organization", id, Map.of("name", given.registered()));
        events.publishEvent(new OrganizationChanged(id));
    }

    /// Whether the person acting may enter and change organizations.
    public boolean mayEdit() {
        return access.may("organization.edit") && !CurrentUser.get().equals(CurrentUser.PUBLIC);
    }
}
