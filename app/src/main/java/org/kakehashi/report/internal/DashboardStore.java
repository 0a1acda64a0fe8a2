package org.kakehashi.report.internal;

import static org.kakehashi.schema.report.Tables.DASHBOARDS;
import static org.kakehashi.schema.report.Tables.DASHBOARD_FIGURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.report.Dashboard;
import org.kakehashi.report.Dashboard.Item;
import org.kakehashi.report.Dashboard.Sharing;
import org.kakehashi.report.DashboardDraft;
import org.kakehashi.schema.report.tables.records.DashboardFiguresRecord;
import org.kakehashi.schema.report.tables.records.DashboardsRecord;
import org.springframework.stereotype.Repository;

/// Keeps dashboards.
@Repository
public class DashboardStore {
    private final DSLContext jooq;

    DashboardStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Dashboard> list() {
        return read(DSL.noCondition());
    }

    public Optional<Dashboard> find(UUID id) {
        return read(DASHBOARDS.ID.eq(id)).stream().findFirst();
    }

    private List<Dashboard> read(Condition wanted) {
        Map<UUID, List<Item>> items =
                jooq.select(DASHBOARD_FIGURES.fields())
                        .from(DASHBOARD_FIGURES)
                        .join(DASHBOARDS)
                        .on(DASHBOARDS.ID.eq(DASHBOARD_FIGURES.DASHBOARD_ID))
                        .where(wanted)
                        .orderBy(DASHBOARD_FIGURES.POSITION, DASHBOARD_FIGURES.ID)
                        .fetchGroups(
                                DASHBOARD_FIGURES.DASHBOARD_ID,
                                row -> item(row.into(DASHBOARD_FIGURES)));
        return jooq.selectFrom(DASHBOARDS)
                .where(wanted)
                .orderBy(DASHBOARDS.POSITION, DASHBOARDS.ID)
                .fetch(row -> dashboard(row, items.getOrDefault(row.getId(), List.of())));
    }

    private static Item item(DashboardFiguresRecord row) {
        return new Item(
                row.getId(),
                row.getIndicatorCode(),
                Coded.of(Dashboard.Shown.class, row.getShown()),
                row.getDimension(),
                row.getWide());
    }

    private static Dashboard dashboard(DashboardsRecord row, List<Item> items) {
        return new Dashboard(
                row.getId(),
                Coded.of(Dashboard.Kind.class, row.getKind()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                new Bilingual(row.getLeadJa(), row.getLeadEn()),
                row.getOwnerId(),
                new Sharing(
                        Coded.of(Dashboard.With.class, row.getShared()),
                        row.getSharedRole(),
                        row.getSharedUnit()),
                row.getNarrow(),
                row.getVersion(),
                items);
    }

    public UUID add(DashboardDraft draft, @Nullable UUID owner, List<Item> items) {
        DashboardsRecord row = jooq.newRecord(DASHBOARDS);
        row.setKind(Dashboard.Kind.OWN.code());
        row.setOwnerId(owner);
        fill(row, draft);
        UUID id =
                Objects.requireNonNull(
                        jooq.insertInto(DASHBOARDS)
                                .set(row)
                                .returning(DASHBOARDS.ID)
                                .fetchSingle()
                                .getId());
        for (int i = 0; i < items.size(); i++) {
            add(id, items.get(i), i + 1);
        }
        return id;
    }

    public void change(UUID id, DashboardDraft draft, int version) {
        DashboardsRecord row = jooq.newRecord(DASHBOARDS);
        fill(row, draft);
        row.setVersion(version + 1);
        int changed =
                jooq.update(DASHBOARDS)
                        .set(row)
                        .where(DASHBOARDS.ID.eq(id))
                        .and(DASHBOARDS.VERSION.eq(version))
                        .execute();
        if (changed == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static void fill(DashboardsRecord row, DashboardDraft draft) {
        row.setNameJa(draft.name().ja());
        row.setNameEn(draft.name().en());
        row.setLeadJa(draft.lead().ja());
        row.setLeadEn(draft.lead().en());
        row.setShared(draft.sharing().with().code());
        row.setSharedRole(draft.sharing().role());
        row.setSharedUnit(draft.sharing().unit());
        row.setNarrow(draft.narrow());
    }

    public void add(UUID dashboard, Item item, int position) {
        jooq.insertInto(DASHBOARD_FIGURES)
                .set(DASHBOARD_FIGURES.DASHBOARD_ID, dashboard)
                .set(DASHBOARD_FIGURES.POSITION, position)
                .set(DASHBOARD_FIGURES.INDICATOR_CODE, item.indicator())
                .set(DASHBOARD_FIGURES.SHOWN, item.shown().code())
                .set(DASHBOARD_FIGURES.DIMENSION, item.dimension())
                .set(DASHBOARD_FIGURES.WIDE, item.wide())
                .execute();
    }

    /// Puts the figures in this order.
    public void order(List<UUID> items) {
        for (int i = 0; i < items.size(); i++) {
            jooq.update(DASHBOARD_FIGURES)
                    .set(DASHBOARD_FIGURES.POSITION, i + 1)
                    .where(DASHBOARD_FIGURES.ID.eq(items.get(i)))
                    .and(DASHBOARD_FIGURES.POSITION.ne(i + 1))
                    .execute();
        }
    }

    public void resize(UUID item, boolean wide) {
        jooq.update(DASHBOARD_FIGURES)
                .set(DASHBOARD_FIGURES.WIDE, wide)
                .where(DASHBOARD_FIGURES.ID.eq(item))
                .execute();
    }

    public void remove(UUID item) {
        jooq.deleteFrom(DASHBOARD_FIGURES).where(DASHBOARD_FIGURES.ID.eq(item)).execute();
    }

    /// Locks it, so that two who change its figures do so one after the other.
    public Optional<Dashboard> lock(UUID id) {
        jooq.select(DASHBOARDS.ID).from(DASHBOARDS).where(DASHBOARDS.ID.eq(id)).forUpdate().fetch();
        return find(id);
    }

    public void delete(UUID id) {
        List<UUID> figures = new ArrayList<>();
        jooq.select(DASHBOARD_FIGURES.ID)
                .from(DASHBOARD_FIGURES)
                .where(DASHBOARD_FIGURES.DASHBOARD_ID.eq(id))
                .forEach(row -> figures.add(row.value1()));
        figures.forEach(this::remove);
        jooq.deleteFrom(DASHBOARDS).where(DASHBOARDS.ID.eq(id)).execute();
    }
}
