package org.kakehashi.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.NameStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All names of organizations: the registry's, and those people add, take away and choose to be
/// shown.
@Service
public class Aliases {
    public static final Set<String> KINDS = Set.of("label", "alias", "acronym");
    private static final int LONGEST = 500;

    private final NameStore names;
    private final Organizations organizations;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Aliases(
            NameStore names,
            Organizations organizations,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.names = names;
        this.organizations = organizations;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Present names first, then those that went.
    @Transactional(readOnly = true)
    public List<OrganizationName> of(UUID organization) {
        access.require("organization.read");
        return names.of(organization);
    }

    /// Adds a name. One the organization has already in this language is left as it is.
    ///
    /// @param language ISO 639-1 code or null
    /// @param kind one of [#KINDS]
    @Transactional
    public void add(
            UUID organization,
            String value,
            @Nullable String language,
            String kind,
            @Nullable String note) {
        access.require("organization.edit");
        organizations.get(organization);
        String name = value.strip();
        if (name.isEmpty() || name.length() > LONGEST || !KINDS.contains(kind)) {
            throw KakehashiException.invalid("organization.name.needed", Map.of());
        }
        boolean known =
                names.of(organization).stream()
                        .anyMatch(one ->
                                one.current()
                                        && one.value().equals(name)
                                        && (language == null || language.equals(one.language())));
        if (known) {
            return;
        }
        UUID id = names.add(organization, name, language, kind, "office", note);
        changed("organization.alias.added", organization, Map.of("name", name, "id", id));
    }

    /// Takes a name away that people added. It stays in the history. Answers whose name it was.
    @Transactional
    public UUID remove(UUID name) {
        access.require("organization.edit");
        OrganizationName known = names.find(name).orElseThrow(KakehashiException::notFound);
        if (!known.removable()) {
            throw KakehashiException.invalid("organization.alias.registry", Map.of());
        }
        names.remove(name, OffsetDateTime.now(clock));
        if (known.preferred() && known.language() != null) {
            names.preferNone(known.organization(), known.language());
        }
        changed(
                "organization.alias.removed",
                known.organization(),
                Map.of("name", known.value(), "id", name));
        return known.organization();
    }

    /// Shows this name in its language (ja or en) everywhere instead of the registry's. Answers
    /// whose name it is.
    @Transactional
    public UUID prefer(UUID name) {
        access.require("organization.edit");
        OrganizationName known = names.find(name).orElseThrow(KakehashiException::notFound);
        String language = known.language();
        if (!known.current() || language == null || !Set.of("ja", "en").contains(language)) {
            throw KakehashiException.invalid("organization.alias.language", Map.of());
        }
        names.prefer(known, language);
        changed(
                "organization.alias.preferred",
                known.organization(),
                Map.of("name", known.value(), "language", language));
        return known.organization();
    }

    private void changed(String action, UUID organization, Map<String, ?> detail) {
        names.index(organization);
        audit.record(action, "organization", organization, detail);
        events.publishEvent(new OrganizationChanged(organization));
    }
}
