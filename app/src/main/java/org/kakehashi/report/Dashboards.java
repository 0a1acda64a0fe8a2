package org.kakehashi.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.report.Dashboard.Item;
import org.kakehashi.report.internal.DashboardStore;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The dashboards: those of the university, one's own, and those shared with one. What they show is
/// for each reader what that reader may count.
@Service
@Transactional
public class Dashboards {
    static final String READ = "report.read";
    static final String COMPOSE = "report.compose";
    static final String MANAGE = "report.manage";

    /// More figures than these are no longer seen together.
    public static final int MOST = 24;

    private final DashboardStore store;
    private final Plans plans;
    private final Readings readings;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Dashboards(
            DashboardStore store,
            Plans plans,
            Readings readings,
            Units units,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.readings = readings;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Dashboard> list() {
        access.require(READ);
        return store.list().stream().filter(this::visible).toList();
    }

    @Transactional(readOnly = true)
    public Dashboard get(UUID id) {
        access.require(READ);
        return store.find(id).filter(this::visible).orElseThrow(KakehashiException::notFound);
    }

    private boolean visible(Dashboard one) {
        CurrentUser user = CurrentUser.get();
        boolean mine = one.owner() != null && one.owner().equals(user.id());
        return mine
                || switch (one.sharing().with()) {
                    case PRIVATE -> false;
                    case EVERYONE -> true;
                    case ROLE ->
                            user.has(String.valueOf(one.sharing().role())) || access.may(MANAGE);
                    case UNIT -> within(user, one.sharing().unit()) || access.may(MANAGE);
                };
    }

    /// Is one of the person's units this one or below it?
    private boolean within(CurrentUser user, @Nullable UUID unit) {
        return unit != null
                && user.grants().stream()
                        .anyMatch(grant ->
                                grant.unit() != null
                                        && units.withDescendants(unit).contains(grant.unit()));
    }

    public boolean mayCompose() {
        return access.may(COMPOSE);
    }

    public void requireCompose() {
        access.require(COMPOSE);
    }

    /// May the person change it? Its owner; of the university's own, those who keep them.
    public boolean mayChange(Dashboard one) {
        boolean mine = one.owner() != null && one.owner().equals(CurrentUser.get().id());
        return mine ? access.may(COMPOSE) : one.owner() == null && access.may(MANAGE);
    }

    /// @param like the dashboard whose figures it begins with, if any
    public UUID create(DashboardDraft draft, @Nullable UUID like) {
        access.require(COMPOSE);
        List<Item> items = like == null ? List.of() : get(like).items();
        UUID id = store.add(draft, CurrentUser.get().id(), items);
        audit.record("report.dashboard.created", "dashboard", id, Map.of());
        return id;
    }

    public void change(UUID id, DashboardDraft draft, int version) {
        changeable(id);
        store.change(id, draft, version);
        audit.record("report.dashboard.changed", "dashboard", id, Map.of());
    }

    public void delete(UUID id) {
        Dashboard one = changeable(id);
        if (one.kind() != Dashboard.Kind.OWN) {
            throw KakehashiException.invalid("report.dashboard.builtIn", Map.of());
        }
        store.delete(id);
        audit.record("report.dashboard.deleted", "dashboard", id, Map.of());
    }

    /// Why the figure cannot be shown so: a message key, or null.
    @Transactional(readOnly = true)
    public @Nullable String problem(Dashboard dashboard, Item item) {
        if (dashboard.items().size() >= MOST) {
            return "report.figure.problem.many";
        }
        if (plans.indicators().stream().noneMatch(one -> one.code().equals(item.indicator()))) {
            return "report.figure.problem.indicator";
        }
        if (item.shown().needsDimension() && item.dimension() == null) {
            return "report.figure.problem.dimension";
        }
        Indicator indicator = plans.indicator(item.indicator());
        String needed = item.shown() == Dashboard.Shown.MAP ? "country" : item.dimension();
        return needed == null
                        || readings.toldApartBy(indicator, LocalDate.now(clock)).contains(needed)
                ? null
                : "report.figure.problem.notBy";
    }

    public void add(UUID id, Item item) {
        Dashboard one = changeable(id);
        String problem = problem(one, item);
        if (problem != null) {
            throw KakehashiException.invalid(problem, Map.of());
        }
        store.add(id, item, one.items().size() + 1);
    }

    /// Moves a figure so many places on; back where negative.
    public void move(UUID id, UUID item, int places) {
        List<UUID> order = new ArrayList<>(changeable(id).items().stream().map(Item::id).toList());
        int from = order.indexOf(item);
        if (from < 0) {
            throw KakehashiException.notFound();
        }
        int to = Math.clamp((long) from + places, 0, order.size() - 1);
        order.add(to, order.remove(from));
        store.order(order);
    }

    public void resize(UUID id, UUID item, boolean wide) {
        store.resize(of(changeable(id), item).id(), wide);
    }

    public void remove(UUID id, UUID item) {
        Dashboard one = changeable(id);
        store.remove(of(one, item).id());
        store.order(
                one.items().stream().map(Item::id).filter(other -> !other.equals(item)).toList());
    }

    private static Item of(Dashboard one, UUID item) {
        return one.items().stream()
                .filter(figure -> figure.id().equals(item))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    private Dashboard changeable(UUID id) {
        access.require(COMPOSE);
        Dashboard one =
                store.lock(id).filter(this::visible).orElseThrow(KakehashiException::notFound);
        if (!mayChange(one)) {
            throw KakehashiException.forbidden(MANAGE);
        }
        return one;
    }
}
