package org.kakehashi.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.PartnerUnitStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Faculties and departments of partners.
@Service
public class PartnerUnits {
    private final PartnerUnitStore store;
    private final Access access;
    private final Audit audit;

    PartnerUnits(PartnerUnitStore store, Access access, Audit audit) {
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<PartnerUnit> of(UUID organization) {
        access.require("organization.read");
        return store.of(organization);
    }

    @Transactional(readOnly = true)
    public Optional<PartnerUnit> find(UUID id) {
        access.require("organization.read");
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<PartnerUnit> findByName(UUID organization, String name) {
        access.require("organization.read");
        return store.findByName(organization, name);
    }

    /// Adds a unit; its id and version are not looked at.
    @Transactional
    public UUID add(PartnerUnit unit) {
        access.require("organization.edit");
        check(unit);
        UUID id = store.insert(unit);
        audit.record(
                "organization.unit.added",
                "organization",
                unit.organization(),
                Map.of("unit", id, "name", name(unit)));
        return id;
    }

    /// Changes a unit; the version must be the one that was read.
    @Transactional
    public void change(PartnerUnit unit) {
        access.require("organization.edit");
        check(unit);
        store.update(unit);
        audit.record(
                "organization.unit.changed",
                "organization",
                unit.organization(),
                Map.of("unit", unit.id(), "name", name(unit)));
    }

    private static void check(PartnerUnit unit) {
        if (name(unit).isEmpty()) {
            throw KakehashiException.invalid("organization.name.needed", Map.of());
        }
    }

    private static String name(PartnerUnit unit) {
        boolean none = unit.name().parity() == Bilingual.Parity.NONE && unit.local() == null;
        return none ? "" : unit.label(java.util.Locale.ENGLISH);
    }
}
