-- An organization of our own that the registry has too, since later: what followed to the registry's record, so that it can go back.
create table organization.links (
    id uuid primary key default uuidv7(),
    local_id uuid not null references organization.organizations,
    registered_id uuid not null references organization.organizations,
    linked_by uuid,
    linked_by_login text,
    linked_at timestamptz not null default now(),
    undone_by_login text,
    undone_at timestamptz,
    check (local_id <> registered_id)
);
comment on table organization.links is '独自登録とレジストリの対応付け / Our own records linked to the registry';
create unique index links_once on organization.links (local_id) where undone_at is null;
create index on organization.links (registered_id);

create table organization.moved_records (
    link_id uuid not null references organization.links,
    kind text not null,
    record_id uuid not null,
    primary key (link_id, kind, record_id)
);
comment on table organization.moved_records is '対応付けで移した記録 / Records that followed a link';
