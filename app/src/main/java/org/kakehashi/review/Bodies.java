package org.kakehashi.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.BodyStore;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of committees and posts: who sits where until when, who stands in for whom, and so who
/// may act for a body today.
@Service
public class Bodies {
    private static final String CONFIGURE = "review.configure";

    private final BodyStore store;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Bodies(BodyStore store, Access access, Units units, Audit audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Body> list() {
        return store.list();
    }

    public Body get(UUID id) {
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Those who hold it or ever did, the heads first.
    public List<Holder> holders(UUID body) {
        return store.holders(body);
    }

    public Map<UUID, Bilingual> people() {
        requireSignedIn();
        return store.people();
    }

    public Map<UUID, Bilingual> names(Collection<UUID> ids) {
        return store.names(ids);
    }

    public void requireConfigure() {
        access.require(CONFIGURE);
    }

    public boolean mayConfigure() {
        return access.may(CONFIGURE);
    }

    /// May the person acting look after this committee: its members, meetings and minutes? Its
    /// chair, deputy and secretary may, and who configures reviews.
    public boolean mayRun(Body body) {
        UUID me = CurrentUser.get().id();
        return mayConfigure()
                || me != null
                        && store.holders(body.id()).stream()
                                .anyMatch(one ->
                                        one.user().equals(me)
                                                && one.on(today())
                                                && one.duty() != Holder.Duty.MEMBER);
    }

    @Transactional
    public UUID create(Body body) {
        access.require(CONFIGURE);
        check(body);
        if (store.findByCode(body.code()).isPresent()) {
            throw KakehashiException.invalid("review.body.codeTaken", Map.of());
        }
        UUID id = store.save(body, true);
        audit.record("review.body.saved", "body", id, Map.of("code", body.code()));
        return id;
    }

    @Transactional
    public void change(Body body) {
        access.require(CONFIGURE);
        check(body);
        if (!body.active()) {
            requireUnused(body);
        }
        store.save(body, false);
        audit.record("review.body.saved", "body", body.id(), Map.of("code", body.code()));
    }

    @Transactional
    public void addHolder(Holder holder) {
        Body body = get(holder.body());
        requireRun(body);
        if (body.perUnit() && holder.unit() == null) {
            throw KakehashiException.invalid("review.holder.unitNeeded", Map.of());
        }
        if (holder.from() != null
                && holder.until() != null
                && !holder.from().isBefore(holder.until())) {
            throw KakehashiException.invalid("review.holder.term", Map.of());
        }
        store.addHolder(holder);
        audit.record("review.holder.added", "body", body.id(), Map.of());
    }

    /// Ends somebody's term: they act for the body for the last time the day before.
    @Transactional
    public void endHolder(UUID bodyId, UUID holder, LocalDate until) {
        Body body = get(bodyId);
        requireRun(body);
        store.endHolder(bodyId, holder, until);
        audit.record("review.holder.ended", "body", body.id(), Map.of());
    }

    /// The deputies the person acting named or is.
    public List<Delegation> myDelegations() {
        return store.delegationsOf(requireSignedIn());
    }

    /// Names a deputy for the person acting.
    @Transactional
    public void delegate(UUID to, LocalDate since, LocalDate lastDay, @Nullable String reason) {
        UUID me = requireSignedIn();
        if (to.equals(me) || !store.people().containsKey(to)) {
            throw KakehashiException.invalid("review.delegation.who", Map.of());
        }
        if (lastDay.isBefore(since) || lastDay.isBefore(today())) {
            throw KakehashiException.invalid("review.delegation.days", Map.of());
        }
        store.insert(new Delegation(new UUID(0, 0), me, to, since, lastDay, reason));
        audit.record("review.delegation.made", "user", me, Map.of("to", to.toString()));
    }

    @Transactional
    public void endDelegation(UUID id) {
        UUID me = requireSignedIn();
        store.deleteDelegation(id, me);
        audit.record("review.delegation.ended", "user", me, Map.of());
    }

    /// Who may act for this body today in a matter of these units: its holders, or where there are
    /// none the people of its role, and their deputies.
    public List<Actor> actors(Body body, Set<UUID> ofUnits) {
        Map<UUID, Actor> found = new LinkedHashMap<>();
        store.holders(body.id()).stream()
                .filter(one ->
                        one.on(today()) && one.speaksFor(body) && inUnits(one.unit(), ofUnits))
                .forEach(one -> found.put(one.user(), new Actor(one.user(), one.name(), null)));
        if (found.isEmpty() && body.role() != null) {
            boolean anywhere = !body.perUnit() && !body.role().equals("member");
            store.withRole(body.role()).stream()
                    .filter(one -> one.unit() == null ? anywhere : inUnits(one.unit(), ofUnits))
                    .forEach(one -> found.put(one.user(), new Actor(one.user(), one.name(), null)));
        }
        List<Actor> all = new ArrayList<>(found.values());
        all.addAll(deputies(found));
        return all;
    }

    /// Who may act on this step: as for its body, but nobody instead of somebody where it is done
    /// in person.
    public List<Actor> actors(Step step, Set<UUID> ofUnits) {
        return actors(get(step.body()), ofUnits).stream()
                .filter(one -> !step.inPerson() || one.insteadOf() == null)
                .toList();
    }

    private List<Actor> deputies(Map<UUID, Actor> holders) {
        List<Delegation> now =
                store.delegations(today()).stream()
                        .filter(one ->
                                holders.containsKey(one.from()) && !holders.containsKey(one.to()))
                        .toList();
        Map<UUID, Bilingual> names = store.names(now.stream().map(Delegation::to).toList());
        Set<UUID> seen = new HashSet<>();
        return now.stream()
                .filter(one -> seen.add(one.to()) && names.containsKey(one.to()))
                .map(one ->
                        new Actor(
                                one.to(),
                                names.getOrDefault(one.to(), new Bilingual(null, null)),
                                one.from()))
                .toList();
    }

    /// A holder without a unit is there for all.
    private boolean inUnits(@Nullable UUID unit, Set<UUID> ofUnits) {
        return unit == null || units.withDescendants(unit).stream().anyMatch(ofUnits::contains);
    }

    /// A body that a process in use needs is not retired: cases would wait for nobody.
    private void requireUnused(Body body) {
        List<Bilingual> processes = store.usedBy(body.id());
        if (!processes.isEmpty()) {
            throw KakehashiException.invalid(
                    "review.body.used",
                    Map.of(
                            "processes",
                            processes.stream().map(Text::t).collect(Collectors.joining(", "))));
        }
    }

    private static void check(Body body) {
        if (body.name().ja() == null
                || body.name().en() == null
                || !body.code().matches("[a-z][a-z0-9_-]{1,40}")) {
            throw KakehashiException.invalid("review.body.incomplete", Map.of());
        }
    }

    private void requireRun(Body body) {
        if (!mayRun(body)) {
            throw KakehashiException.forbidden(CONFIGURE);
        }
    }

    private static UUID requireSignedIn() {
        UUID me = CurrentUser.get().id();
        if (me == null) {
            throw KakehashiException.forbidden("review.read");
        }
        return me;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
