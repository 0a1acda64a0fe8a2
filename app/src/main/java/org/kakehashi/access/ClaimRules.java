package org.kakehashi.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.ClaimRuleStore;
import org.kakehashi.access.internal.ClaimRuleStore.Given;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which roles people have because of what their provider says about them. Asked anew at each
/// sign-in: what is no longer said is no longer had. Administration is given by hand only.
@Service
public class ClaimRules {
    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 3660;

    private final ClaimRuleStore store;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ClaimRules(ClaimRuleStore store, Units units, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// A role, where, and the rule that says so.
    private record Wanted(String role, @Nullable UUID unit) {}

    /// All rules, those that have ended too.
    public List<ClaimRule> list() {
        access.require("access.administer");
        return store.all();
    }

    /// Adds a rule, in force from today.
    @Transactional
    public void add(ClaimRule rule) {
        access.require("access.administer");
        boolean placed = rule.unit() != null || rule.unitFromValue();
        Integer days = rule.days();
        if (rule.claim().isBlank()
                || rule.value().isBlank()
                || rule.claim().length() > LONGEST
                || rule.value().length() > LONGEST
                || !Users.ROLES.contains(rule.role())
                || rule.role().equals("administrator")
                || rule.role().equals("member") && !placed
                || rule.unit() != null
                        && (rule.unitFromValue() || units.find(rule.unit()).isEmpty())
                || days != null && (days < 1 || days > MOST_DAYS)) {
            throw KakehashiException.invalid("access.rule.incomplete", Map.of());
        }
        UUID id = store.insert(rule, today());
        audit.record(
                "access.rule.added", "rule", id, Map.of("rule", rule.text(), "role", rule.role()));
    }

    /// Ends a rule and the roles it gave, today.
    @Transactional
    public void end(UUID id) {
        access.require("access.administer");
        ClaimRule rule = store.find(id).orElseThrow(KakehashiException::notFound);
        store.end(id, today());
        int ended = 0;
        for (Given given : store.givenBy(id, today())) {
            store.endGrant(given, today());
            ended++;
        }
        audit.record(
                "access.rule.ended",
                "rule",
                id,
                Map.of("rule", rule.text(), "role", rule.role(), "grants", ended));
    }

    /// Makes the roles of an account those its provider speaks for today. What was given by hand
    /// stays.
    void apply(UUID user, Arrival arrival) {
        Map<Wanted, ClaimRule> wanted = wanted(arrival);
        List<String> ended = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Given one : store.given(user, today())) {
            ClaimRule rule = wanted.remove(new Wanted(one.role(), one.unit()));
            if (rule == null) {
                store.endGrant(one, today());
                ended.add(one.role());
            } else {
                store.prolong(one, rule, until(rule), today());
            }
        }
        wanted.forEach((what, rule) -> {
            if (store.give(user, what.role(), what.unit(), rule, today(), until(rule))) {
                given.add(what.role());
            }
        });
        if (!given.isEmpty() || !ended.isEmpty()) {
            audit.record(
                    "access.rule.applied",
                    "user",
                    user,
                    Map.of("given", given, "ended", ended, "provider", arrival.provider()));
        }
    }

    private Map<Wanted, ClaimRule> wanted(Arrival arrival) {
        Map<Wanted, ClaimRule> all = new LinkedHashMap<>();
        for (ClaimRule rule : store.inForce(today())) {
            if (!rule.speaksOf(arrival)) {
                continue;
            }
            for (String said : arrival.claims().getOrDefault(rule.claim(), List.of())) {
                if (rule.fits(said)) {
                    add(all, rule, said);
                }
            }
        }
        return all;
    }

    private void add(Map<Wanted, ClaimRule> all, ClaimRule rule, String said) {
        if (!rule.unitFromValue()) {
            all.putIfAbsent(new Wanted(rule.role(), rule.unit()), rule);
            return;
        }
        units.list().stream()
                .filter(unit -> unit.code().equalsIgnoreCase(said))
                .findFirst()
                .ifPresent(unit -> all.putIfAbsent(new Wanted(rule.role(), unit.id()), rule));
    }

    private @Nullable LocalDate until(ClaimRule rule) {
        Integer days = rule.days();
        return days == null ? null : today().plusDays(days);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
