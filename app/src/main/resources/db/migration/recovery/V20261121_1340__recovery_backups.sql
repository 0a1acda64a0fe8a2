create schema recovery;

create table recovery.backups (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    file text not null,
    bytes bigint not null,
    rows bigint not null,
    files bigint not null,
    kind text not null check (kind in ('page', 'clock', 'command')),
    audit text,
    made_by uuid,
    verified_at timestamptz,
    problem text
);
comment on table recovery.backups is 'バックアップ / Backups made';
create index on recovery.backups (at desc);
create index on recovery.backups (file);

create table recovery.settings (
    one boolean primary key default true check (one),
    scheduled boolean not null default false,
    hour int not null default 2 check (hour between 0 and 23),
    kept int not null default 14 check (kept between 1 and 1000)
);
comment on table recovery.settings is 'バックアップの設定 / Settings of backups';
insert into recovery.settings default values;

insert into access.permissions (role, use_case, reach) values ('administrator', 'recovery.backup', 'everywhere');
