create schema kernel;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

-- Sorting follows the reader's language, never the server's locale.
create collation kernel.ja (provider = icu, locale = 'ja-u-kn');
create collation kernel.en (provider = icu, locale = 'en-u-kn');

-- Who this installation belongs to and whether it is a demonstration. One row.
create table kernel.installation (
    one boolean primary key default true check (one),
    demonstration boolean not null,
    owner_name_ja text not null,
    owner_name_en text not null,
    owner_ror_id text,
    created_at timestamptz not null default now()
);
comment on table kernel.installation is '導入環境 / This installation';
comment on column kernel.installation.demonstration is 'デモ用 / Demonstration data';
comment on column kernel.installation.owner_name_ja is '所有機関名(日本語) / Owner, Japanese name';
comment on column kernel.installation.owner_name_en is '所有機関名(英語) / Owner, English name';
comment on column kernel.installation.owner_ror_id is '所有機関のROR ID / ROR id of the owner';

-- Recorded time. Every tracked table gets a twin <table>_history that holds each version with the time it was believed
-- true, who recorded it and why. The actor and reason come from the transaction's settings kakehashi.actor and
-- kakehashi.reason. The three columns stand first, so that a column added to both tables later keeps their order equal.
create function kernel.keep_history() returns trigger language plpgsql as $$
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
        execute format('insert into %s select tstzrange($2, null, ''[)''), nullif(current_setting(''kakehashi.actor'', true), '''')::uuid, nullif(current_setting(''kakehashi.reason'', true), ''''), ($1).*', twin)
            using new, moment;
    end if;
    return null;
end $$;

create procedure kernel.track(tracked regclass) language plpgsql as $$
declare
    part text[] := (select array[n.nspname, c.relname] from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tracked);
    twin text := format('%I.%I', part[1], part[2] || '_history');
    missing record;
begin
    if to_regclass(twin) is null then
        execute format('create table %s (recorded tstzrange not null, recorded_by uuid, recorded_reason text, like %s)', twin, tracked);
        execute format('create index on %s (id, lower(recorded))', twin);
        execute format('create trigger keep_history after insert or update or delete on %s for each row execute function kernel.keep_history()', tracked);
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

-- Background work a person can watch, cancel and resume.
create table kernel.jobs (
    id uuid primary key default uuidv7(),
    kind text not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    input jsonb not null default '{}',
    checkpoint jsonb not null default '{}',
    result jsonb not null default '{}',
    done bigint not null default 0,
    total bigint,
    problem text,
    cancel_requested boolean not null default false,
    started_by uuid,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz
);
comment on table kernel.jobs is '処理の実行記録 / Background work';
create index on kernel.jobs (kind, created_at desc);

-- db-scheduler's table, as its documentation gives it for PostgreSQL.
create table kernel.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on kernel.scheduled_tasks (execution_time);
create index on kernel.scheduled_tasks (last_heartbeat);
create index on kernel.scheduled_tasks (priority desc, execution_time asc);

-- Spring Modulith's registry of domain events, as its documentation gives it for PostgreSQL.
create table kernel.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index on kernel.event_publication using hash (serialized_event);
create index on kernel.event_publication (completion_date);
