create schema access;

-- The dated tree of our own units. Roots are the home universities with their ROR ids.
create table access.units (
    id uuid primary key default uuidv7(),
    code text not null unique,
    parent_id uuid references access.units,
    kind text not null check (kind in ('university', 'headquarters', 'school', 'graduate_school', 'institute', 'centre', 'hospital', 'library', 'other')),
    name_ja text not null,
    name_en text not null,
    ror_id text,
    valid daterange not null default daterange('1900-01-01', null),
    position int not null default 0,
    version int not null default 0
);
comment on table access.units is '部局 / Own units';
comment on column access.units.code is '部局コード / Unit code';
comment on column access.units.parent_id is '上位組織 / Parent unit';
comment on column access.units.kind is '種別 / Kind';
comment on column access.units.name_ja is '名称(日本語) / Name in Japanese';
comment on column access.units.name_en is '名称(英語) / Name in English';
comment on column access.units.ror_id is 'ROR ID / ROR id';
comment on column access.units.valid is '有効期間 / Valid from and until';
call kernel.track('access.units');

create table access.users (
    id uuid primary key default uuidv7(),
    login text not null unique check (login = lower(login)),
    name_ja text not null,
    name_en text not null,
    email text,
    password_hash text not null,
    language text not null default 'ja' check (language in ('ja', 'en')),
    active boolean not null default true,
    created_at timestamptz not null default now(),
    version int not null default 0
);
comment on table access.users is '利用者 / Users';
comment on column access.users.login is 'ログインID / Login';
comment on column access.users.name_ja is '氏名(日本語) / Name in Japanese';
comment on column access.users.name_en is '氏名(英語) / Name in English';
comment on column access.users.email is 'メールアドレス / E-mail';
comment on column access.users.active is '有効 / Active';

create table access.grants (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    role text not null check (role in ('administrator', 'office', 'member', 'executive')),
    unit_id uuid references access.units,
    valid daterange not null default daterange(current_date, null),
    unique (user_id, role, unit_id)
);
comment on table access.grants is '役割の付与 / Roles granted';
comment on column access.grants.role is '役割 / Role';
comment on column access.grants.unit_id is '対象部局 / Unit';

-- Authorisation is data: which role may do which use case, everywhere or in its own units.
create table access.permissions (
    role text not null check (role in ('administrator', 'office', 'member', 'executive', 'public')),
    use_case text not null,
    reach text not null check (reach in ('everywhere', 'own_units')),
    primary key (role, use_case)
);
comment on table access.permissions is '権限 / Permissions';
comment on column access.permissions.use_case is '操作 / Use case';
comment on column access.permissions.reach is '範囲 / Reach';
insert into access.permissions (role, use_case, reach) values
    ('administrator', 'access.administer', 'everywhere'),
    ('administrator', 'access.audit', 'everywhere'),
    ('administrator', 'access.units', 'everywhere'),
    ('office', 'access.units', 'everywhere');

create table access.audit (
    id uuid primary key default uuidv7(),
    at timestamptz not null default clock_timestamp(),
    actor uuid,
    actor_login text,
    action text not null,
    subject_kind text,
    subject_id uuid,
    detail jsonb not null default '{}',
    origin text
);
comment on table access.audit is '操作履歴 / Audit trail';
create index on access.audit (subject_kind, subject_id, at);
create index on access.audit (at desc);
create rule audit_is_append_only_u as on update to access.audit do instead nothing;
create rule audit_is_append_only_d as on delete to access.audit do instead nothing;
