create schema organization;

-- Releases of a registry that were imported, and what each changed.
create table organization.registry_releases (
    id uuid primary key default uuidv7(),
    registry text not null default 'ror' check (registry in ('ror')),
    name text not null default '',
    released_on date,
    file_name text not null,
    file_bytes bigint not null,
    state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
    records int not null default 0,
    added int not null default 0,
    changed int not null default 0,
    withdrawn int not null default 0,
    unchanged int not null default 0,
    missing int not null default 0,
    broken int not null default 0,
    started_by uuid,
    started_by_login text,
    started_at timestamptz not null default now(),
    ended_at timestamptz
);
comment on table organization.registry_releases is 'レジストリの取込み / Registry releases imported';
comment on column organization.registry_releases.registry is 'レジストリ / Registry';
comment on column organization.registry_releases.name is '版 / Version';
comment on column organization.registry_releases.released_on is '公開日 / Released on';
comment on column organization.registry_releases.file_name is 'ファイル名 / File name';
comment on column organization.registry_releases.file_bytes is 'ファイルの大きさ(バイト) / File size in bytes';
comment on column organization.registry_releases.records is '記録件数 / Records';
comment on column organization.registry_releases.added is '追加 / Added';
comment on column organization.registry_releases.changed is '変更 / Changed';
comment on column organization.registry_releases.withdrawn is '取下げ / Withdrawn';
comment on column organization.registry_releases.unchanged is '変更なし / Unchanged';
comment on column organization.registry_releases.missing is '新しい版にない記録 / Missing from the new release';
comment on column organization.registry_releases.broken is '読めなかった記録 / Broken records';

-- An organization outside our own: one record of the registry, or one of our own making. Never merged destructively.
create table organization.organizations (
    id uuid primary key default uuidv7(),
    ror_id text unique check (ror_id ~ '^0[a-z0-9]{8}$'),
    origin text not null check (origin in ('ror', 'local')),
    status text not null check (status in ('active', 'inactive', 'withdrawn')),
    name text not null check (name <> ''),
    name_ja text,
    name_en text,
    country text check (country ~ '^[A-Z]{2}$'),
    subdivision text,
    city text,
    latitude double precision,
    longitude double precision,
    types text[] not null default '{}',
    established int,
    website text,
    wikipedia text,
    domains text[] not null default '{}',
    external_ids jsonb not null default '{}',
    note text,
    registry_hash bigint,
    registry_modified date,
    release_id uuid references organization.registry_releases,
    created_at timestamptz not null default now(),
    version int not null default 0,
    check ((origin = 'ror') = (ror_id is not null))
);
comment on table organization.organizations is '機関 / Organizations';
comment on column organization.organizations.ror_id is 'ROR ID / ROR id';
comment on column organization.organizations.origin is '出所 / Origin';
comment on column organization.organizations.status is '状態 / Status';
comment on column organization.organizations.name is '名称(登録名) / Registered name';
comment on column organization.organizations.name_ja is '名称(日本語) / Name in Japanese';
comment on column organization.organizations.name_en is '名称(英語) / Name in English';
comment on column organization.organizations.country is '国・地域 / Country or region';
comment on column organization.organizations.subdivision is '州・県など / State or province';
comment on column organization.organizations.city is '都市 / City';
comment on column organization.organizations.latitude is '緯度 / Latitude';
comment on column organization.organizations.longitude is '経度 / Longitude';
comment on column organization.organizations.types is '種別 / Types';
comment on column organization.organizations.established is '設立年 / Established';
comment on column organization.organizations.website is 'ウェブサイト / Website';
comment on column organization.organizations.wikipedia is 'ウィキペディア / Wikipedia';
comment on column organization.organizations.domains is 'ドメイン / Domains';
comment on column organization.organizations.external_ids is '他の識別子 / Other identifiers';
comment on column organization.organizations.note is '備考 / Note';
comment on column organization.organizations.registry_hash is 'レジストリ記録の要約値 / Hash of the registry record';
comment on column organization.organizations.release_id is '取込み元の版 / Release it came from';
comment on column organization.organizations.registry_modified is 'レジストリでの最終更新日 / Last modified in the registry';
create index on organization.organizations (country, status);
create index organizations_by_name_ja on organization.organizations ((coalesce(name_ja, name)) collate kernel.ja, id);
create index organizations_by_name_en on organization.organizations ((coalesce(name_en, name)) collate kernel.en, id);
create index on organization.organizations (origin) where origin = 'local';
call kernel.track('organization.organizations');
-- An import writes the history of a hundred thousand records in one statement instead of row by row.
drop trigger keep_history on organization.organizations;
create trigger keep_history after insert or update or delete on organization.organizations for each row
    when (coalesce(current_setting('organization.importing', true), '') <> 'on')
    execute function kernel.keep_history();

-- All names, of any language and source. Rows are never changed in meaning: a name that is gone is marked removed.
create table organization.names (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    value text not null check (value <> ''),
    language text,
    kind text not null check (kind in ('display', 'label', 'alias', 'acronym')),
    source text not null check (source in ('ror', 'office', 'decision')),
    position int not null default 0,
    preferred boolean not null default false,
    note text,
    confirmed_by uuid,
    confirmed_by_login text,
    added_at timestamptz not null default now(),
    added_release uuid references organization.registry_releases,
    removed_at timestamptz,
    removed_by uuid,
    removed_release uuid references organization.registry_releases
);
comment on table organization.names is '機関の名称・別名 / Names of organizations';
comment on column organization.names.value is '名称 / Name';
comment on column organization.names.language is '言語 / Language';
comment on column organization.names.kind is '名称の種類 / Kind of name';
comment on column organization.names.source is '出所 / Source';
comment on column organization.names.preferred is '表示に使う名称 / Shown as the name';
comment on column organization.names.note is '備考 / Note';
comment on column organization.names.added_at is '登録日時 / Added at';
comment on column organization.names.removed_at is '削除日時 / Removed at';
create index on organization.names (organization_id);
create index on organization.names (source) where source <> 'ror';

create table organization.relations (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    type text not null check (type in ('parent', 'child', 'related')),
    other_id uuid not null references organization.organizations,
    source text not null default 'ror' check (source in ('ror')),
    unique (organization_id, type, other_id)
);
comment on table organization.relations is '機関どうしの関係 / Relations between organizations';
comment on column organization.relations.organization_id is '機関 / Organization';
comment on column organization.relations.other_id is '相手機関 / The other organization';
comment on column organization.relations.type is '関係(相手は自機関の何にあたるか) / What the other is to this one';

-- Who continues whom: an overlay over the registry, dated as precisely as known.
create table organization.successions (
    id uuid primary key default uuidv7(),
    predecessor_id uuid not null references organization.organizations,
    successor_id uuid not null references organization.organizations,
    kind text not null check (kind in ('unknown', 'rename', 'merge', 'split', 'absorb')),
    happened_date date,
    happened_precision text not null default 'unknown' check (happened_precision in ('day', 'month', 'year', 'unknown')),
    happened_written text not null default '',
    source text not null check (source in ('ror', 'office')),
    note text,
    recorded_by_login text,
    version int not null default 0,
    check (predecessor_id <> successor_id),
    unique (predecessor_id, successor_id, source)
);
comment on table organization.successions is '機関の承継 / Successions of organizations';
comment on column organization.successions.predecessor_id is '前身の機関 / Predecessor';
comment on column organization.successions.successor_id is '後継の機関 / Successor';
comment on column organization.successions.recorded_by_login is '登録者 / Recorded by';
comment on column organization.successions.kind is '承継の種類 / Kind of succession';
comment on column organization.successions.happened_date is '承継日 / Date of succession';
comment on column organization.successions.happened_precision is '日付の精度 / Precision of the date';
comment on column organization.successions.happened_written is '日付(記載どおり) / Date as written';
comment on column organization.successions.source is '出所 / Source';
comment on column organization.successions.note is '備考 / Note';
create index on organization.successions (successor_id);
call kernel.track('organization.successions');

-- Faculties and departments of partners (相手先の部局).
create table organization.partner_units (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    parent_id uuid references organization.partner_units,
    name_ja text,
    name_en text,
    name_local text,
    website text,
    valid daterange not null default daterange(null, null),
    note text,
    version int not null default 0,
    check (coalesce(name_ja, name_en, name_local) is not null)
);
comment on table organization.partner_units is '相手先機関の部局 / Faculties of partners';
comment on column organization.partner_units.organization_id is '機関 / Organization';
comment on column organization.partner_units.parent_id is '上位部局 / Parent unit';
comment on column organization.partner_units.name_ja is '名称(日本語) / Name in Japanese';
comment on column organization.partner_units.name_en is '名称(英語) / Name in English';
comment on column organization.partner_units.name_local is '名称(現地語) / Name in the local language';
comment on column organization.partner_units.website is 'ウェブサイト / Website';
comment on column organization.partner_units.valid is '有効期間 / Valid from and until';
comment on column organization.partner_units.note is '備考 / Note';
create index on organization.partner_units (organization_id);
call kernel.track('organization.partner_units');

-- What people decided about a text: this organization, or none. Beats every rule, survives every new release.
create table organization.decisions (
    id uuid primary key default uuidv7(),
    text text not null,
    key text not null,
    country text check (country ~ '^[A-Z]{2}$'),
    organization_id uuid references organization.organizations,
    decided_by uuid,
    decided_by_login text,
    decided_at timestamptz not null default now(),
    revoked_at timestamptz,
    revoked_by_login text
);
comment on table organization.decisions is '機関名の判断 / Decisions about texts';
comment on column organization.decisions.text is '記載された名称 / Text as written';
comment on column organization.decisions.country is '記載された国・地域 / Country stated';
comment on column organization.decisions.decided_at is '判断日時 / Decided at';
create unique index decisions_once on organization.decisions (key, coalesce(country, '')) where revoked_at is null;
create index on organization.decisions (organization_id);

create table organization.registry_changes (
    release_id uuid not null references organization.registry_releases,
    organization_id uuid not null references organization.organizations,
    kind text not null check (kind in ('added', 'changed', 'withdrawn', 'missing')),
    fields text[] not null default '{}',
    before jsonb,
    after jsonb,
    primary key (release_id, organization_id)
);
comment on table organization.registry_changes is 'レジストリの版ごとの変更 / Changes per release';
create index on organization.registry_changes (organization_id);

create table organization.registry_problems (
    release_id uuid not null references organization.registry_releases,
    record int not null,
    position bigint not null,
    ror_id text,
    reason text not null,
    detail text not null,
    primary key (release_id, record)
);
comment on table organization.registry_problems is 'レジストリの読めなかった記録 / Broken records of a release';

-- One row per organization for search as you type: folded names, one per line, and their grams (see SearchText).
create table organization.search (
    organization_id uuid primary key references organization.organizations,
    weight int not null,
    origin text not null,
    status text not null,
    country text,
    types text[] not null,
    folded text not null,
    grams int[] not null
);
comment on table organization.search is '検索用索引 / Search index';
create index search_grams on organization.search using gin (grams) with (fastupdate = off);
create index search_weight on organization.search (weight desc, organization_id);
create index search_country on organization.search (country, weight desc, organization_id);
create index search_local on organization.search (weight desc, organization_id) where origin = 'local';

-- How many organizations share a gram, where they are so many that walking by weight is cheaper.
create table organization.frequent_grams (
    gram int primary key,
    organizations int not null
);
comment on table organization.frequent_grams is '頻出する索引語 / Frequent grams';

-- Where a release waits while it is read; unlogged: after a crash the reading starts anew.
create unlogged table organization.staged_organizations (
    record int primary key,
    release_id uuid not null,
    ror_id text not null,
    hash bigint not null,
    status text not null,
    name text not null,
    name_ja text,
    name_en text,
    country text,
    subdivision text,
    city text,
    latitude double precision,
    longitude double precision,
    types text[] not null,
    established int,
    website text,
    wikipedia text,
    domains text[] not null,
    external_ids jsonb not null,
    modified date,
    weight int not null,
    folded text not null,
    grams int[] not null
);
create unlogged table organization.staged_names (
    ror_id text not null,
    position int not null,
    value text not null,
    language text,
    kind text not null
);
create unlogged table organization.staged_relations (
    ror_id text not null,
    type text not null,
    other_ror_id text not null
);

comment on table organization.staged_organizations is '取込み中の機関 / Organizations being imported';
comment on table organization.staged_names is '取込み中の名称 / Names being imported';
comment on table organization.staged_relations is '取込み中の関係 / Relations being imported';

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'organization.read', 'everywhere'),
    ('office', 'organization.read', 'everywhere'),
    ('member', 'organization.read', 'everywhere'),
    ('executive', 'organization.read', 'everywhere'),
    ('office', 'organization.edit', 'everywhere'),
    ('office', 'organization.import', 'everywhere'),
    ('administrator', 'organization.import', 'everywhere');
