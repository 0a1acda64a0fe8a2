package org.kakehashi.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.organization.internal.NameStore;
import org.kakehashi.organization.internal.OrganizationSearch;
import org.kakehashi.organization.internal.OrganizationStore;
import org.kakehashi.organization.internal.ResolverCache;
import org.kakehashi.organization.internal.SuccessionStore;
import org.kakehashi.resolver.Resolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The registry as everybody may read it (ROR is in the public domain, CC0): its records, names and
/// successions, without organizations of our own, without aliases and decisions of our people. It
/// asks for no permission; rooms that publish ask their own.
@Service
public class OpenRegistry {
    /// Schemes of other identifiers the registry knows.
    public static final List<String> SCHEMES = List.of("isni", "wikidata", "grid", "fundref");

    private final ResolverCache resolver;
    private final OrganizationStore store;
    private final NameStore names;
    private final SuccessionStore successions;
    private final OrganizationSearch search;

    OpenRegistry(
            ResolverCache resolver,
            OrganizationStore store,
            NameStore names,
            SuccessionStore successions,
            OrganizationSearch search) {
        this.resolver = resolver;
        this.store = store;
        this.names = names;
        this.successions = successions;
        this.search = search;
    }

    /// Recognises the registry's records only; its identifiers are ROR ids of nine characters.
    public Resolver index() {
        return resolver.registryOnly();
    }

    /// The records that exist, by ROR id.
    @Transactional(readOnly = true)
    public Map<String, Organization> find(Collection<String> rorIds) {
        return rorIds.isEmpty() ? Map.of() : store.published(rorIds);
    }

    /// Records with this identifier of another scheme; mostly one.
    ///
    /// @param scheme one of [#SCHEMES]
    @Transactional(readOnly = true)
    public List<String> withIdentifier(String scheme, String value) {
        return SCHEMES.contains(scheme) ? store.withIdentifier(scheme, value, 5) : List.of();
    }

    /// Records whose names or ids begin so, the best known first.
    @Transactional(readOnly = true)
    public List<OrganizationRef> search(String typed, Locale locale, int offset, int limit) {
        if (typed.isBlank()) {
            return List.of();
        }
        var filter =
                new OrganizationFilter(
                        typed, List.of(), List.of(), List.of("active", "inactive"), "ror", null);
        return search.page(filter, null, null, locale, offset, limit).rows();
    }

    /// The registry's present names of these organizations.
    @Transactional(readOnly = true)
    public Map<UUID, List<OrganizationName>> names(Collection<UUID> organizations) {
        Map<UUID, List<OrganizationName>> found = new LinkedHashMap<>();
        if (!organizations.isEmpty()) {
            names.registered(organizations)
                    .forEach(name ->
                            found.computeIfAbsent(name.organization(), any -> new ArrayList<>())
                                    .add(name));
        }
        return found;
    }

    /// Records that continue these organizations.
    @Transactional(readOnly = true)
    public Map<UUID, List<OrganizationRef>> successors(Collection<UUID> organizations) {
        return organizations.isEmpty() ? Map.of() : successions.successorsOf(organizations);
    }

    /// Records these organizations are part of.
    @Transactional(readOnly = true)
    public Map<UUID, List<OrganizationRef>> parents(Collection<UUID> organizations) {
        return organizations.isEmpty() ? Map.of() : store.parents(organizations);
    }
}
