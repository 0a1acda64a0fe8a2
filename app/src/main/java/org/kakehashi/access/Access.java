package org.kakehashi.access;

import static org.kakehashi.schema.access.Tables.PERMISSIONS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;

/// May the person acting do this, and where? Permissions are rows (`access.permissions`): role ×
/// use case × reach; a room brings its own in its migration. A role granted in a unit reaches the
/// units below it.
@Service
public class Access {
    private final DSLContext jooq;
    private final Units units;
    private volatile @Nullable Map<String, Map<String, Boolean>> everywhereByRoleByUse;

    Access(DSLContext jooq, Units units) {
        this.jooq = jooq;
        this.units = units;
    }

    /// May the use case be done at all, anywhere? For menus and buttons that do not belong to one
    /// record.
    public boolean may(String useCase) {
        return CurrentUser.get().grants().stream()
                .anyMatch(grant -> permission(useCase, grant.role()) != null);
    }

    /// May it be done to a record of these units? A record of several units is everyone's of them.
    public boolean may(String useCase, Collection<UUID> ofUnits) {
        Set<UUID> reach = reach(useCase);
        return reach == null || ofUnits.stream().anyMatch(reach::contains);
    }

    public void require(String useCase) {
        if (!may(useCase)) {
            throw KakehashiException.forbidden(useCase);
        }
    }

    public void require(String useCase, Collection<UUID> ofUnits) {
        if (!may(useCase, ofUnits)) {
            throw KakehashiException.forbidden(useCase);
        }
    }

    /// The one scope predicate of lists, counts, searches, exports and figures: keeps the records
    /// whose units the use case reaches, and, where a visibility is given, for the public only
    /// those marked `public`.
    public Condition scope(
            String useCase, Field<UUID[]> unitIds, @Nullable Field<String> visibility) {
        if (!CurrentUser.get().signedIn() && !CurrentUser.get().equals(CurrentUser.SYSTEM)) {
            return visibility != null && may(useCase)
                    ? visibility.eq("public")
                    : DSL.falseCondition();
        }
        Set<UUID> reach = reach(useCase);
        if (reach == null) {
            return DSL.trueCondition();
        }
        return reach.isEmpty()
                ? DSL.falseCondition()
                : DSL.condition("{0} && {1}", unitIds, DSL.val(reach.toArray(UUID[]::new)));
    }

    /// The units in which the person acting may do this; null means everywhere.
    public @Nullable Set<UUID> reach(String useCase) {
        Set<UUID> reach = new HashSet<>();
        for (CurrentUser.Grant grant : CurrentUser.get().grants()) {
            Boolean everywhere = permission(useCase, grant.role());
            if (everywhere == null) {
                continue;
            }
            if (everywhere || grant.unit() == null && !grant.role().equals("member")) {
                return null;
            }
            if (grant.unit() != null) {
                reach.addAll(units.withDescendants(grant.unit()));
            }
        }
        return reach;
    }

    /// Which roles may do this: what a refusal tells the person.
    public List<String> rolesThatMay(String useCase) {
        List<String> roles = new ArrayList<>();
        permissions()
                .forEach((role, uses) -> {
                    if (uses.containsKey(useCase)) {
                        roles.add(role);
                    }
                });
        return roles;
    }

    /// Every use case there is, in the order of their names.
    public Set<String> useCases() {
        Set<String> all = new TreeSet<>();
        permissions().values().forEach(uses -> all.addAll(uses.keySet()));
        return all;
    }

    /// Does a role have a use case, and everywhere or in its own units only? Null if it has not.
    @Nullable Boolean granted(String role, String useCase) {
        return permissions().getOrDefault(role, Map.of()).get(useCase);
    }

    void permissionsChanged() {
        everywhereByRoleByUse = null;
    }

    private @Nullable Boolean permission(String useCase, String role) {
        if (!UseCaseLimit.allows(useCase)) {
            return null;
        }
        return permissions().getOrDefault(role, Map.of()).get(useCase);
    }

    private Map<String, Map<String, Boolean>> permissions() {
        Map<String, Map<String, Boolean>> known = everywhereByRoleByUse;
        if (known == null) {
            Map<String, Map<String, Boolean>> read = new HashMap<>();
            jooq.selectFrom(PERMISSIONS)
                    .forEach(row ->
                            read.computeIfAbsent(row.getRole(), any -> new HashMap<>())
                                    .put(row.getUseCase(), row.getReach().equals("everywhere")));
            known = read;
            everywhereByRoleByUse = known;
        }
        return known;
    }
}
