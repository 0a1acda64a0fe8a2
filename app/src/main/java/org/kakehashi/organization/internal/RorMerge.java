package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.REGISTRY_RELEASES;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a wholly staged release into the tables: one transaction of a few statements over all
/// records, so that readers see the old release or the new one and nothing between. Plain SQL, for
/// the statements are about whole tables and their plans.
final class RorMerge {
    private static final Logger LOG = LoggerFactory.getLogger(RorMerge.class);

    /// Beyond this many new rows it is quicker to build the index of grams anew.
    private static final int REBUILD = 20_000;

    private static final String CURRENT =
            """
            jsonb_build_object(
                'status', o.status, 'name', o.name, 'country', o.country, 'subdivision', o.subdivision,
                'city', o.city, 'types', to_jsonb(o.types), 'established', o.established,
                'website', o.website, 'wikipedia', o.wikipedia, 'domains', to_jsonb(o.domains),
                'external_ids', o.external_ids,
                'names', (select coalesce(jsonb_agg(n.value order by n.value), '[]')
                          from organization.names n
                          where n.organization_id = o.id and n.source = 'ror' and n.removed_at is null))
            """;

    private static final String STAGED =
            """
            jsonb_build_object(
                'status', s.status, 'name', s.name, 'country', s.country, 'subdivision', s.subdivision,
                'city', s.city, 'types', to_jsonb(s.types), 'established', s.established,
                'website', s.website, 'wikipedia', s.wikipedia, 'domains', to_jsonb(s.domains),
                'external_ids', s.external_ids,
                'names', (select coalesce(jsonb_agg(n.value order by n.value), '[]')
                          from organization.staged_names n where n.ror_id = s.ror_id))
            """;

    private static final String COLUMNS =
            """
            status, name, country, subdivision, city, latitude, longitude, types, established,
            website, wikipedia, domains, external_ids
            """;

    private final DSLContext jooq;
    private final UUID release;
    private final Runnable breathe;

    /// @param jooq on a connection within a transaction
    /// @param breathe called between the steps; may throw to end the work
    RorMerge(DSLContext jooq, UUID release, Runnable breathe) {
        this.jooq = jooq;
        this.release = release;
        this.breathe = breathe;
    }

    void run(@Nullable String actor, String reason) {
        jooq.fetch(
                "select set_config('organization.importing', 'on', true), set_config('kakehashi.actor', ?, true), "
                        + "set_config('kakehashi.reason', ?, true)",
                actor == null ? "" : actor,
                reason);
        plan();
        boolean first = !jooq.fetchExists(REGISTRY_RELEASES, REGISTRY_RELEASES.STATE.eq("done"));
        boolean rebuild = count("added") > REBUILD;
        if (!first) {
            describeChanges();
        }
        organizations();
        names();
        relations();
        successions();
        search(rebuild);
        finish(first);
    }

    private int step(String sql, Object... bindings) {
        breathe.run();
        long start = System.nanoTime();
        int rows = jooq.execute(sql, bindings);
        LOG.debug(
                "{} ms, {} rows: {}",
                (System.nanoTime() - start) / 1_000_000,
                rows,
                sql.substring(0, Math.min(80, sql.length())).replace('\n', ' '));
        return rows;
    }

    private void plan() {
        step("analyze organization.staged_organizations");
        step("analyze organization.staged_names");
        step(
                """
                insert into organization.registry_problems (release_id, record, position, ror_id, reason, detail)
                select ?::uuid, later.record, 0, later.ror_id, 'duplicate', 'record ' || min(earlier.record)
                from organization.staged_organizations later
                join organization.staged_organizations earlier
                  on earlier.ror_id = later.ror_id and earlier.record < later.record
                group by later.record, later.ror_id on conflict do nothing
                """,
                release);
        step(
                """
                create temp table plan on commit drop as
                select s.record, s.ror_id, coalesce(o.id, uuidv7()) as id,
                       case when o.id is null then 'added'
                            when o.registry_hash = s.hash then 'unchanged'
                            when s.status = 'withdrawn' and o.status <> 'withdrawn' then 'withdrawn'
                            else 'changed' end as kind
                from (select distinct on (ror_id) * from organization.staged_organizations order by ror_id, record) s
                left join organization.organizations o on o.ror_id = s.ror_id
                """);
        step("create index on plan (ror_id)");
        step("analyze plan");
    }

    private int count(String kind) {
        return jooq.fetchSingle("select count(*)::int from plan where kind = ?", kind)
                .get(0, Integer.class);
    }

    private void describeChanges() {
        step(
                """
                insert into organization.registry_changes (release_id, organization_id, kind, fields, before, after)
                select ?::uuid, id, kind,
                       array(select key from jsonb_each(after) a where a.value is distinct from before -> a.key order by 1),
                       before, after
                from (select p.id, p.kind, %s as before, %s as after
                      from plan p join organization.staged_organizations s on s.record = p.record
                      join organization.organizations o on o.id = p.id
                      where p.kind in ('changed', 'withdrawn')) c
                on conflict do nothing
                """
                        .formatted(CURRENT, STAGED),
                release);
    }

    private void organizations() {
        step(
                """
                update organization.organizations o
                set (%s) = (select %s),
                    name_ja = coalesce((select value from organization.names n where n.organization_id = o.id
                                        and n.preferred and n.language = 'ja' and n.removed_at is null), s.name_ja),
                    name_en = coalesce((select value from organization.names n where n.organization_id = o.id
                                        and n.preferred and n.language = 'en' and n.removed_at is null), s.name_en),
                    registry_hash = s.hash, registry_modified = s.modified, release_id = s.release_id,
                    version = o.version + 1
                from plan p join organization.staged_organizations s on s.record = p.record
                where p.id = o.id and p.kind in ('changed', 'withdrawn')
                """
                        .formatted(COLUMNS, "s." + COLUMNS.strip().replaceAll(",\\s+", ", s.")));
        step(
                """
                insert into organization.organizations
                    (id, ror_id, origin, name_ja, name_en, registry_hash, registry_modified, release_id, %s)
                select p.id, s.ror_id, 'ror', s.name_ja, s.name_en, s.hash, s.modified, s.release_id, %s
                from plan p join organization.staged_organizations s on s.record = p.record
                where p.kind = 'added'
                """
                        .formatted(COLUMNS, "s." + COLUMNS.strip().replaceAll(",\\s+", ", s.")));
        step(
                """
                update organization.organizations_history h
                set recorded = tstzrange(lower(h.recorded), greatest(clock_timestamp(), lower(h.recorded)), '[)')
                from plan p where p.id = h.id and p.kind in ('changed', 'withdrawn') and upper_inf(h.recorded)
                """);
        step(
                """
                insert into organization.organizations_history
                select tstzrange(clock_timestamp(), null, '[)'),
                       nullif(current_setting('kakehashi.actor'), '')::uuid, current_setting('kakehashi.reason'), o.*
                from organization.organizations o join plan p on p.id = o.id
                where p.kind <> 'unchanged'
                """);
    }

    private void names() {
        step(
                """
                update organization.names n set removed_at = now(), removed_release = ?::uuid
                from plan p
                where p.id = n.organization_id and p.kind in ('changed', 'withdrawn')
                  and n.source = 'ror' and n.removed_at is null
                  and not exists (select from organization.staged_names s where s.ror_id = p.ror_id
                      and s.value = n.value and s.kind = n.kind and s.language is not distinct from n.language)
                """,
                release);
        step(
                """
                insert into organization.names (organization_id, value, language, kind, source, position, added_release)
                select p.id, s.value, s.language, s.kind, 'ror', s.position, ?::uuid
                from plan p join organization.staged_names s on s.ror_id = p.ror_id
                where p.kind = 'added' or p.kind <> 'unchanged'
                  and not exists (select from organization.names n where n.organization_id = p.id
                      and n.source = 'ror' and n.removed_at is null
                      and n.value = s.value and n.kind = s.kind and n.language is not distinct from s.language)
                """,
                release);
    }

    private void relations() {
        step(
                """
                delete from organization.relations r using plan p
                where p.id = r.organization_id and p.kind in ('changed', 'withdrawn')
                """);
        step(
                """
                insert into organization.relations (organization_id, type, other_id)
                select distinct p.id, r.type, o.id
                from organization.staged_relations r join plan p on p.ror_id = r.ror_id
                join organization.organizations o on o.ror_id = r.other_ror_id
                where r.type in ('parent', 'child', 'related') and p.id <> o.id
                on conflict do nothing
                """);
    }

    private void successions() {
        step(
                """
                create temp table links on commit drop as
                select distinct case r.type when 'successor' then p.id else o.id end as predecessor,
                                case r.type when 'successor' then o.id else p.id end as successor
                from organization.staged_relations r join plan p on p.ror_id = r.ror_id
                join organization.organizations o on o.ror_id = r.other_ror_id
                where r.type in ('successor', 'predecessor') and p.id <> o.id
                """);
        step(
                """
                delete from organization.successions s using plan p
                where s.source = 'ror' and p.id = s.predecessor_id and p.kind in ('changed', 'withdrawn')
                  and not exists (select from links l where l.predecessor = s.predecessor_id and l.successor = s.successor_id)
                """);
        step(
                """
                insert into organization.successions (predecessor_id, successor_id, kind, source, recorded_by_login)
                select predecessor, successor, 'unknown', 'ror', 'ror' from links on conflict do nothing
                """);
    }

    private void search(boolean rebuild) {
        if (rebuild) {
            step("drop index organization.search_grams");
        }
        step(
                """
                delete from organization.search x using plan p
                where p.id = x.organization_id and p.kind in ('changed', 'withdrawn')
                """);
        step(
                """
                insert into organization.search
                    (organization_id, weight, origin, status, country, types, folded, grams)
                select p.id, s.weight, 'ror', s.status, s.country, s.types, s.folded, s.grams
                from plan p join organization.staged_organizations s on s.record = p.record
                where p.kind <> 'unchanged'
                order by s.weight desc
                """);
        if (rebuild) {
            step(
                    "create index search_grams on organization.search using gin (grams) with (fastupdate = off)");
        }
        step("delete from organization.frequent_grams");
        step(
                """
                insert into organization.frequent_grams (gram, organizations)
                select gram, count(*) * 10 from (
                    select unnest(grams) as gram from organization.search tablesample system (10)) sample
                group by gram having count(*) > 100
                """);
    }

    private void finish(boolean first) {
        int missing =
                step(
                        """
                        insert into organization.registry_changes (release_id, organization_id, kind)
                        select ?::uuid, o.id, 'missing' from organization.organizations o
                        where o.origin = 'ror' and not exists (select from plan p where p.id = o.id)
                        on conflict do nothing
                        """,
                        release);
        if (!first) {
            step(
                    """
                    insert into organization.registry_changes (release_id, organization_id, kind)
                    select ?::uuid, id, 'added' from plan where kind = 'added' on conflict do nothing
                    """,
                    release);
        }
        step(
                """
                update organization.registry_releases r
                set added = c.added, changed = c.changed, withdrawn = c.withdrawn, unchanged = c.unchanged,
                    missing = ?, state = 'done', ended_at = clock_timestamp(),
                    broken = greatest(broken, (select count(*) from organization.registry_problems b where b.release_id = r.id))
                from (select count(*) filter (where kind = 'added') as added,
                             count(*) filter (where kind = 'changed') as changed,
                             count(*) filter (where kind = 'withdrawn') as withdrawn,
                             count(*) filter (where kind = 'unchanged') as unchanged from plan) c
                where r.id = ?::uuid
                """,
                missing,
                release);
    }
}
