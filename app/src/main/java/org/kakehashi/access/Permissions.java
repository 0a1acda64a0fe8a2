package org.kakehashi.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.PermissionStore;
import org.kakehashi.access.internal.UserStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who may do what, as data people can read, change and ask about: role × use case × reach, and the
/// dated grants of a person.
@Service
public class Permissions {
    /// The roles whose permissions can be changed, in the order they are shown.
    public static final List<String> ROLES =
            List.of("administrator", "office", "executive", "member");

    /// How far a role's permission reaches.
    public enum Reach {
        NONE,
        OWN_UNITS,
        EVERYWHERE
    }

    /// A role granted to a person, in a unit and those below it or everywhere (null), from a day
    /// until before another (null: open).
    ///
    /// @param rule the claim rule that gave it; null: given by hand
    public record DatedGrant(
            UUID id,
            String role,
            @Nullable UUID unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String rule) {
        public boolean inForce(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /// What one grant of a person gives for a use case, and why: a message key.
    public record Reason(DatedGrant grant, Reach reach, boolean gives, String key) {}

    /// The answer to "why can I (not) do this?".
    public record Explanation(boolean may, List<Reason> reasons, List<String> rolesThatMay) {}

    private final PermissionStore store;
    private final UserStore users;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Permissions(
            PermissionStore store,
            UserStore users,
            Access access,
            Units units,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /// Reach by role by use case; a use case nobody of these roles has is there too.
    public Map<String, Map<String, Reach>> matrix() {
        access.require("access.administer");
        Map<String, Map<String, Reach>> all = new TreeMap<>();
        for (String useCase : access.useCases()) {
            Map<String, Reach> byRole = new TreeMap<>();
            ROLES.forEach(role -> byRole.put(role, reach(role, useCase)));
            all.put(useCase, byRole);
        }
        return all;
    }

    /// Changes the matrix where it differs. Administrators cannot take administration away from
    /// themselves, and a use case must exist.
    @Transactional
    public void change(Map<String, Map<String, Reach>> wanted) {
        access.require("access.administer");
        if (wanted.getOrDefault("access.administer", Map.of())
                        .getOrDefault("administrator", Reach.EVERYWHERE)
                != Reach.EVERYWHERE) {
            throw KakehashiException.invalid("access.permissions.lastAdministrator", Map.of());
        }
        Set<String> known = access.useCases();
        wanted.forEach((useCase, byRole) ->
                byRole.forEach((role, reach) -> {
                    if (known.contains(useCase)
                            && ROLES.contains(role)
                            && reach != reach(role, useCase)) {
                        store.set(role, useCase, reach);
                        audit.record(
                                "access.permissions.changed",
                                null,
                                null,
                                Map.of("role", role, "useCase", useCase, "reach", reach));
                    }
                }));
        access.permissionsChanged();
    }

    /// All grants of a person, those of the past and the future too.
    public List<DatedGrant> grants(UUID user) {
        requireOwnOrAdministrator(user);
        return store.grants(user);
    }

    @Transactional
    public void grant(
            UUID user,
            String role,
            @Nullable UUID unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        access.require("access.administer");
        if (!Users.ROLES.contains(role)
                || unit != null && units.find(unit).isEmpty()
                || role.equals("member") && unit == null
                || from != null && until != null && !from.isBefore(until)) {
            throw KakehashiException.invalid("access.grant.incomplete", Map.of());
        }
        store.grant(user, role, unit, from == null ? today() : from, until);
        audit.record("access.grant.given", "user", user, Map.of("role", role));
    }

    /// Ends a grant today; one that has not begun is taken away. The last administrator stays.
    @Transactional
    public void end(UUID user, UUID grant) {
        access.require("access.administer");
        if (!store.end(user, grant, today())) {
            throw KakehashiException.notFound();
        }
        requireAnAdministrator();
        audit.record("access.grant.ended", "user", user, Map.of());
    }

    /// Why a person may or may not do something, in a unit or anywhere: each grant, and what it
    /// gives.
    public Explanation explain(UUID user, String useCase, @Nullable UUID unit) {
        requireOwnOrAdministrator(user);
        List<Reason> reasons = new ArrayList<>();
        for (DatedGrant grant : store.grants(user)) {
            reasons.add(reason(grant, useCase, unit));
        }
        return new Explanation(
                reasons.stream().anyMatch(Reason::gives), reasons, access.rolesThatMay(useCase));
    }

    /// Someone must remain who can administer everything.
    private void requireAnAdministrator() {
        if (users.administrators() == 0) {
            throw KakehashiException.invalid("access.user.lastAdministrator", Map.of());
        }
    }

    private Reason reason(DatedGrant grant, String useCase, @Nullable UUID unit) {
        Reach reach = reach(grant.role(), useCase);
        if (!grant.inForce(today())) {
            return new Reason(grant, reach, false, "access.why.notNow");
        }
        if (reach == Reach.NONE) {
            return new Reason(grant, reach, false, "access.why.roleMayNot");
        }
        UUID of = grant.unit();
        if (reach == Reach.EVERYWHERE || of == null && !grant.role().equals("member")) {
            return new Reason(grant, reach, true, "access.why.everywhere");
        }
        if (of == null) {
            return new Reason(grant, reach, false, "access.why.noUnit");
        }
        if (unit == null) {
            return new Reason(grant, reach, true, "access.why.ownUnits");
        }
        return units.withDescendants(of).contains(unit)
                ? new Reason(grant, reach, true, "access.why.thisUnit")
                : new Reason(grant, reach, false, "access.why.otherUnit");
    }

    private Reach reach(String role, String useCase) {
        Boolean everywhere = access.granted(role, useCase);
        return everywhere == null ? Reach.NONE : everywhere ? Reach.EVERYWHERE : Reach.OWN_UNITS;
    }

    private void requireOwnOrAdministrator(UUID user) {
        if (!Objects.equals(user, CurrentUser.get().id())) {
            access.require("access.administer");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
