-- Who changed what, from where: one row for each transaction that records something, one for each version of a record it
-- opens or closes. The audit chain (access.audit_chain) seals them; docs/decisions/0006 has the form of what is hashed.
create table kernel.transactions (
    id uuid primary key,
    at timestamptz not null default clock_timestamp(),
    actor uuid,
    origin text,
    reason text
);
comment on table kernel.transactions is '記録を変更したトランザクション / Transactions that changed records';
comment on column kernel.transactions.actor is '利用者 / Who';
comment on column kernel.transactions.origin is '接続元 / From where';
comment on column kernel.transactions.reason is '理由 / Why';

-- Committed transactions the audit chain has not sealed yet.
create table kernel.unsealed (
    transaction_id uuid primary key
);
comment on table kernel.unsealed is '封印待ちのトランザクション / Transactions waiting to be sealed';

create table kernel.changes (
    id bigint generated always as identity primary key,
    transaction_id uuid not null,
    place text not null,
    operation text not null check (operation in ('open', 'close')),
    record_id uuid not null,
    at timestamptz not null,
    digest bytea not null
);
comment on table kernel.changes is '記録の変更 / Changes of records';
comment on column kernel.changes.place is '表 / Table';
comment on column kernel.changes.operation is '版の開始・終了 / Version opened or closed';
comment on column kernel.changes.digest is '内容のSHA-256 / SHA-256 of the content';
create index on kernel.changes (transaction_id);

-- The id of this transaction in the audit trail; the first call writes down who acts, from where and why.
create function kernel.this_transaction() returns uuid language plpgsql as $$
declare
    known text := current_setting('kakehashi.transaction', true);
begin
    if known is null or known = '' then
        known := uuidv7()::text;
        perform set_config('kakehashi.transaction', known, true);
        insert into kernel.transactions (id, actor, origin, reason) values (
            known::uuid,
            nullif(current_setting('kakehashi.actor', true), '')::uuid,
            nullif(current_setting('kakehashi.origin', true), ''),
            nullif(current_setting('kakehashi.reason', true), ''));
        insert into kernel.unsealed values (known::uuid);
    end if;
    return known::uuid;
end $$;

-- What of a version is hashed, form 1: [1, table, "open", id, from, by, why, {columns that are not null}]. Called under UTC
-- and ISO dates only, so that the same row always gives the same bytes.
create function kernel.opened_digest(place text, id uuid, since timestamptz, by uuid, why text, content jsonb) returns bytea
language sql immutable parallel safe as $$
    select sha256(convert_to(jsonb_build_array(1, place, 'open', id, since, by, why,
        jsonb_strip_nulls(content - '{recorded,recorded_by,recorded_reason}'::text[]))::text, 'UTF8'))
$$;
create function kernel.closed_digest(place text, id uuid, since timestamptz, until timestamptz) returns bytea
language sql immutable parallel safe as $$
    select sha256(convert_to(jsonb_build_array(1, place, 'close', id, since, until)::text, 'UTF8'))
$$;

create function kernel.note_opened() returns trigger language plpgsql
set timezone to 'UTC' set datestyle to 'ISO, YMD' set intervalstyle to 'postgres' set bytea_output to 'hex' as $$
declare
    noted_place text := tg_table_schema || '.' || left(tg_table_name, -length('_history'));
begin
    insert into kernel.changes (transaction_id, place, operation, record_id, at, digest)
    select kernel.this_transaction(), noted_place, 'open', f.id, lower(f.recorded),
           kernel.opened_digest(noted_place, f.id, lower(f.recorded), f.recorded_by, f.recorded_reason, to_jsonb(f))
    from fresh f;
    return null;
end $$;

create function kernel.note_closed() returns trigger language plpgsql
set timezone to 'UTC' set datestyle to 'ISO, YMD' as $$
declare
    noted_place text := tg_table_schema || '.' || left(tg_table_name, -length('_history'));
begin
    insert into kernel.changes (transaction_id, place, operation, record_id, at, digest)
    select kernel.this_transaction(), noted_place, 'close', f.id, upper(f.recorded),
           kernel.closed_digest(noted_place, f.id, lower(f.recorded), upper(f.recorded))
    from fresh f where not upper_inf(f.recorded);
    return null;
end $$;

create procedure kernel.seal_twin(twin regclass) language plpgsql as $$
begin
    execute format('create trigger note_opened after insert on %s referencing new table as fresh for each statement execute function kernel.note_opened()', twin);
    execute format('create trigger note_closed after update on %s referencing new table as fresh for each statement execute function kernel.note_closed()', twin);
end $$;

create or replace procedure kernel.track(tracked regclass) language plpgsql as $$
declare
    part text[] := (select array[n.nspname, c.relname] from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tracked);
    twin text := format('%I.%I', part[1], part[2] || '_history');
    missing record;
begin
    if to_regclass(twin) is null then
        execute format('create table %s (recorded tstzrange not null, recorded_by uuid, recorded_reason text, like %s)', twin, tracked);
        execute format('create index on %s (id, lower(recorded))', twin);
        execute format('create trigger keep_history after insert or update or delete on %s for each row execute function kernel.keep_history()', tracked);
        call kernel.seal_twin(twin::regclass);
    end if;
    for missing in
        select a.attname, format_type(a.atttypid, a.atttypmod) as kind from pg_attribute a
        where a.attrelid = tracked and a.attnum > 0 and not a.attisdropped
          and not exists (select from pg_attribute b where b.attrelid = twin::regclass and b.attname = a.attname and not b.attisdropped)
        order by a.attnum
    loop
        execute format('alter table %s add column %I %s', twin, missing.attname, missing.kind);
    end loop;
end $$;

-- Tables with a history twin.
create view kernel.tracked_tables as
select format('%s.%s', n.nspname, c.relname) as place, c.oid as tracked,
       to_regclass(format('%I.%I', n.nspname, c.relname || '_history'))::oid as twin
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and to_regclass(format('%I.%I', n.nspname, c.relname || '_history')) is not null
  and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_history');

-- What was recorded before the chain began is taken into it as it stands.
do $$
declare
    one record;
begin
    perform set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
            set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
            set_config('kakehashi.reason', 'chain begins', true);
    for one in select t.place, t.twin::regclass as twin from kernel.tracked_tables t order by 1 loop
        call kernel.seal_twin(one.twin);
        execute format($q$
            insert into kernel.changes (transaction_id, place, operation, record_id, at, digest)
            select kernel.this_transaction(), %1$L, 'open', f.id, lower(f.recorded),
                   kernel.opened_digest(%1$L, f.id, lower(f.recorded), f.recorded_by, f.recorded_reason, to_jsonb(f)) from %2$s f
            union all
            select kernel.this_transaction(), %1$L, 'close', f.id, upper(f.recorded),
                   kernel.closed_digest(%1$L, f.id, lower(f.recorded), upper(f.recorded)) from %2$s f where not upper_inf(f.recorded)
            $q$, one.place, one.twin);
    end loop;
    perform set_config('kakehashi.reason', '', true), set_config('kakehashi.transaction', '', true);
end $$;

-- Compares one table, its history twin and the noted changes; each row is one thing that does not fit.
create function kernel.broken_history(wanted text, most int)
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
        where a.attrelid = t.tracked and a.attnum > 0 and (a.atthasmissing or a.attgenerated <> ''));
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

-- The trail is added to, never changed. Only disposal at the end of a retention time, which leaves a tombstone, says so first.
create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('kakehashi.disposing', true) = 'on' then
        return old;
    end if;
    raise exception 'the audit trail cannot be changed (% on %.%)', tg_op, tg_table_schema, tg_table_name;
end $$;
create trigger append_only before update or delete on kernel.transactions for each row execute function kernel.refuse_change();
create trigger append_only before update or delete on kernel.changes for each row execute function kernel.refuse_change();
