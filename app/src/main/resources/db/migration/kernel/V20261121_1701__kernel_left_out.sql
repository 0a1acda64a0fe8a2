-- Columns a history twin leaves empty: values about a person, which must be erasable. What they were before and after a change
-- stands in the audit trail, encrypted with the key of the person.
create table kernel.left_out_columns (
    place text not null,
    name text not null,
    primary key (place, name)
);
comment on table kernel.left_out_columns is '履歴に残さない列 / Columns a history twin leaves empty';
comment on column kernel.left_out_columns.place is '表 / Table';
comment on column kernel.left_out_columns.name is '列 / Column';

-- The given names with null for each: what empties those columns of a row.
create function kernel.emptied(wanted text) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(name, null), '{}') from kernel.left_out_columns where place = wanted
$$;

-- As keep_history, but for the columns left out.
create function kernel.keep_history_but() returns trigger language plpgsql as $$
declare
    twin text := format('%I.%I', tg_table_schema, tg_table_name || '_history');
    moment timestamptz := clock_timestamp();
begin
    if tg_op <> 'INSERT' then
        if tg_op = 'UPDATE' and old is not distinct from new then
            return null;
        end if;
        execute format('update %s set recorded = tstzrange(lower(recorded), greatest($2, lower(recorded)), ''[)'') where id = $1 and upper_inf(recorded)', twin)
            using old.id, moment;
    end if;
    if tg_op <> 'DELETE' then
        execute format('insert into %s select tstzrange($2, null, ''[)''), nullif(current_setting(''kakehashi.actor'', true), '''')::uuid, nullif(current_setting(''kakehashi.reason'', true), ''''), (jsonb_populate_record($1, $3)).*', twin)
            using new, moment, kernel.emptied(tg_table_schema || '.' || tg_table_name);
    end if;
    return null;
end $$;

-- Tracks a table without those columns.
create procedure kernel.track_but(tracked regclass, variadic names text[]) language plpgsql as $$
declare
    part text[] := (select array[n.nspname, c.relname] from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tracked);
    one text;
begin
    call kernel.track(tracked);
    foreach one in array names loop
        insert into kernel.left_out_columns values (part[1] || '.' || part[2], one) on conflict do nothing;
        execute format('alter table %I.%I alter column %I drop not null', part[1], part[2] || '_history', one);
    end loop;
    execute format('create or replace trigger keep_history after insert or update or delete on %s for each row execute function kernel.keep_history_but()', tracked);
end $$;

-- Takes the rows a table has when it begins to be tracked into its history.
create procedure kernel.begin_history(tracked regclass) language plpgsql as $$
declare
    part text[] := (select array[n.nspname, c.relname] from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tracked);
begin
    execute format('insert into %I.%I select tstzrange(clock_timestamp(), null, ''[)''), null, ''history begins'', (jsonb_populate_record(t, kernel.emptied(%L))).* from %s t',
        part[1], part[2] || '_history', part[1] || '.' || part[2], tracked);
    perform set_config('kakehashi.transaction', '', true);
end $$;

-- As before; columns left out are not compared.
create or replace function kernel.broken_history(wanted text, most int)
returns table (fault text, record_id uuid, at timestamptz, change_id bigint) language plpgsql stable
set timezone to 'UTC' set datestyle to 'ISO, YMD' set intervalstyle to 'postgres' set bytea_output to 'hex' as $$
declare
    t kernel.tracked_tables;
    skipped text[];
begin
    select * into strict t from kernel.tracked_tables x where x.place = wanted;
    return query execute format($q$
        with noted as (select * from kernel.changes where place = %1$L),
        opened as (
            select case when h.id is null then 'removed' else 'altered' end as fault, o.record_id, o.at, o.id
            from noted o left join %2$s h on h.id = o.record_id and lower(h.recorded) = o.at
            where o.operation = 'open' and (h.id is null or o.digest <>
                kernel.opened_digest(%1$L, h.id, lower(h.recorded), h.recorded_by, h.recorded_reason, to_jsonb(h)))),
        closed as (
            select 'reopened', o.record_id, o.at, o.id
            from noted o left join %2$s h on h.id = o.record_id and upper(h.recorded) = o.at
                and o.digest = kernel.closed_digest(%1$L, h.id, lower(h.recorded), upper(h.recorded))
            where o.operation = 'close' and h.id is null),
        inserted as (
            select 'inserted', h.id, lower(h.recorded), null::bigint from %2$s h
            where not exists (select from noted o where o.operation = 'open' and o.record_id = h.id and o.at = lower(h.recorded))),
        ended as (
            select 'closed', h.id, upper(h.recorded), null::bigint from %2$s h
            where not upper_inf(h.recorded)
              and not exists (select from noted o where o.operation = 'close' and o.record_id = h.id and o.at = upper(h.recorded)))
        select * from opened union all select * from closed union all select * from inserted union all select * from ended
        limit $1
        $q$, wanted, t.twin::regclass) using most;
    -- The record itself must be its latest version; columns added later with a default, and computed ones, are not in it.
    skipped := array(select a.attname::text from pg_attribute a
        where a.attrelid = t.tracked and a.attnum > 0 and (a.atthasmissing or a.attgenerated <> '')
        union select l.name from kernel.left_out_columns l where l.place = wanted);
    return query execute format($q$
        select case when h.id is null then 'unrecorded' when l.id is null then 'deleted' else 'overwritten' end,
               coalesce(l.id, h.id), lower(h.recorded), null::bigint
        from %1$s l full join (select * from %2$s where upper_inf(recorded)) h on h.id = l.id
        where h.id is null or l.id is null
           or jsonb_strip_nulls(to_jsonb(l) - $2) <>
              jsonb_strip_nulls(to_jsonb(h) - $2 - '{recorded,recorded_by,recorded_reason}'::text[])
        limit $1
        $q$, t.tracked::regclass, t.twin::regclass) using most, skipped;
end $$;
