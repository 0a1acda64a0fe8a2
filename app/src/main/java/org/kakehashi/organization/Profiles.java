package org.kakehashi.organization;

import java.util.List;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.DecisionStore;
import org.kakehashi.organization.internal.NameStore;
import org.kakehashi.organization.internal.OrganizationStore;
import org.kakehashi.organization.internal.PartnerUnitStore;
import org.kakehashi.organization.internal.SuccessionStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All that is known about one organization, read at one moment.
@Service
public class Profiles {
    private static final int MOST_RELATIONS = 200;

    /// @param relations parents first, at most two hundred
    /// @param relationCount how many relations there are in all
    /// @param events what happened to the record, newest first
    public record Profile(
            Organization organization,
            List<OrganizationName> names,
            List<Relation> relations,
            int relationCount,
            List<Succession> successions,
            List<PartnerUnit> units,
            List<Recognition.Decided> decisions,
            List<OrganizationEvent> events) {}

    private final OrganizationStore organizations;
    private final NameStore names;
    private final SuccessionStore successions;
    private final PartnerUnitStore units;
    private final DecisionStore decisions;
    private final OrganizationHistory history;
    private final Access access;

    Profiles(
            OrganizationStore organizations,
            NameStore names,
            SuccessionStore successions,
            PartnerUnitStore units,
            DecisionStore decisions,
            OrganizationHistory history,
            Access access) {
        this.organizations = organizations;
        this.names = names;
        this.successions = successions;
        this.units = units;
        this.decisions = decisions;
        this.history = history;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public Profile get(UUID id) {
        access.require("organization.read");
        Organization organization =
                organizations.find(id).orElseThrow(KakehashiException::notFound);
        List<OrganizationName> all = names.of(id);
        var has = organizations.presence(id);
        List<Relation> relations =
                has.relations() ? organizations.relations(id, MOST_RELATIONS) : List.of();
        return new Profile(
                organization,
                all,
                relations,
                relations.size() < MOST_RELATIONS
                        ? relations.size()
                        : organizations.relationCount(id),
                has.successions() ? successions.of(id) : List.of(),
                has.units() ? units.of(id) : List.of(),
                has.decisions() ? decisions.of(id) : List.of(),
                history.of(organization, all, has.changes()));
    }
}
