create schema review;

-- Who decides, is consulted, is informed or signs: a committee, or a post that people hold for a time.
create table review.bodies (
    id uuid primary key default uuidv7(),
    code text not null unique,
    kind text not null check (kind in ('committee', 'post')),
    name_ja text not null,
    name_en text not null,
    per_unit boolean not null default false,
    role text check (role in ('administrator', 'office', 'member', 'executive')),
    quorum text not null default 'more_than_half' check (quorum in ('half', 'more_than_half', 'two_thirds')),
    decides_by text not null default 'majority' check (decides_by in ('majority', 'two_thirds', 'consensus')),
    active boolean not null default true,
    position int not null default 0,
    version int not null default 0
);
comment on table review.bodies is '審議・決裁主体 / Bodies that decide, are consulted, are informed or sign';
comment on column review.bodies.code is 'コード / Code';
comment on column review.bodies.kind is '種別(会議体・職) / Kind: committee or post';
comment on column review.bodies.name_ja is '名称(日本語) / Name in Japanese';
comment on column review.bodies.name_en is '名称(英語) / Name in English';
comment on column review.bodies.per_unit is '部局ごとに置く / One in every unit';
comment on column review.bodies.role is '担当者が未登録のときに処理できる役割 / Role that acts where nobody is named';
comment on column review.bodies.quorum is '定足数 / Quorum';
comment on column review.bodies.decides_by is '議決方法 / How it decides';
comment on column review.bodies.active is '使用中 / In use';
call kernel.track('review.bodies');

create table review.holders (
    id uuid primary key default uuidv7(),
    body_id uuid not null references review.bodies,
    user_id uuid not null references access.users,
    unit_id uuid references access.units,
    duty text not null check (duty in ('head', 'chair', 'deputy', 'secretary', 'member')),
    voting boolean not null default true,
    valid daterange not null default daterange(current_date, null),
    version int not null default 0
);
comment on table review.holders is '構成員・職の担当者 / Members of committees and holders of posts';
comment on column review.holders.body_id is '会議体・職 / Body';
comment on column review.holders.user_id is '担当者 / Person';
comment on column review.holders.unit_id is '部局 / Unit';
comment on column review.holders.duty is '任務 / Duty';
comment on column review.holders.voting is '議決権の有無 / Has a vote';
comment on column review.holders.valid is '任期 / Term';
call kernel.track('review.holders');
create index on review.holders (body_id);
create index on review.holders (user_id);

create table review.delegations (
    id uuid primary key default uuidv7(),
    from_user uuid not null references access.users,
    to_user uuid not null references access.users check (to_user <> from_user),
    valid daterange not null check (not isempty(valid) and not upper_inf(valid)),
    reason text,
    version int not null default 0
);
comment on table review.delegations is '代理の指定 / Deputies in absence';
comment on column review.delegations.from_user is '不在者 / Who is away';
comment on column review.delegations.to_user is '代理者 / Who acts instead';
comment on column review.delegations.valid is '代理期間 / From and until';
comment on column review.delegations.reason is '理由 / Reason';
call kernel.track('review.delegations');
create index on review.delegations (to_user);

-- A process: one row an edition. A running case keeps the edition it began with.
create table review.processes (
    id uuid primary key default uuidv7(),
    code text not null,
    edition int not null default 1,
    state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
    name_ja text not null,
    name_en text not null,
    kinds text[] not null,
    applies text not null default '',
    fast text,
    example boolean not null default false,
    university_ja text,
    university_en text,
    source text,
    source_year int,
    note_ja text,
    note_en text,
    published_at timestamptz,
    created_at timestamptz not null default now(),
    version int not null default 0,
    unique (code, edition)
);
comment on table review.processes is '審議手続(版ごと) / Processes, one row an edition';
comment on column review.processes.code is 'コード / Code';
comment on column review.processes.edition is '版 / Edition';
comment on column review.processes.state is '状態 / State';
comment on column review.processes.name_ja is '名称(日本語) / Name in Japanese';
comment on column review.processes.name_en is '名称(英語) / Name in English';
comment on column review.processes.kinds is '対象 / Kinds of subject';
comment on column review.processes.applies is '適用条件 / Condition of use';
comment on column review.processes.fast is '簡易手続の条件 / Condition of the fast track';
comment on column review.processes.example is '他大学の例 / Example of another university';
comment on column review.processes.university_ja is '大学名(日本語) / University, Japanese name';
comment on column review.processes.university_en is '大学名(英語) / University, English name';
comment on column review.processes.source is '出典 / Source';
comment on column review.processes.source_year is '出典の年 / Year of the source';
comment on column review.processes.note_ja is '備考(日本語) / Note in Japanese';
comment on column review.processes.note_en is '備考(英語) / Note in English';
comment on column review.processes.published_at is '公開日時 / Published at';
create unique index processes_one_published on review.processes (code) where state = 'published';
call kernel.track('review.processes');

create table review.steps (
    id uuid primary key default uuidv7(),
    process_id uuid not null references review.processes on delete cascade,
    code text not null,
    stage int not null check (stage between 1 and 50),
    position int not null default 0,
    kind text not null check (kind in ('decide', 'consult', 'inform', 'sign')),
    name_ja text not null,
    name_en text not null,
    body_id uuid not null references review.bodies,
    condition text not null default '',
    days int check (days between 1 and 1000),
    remind_days int check (remind_days between 0 and 1000),
    escalate_to uuid references review.bodies,
    in_fast boolean not null default false,
    again_on text[] not null default '{}',
    version int not null default 0,
    unique (process_id, code)
);
comment on table review.steps is '手続の段階 / Steps of a process';
comment on column review.steps.process_id is '手続 / Process';
comment on column review.steps.code is 'コード / Code';
comment on column review.steps.stage is '順序(同じ番号は並行) / Order; equal numbers run in parallel';
comment on column review.steps.kind is '種別(決定・協議・報告・署名) / Kind: decide, consult, inform, sign';
comment on column review.steps.name_ja is '名称(日本語) / Name in Japanese';
comment on column review.steps.name_en is '名称(英語) / Name in English';
comment on column review.steps.body_id is '担当 / Body';
comment on column review.steps.condition is '条件 / Condition';
comment on column review.steps.days is '標準処理日数 / Time limit in days';
comment on column review.steps.remind_days is '期限前の催促(日) / Reminder, days before the limit';
comment on column review.steps.escalate_to is '期限超過の通知先 / Told when the limit has passed';
comment on column review.steps.in_fast is '簡易手続でも行う / Part of the fast track';
comment on column review.steps.again_on is 'やり直しの契機となる事実 / Facts whose change restarts the step';
call kernel.track('review.steps');

create table review.checks (
    id uuid primary key default uuidv7(),
    step_id uuid not null references review.steps on delete cascade,
    position int not null default 0,
    text_ja text not null,
    text_en text not null,
    evidence boolean not null default false,
    version int not null default 0
);
comment on table review.checks is '確認項目 / Checklists of steps';
comment on column review.checks.step_id is '段階 / Step';
comment on column review.checks.text_ja is '内容(日本語) / Text in Japanese';
comment on column review.checks.text_en is '内容(英語) / Text in English';
comment on column review.checks.evidence is '根拠の記入が必要 / Evidence must be stated';
call kernel.track('review.checks');
create index on review.checks (step_id);

-- The general matter: anything put to review that has no room of its own yet.
create table review.matters (
    id uuid primary key default uuidv7(),
    title_ja text,
    title_en text,
    text_ja text,
    text_en text,
    topic text not null check (topic in ('agreement', 'strategic_partner', 'overseas_office', 'event', 'other')),
    level text not null check (level in ('university', 'department', 'unknown')),
    country char(2),
    burden text not null default 'unknown' check (burden in ('yes', 'no', 'unknown')),
    unit_ids uuid[] not null,
    links text not null default '',
    created_by uuid,
    created_at timestamptz not null default now(),
    version int not null default 0
);
comment on table review.matters is '一般案件 / General matters';
comment on column review.matters.title_ja is '件名(日本語) / Title in Japanese';
comment on column review.matters.title_en is '件名(英語) / Title in English';
comment on column review.matters.text_ja is '提案内容(日本語) / Proposal in Japanese';
comment on column review.matters.text_en is '提案内容(英語) / Proposal in English';
comment on column review.matters.topic is '区分 / Topic';
comment on column review.matters.level is '大学間・部局間の別 / University or department level';
comment on column review.matters.country is '相手国・地域 / Partner country or region';
comment on column review.matters.burden is '経費・人員の負担 / Burdens money or staff';
comment on column review.matters.unit_ids is '関係部局 / Units taking part';
comment on column review.matters.links is '資料の所在 / Where the papers are';
call kernel.track('review.matters');

create table review.numbers (
    year int not null,
    kind text not null,
    last int not null,
    primary key (year, kind)
);
comment on table review.numbers is '番号の採番 / Numbers given';

-- A case: a process running on a subject. What happened stands in events; cases and case_steps hold what follows from them.
create table review.cases (
    id uuid primary key default uuidv7(),
    number text not null unique,
    process_id uuid not null references review.processes,
    subject_kind text not null,
    subject_id uuid not null,
    title_ja text,
    title_en text,
    unit_ids uuid[] not null,
    facts jsonb not null,
    fast boolean not null default false,
    state text not null check (state in ('running', 'returned', 'approved', 'rejected', 'withdrawn')),
    proposer uuid references access.users,
    proposed_at timestamptz not null,
    closed_at timestamptz,
    version int not null
);
comment on table review.cases is '審議案件 / Cases under review';
create unique index cases_one_open on review.cases (subject_kind, subject_id) where state in ('running', 'returned');
create index on review.cases (proposed_at desc);
create index on review.cases using gin (unit_ids);
create index on review.cases (process_id, closed_at);

create table review.case_steps (
    case_id uuid not null references review.cases on delete cascade,
    step_id uuid not null references review.steps,
    state text not null check (state in ('pending', 'open', 'done', 'skipped')),
    outcome text check (outcome in ('approved', 'rejected', 'favourable', 'concerns', 'noted', 'signed')),
    opened_at timestamptz,
    due_on date,
    closed_at timestamptz,
    closed_by uuid,
    primary key (case_id, step_id)
);
comment on table review.case_steps is '案件の段階ごとの状態 / Where each step of a case stands';
create index on review.case_steps (step_id) where state = 'open';

create table review.events (
    case_id uuid not null references review.cases on delete cascade,
    position int not null,
    at timestamptz not null,
    actor uuid,
    instead_of uuid,
    kind text not null,
    step_id uuid references review.steps,
    outcome text,
    comment text,
    facts jsonb,
    primary key (case_id, position)
);
comment on table review.events is '案件の経過 / What happened to a case';

create table review.case_checks (
    case_id uuid not null references review.cases on delete cascade,
    check_id uuid not null references review.checks,
    done boolean not null,
    evidence text,
    checked_by uuid,
    checked_at timestamptz not null,
    primary key (case_id, check_id)
);
comment on table review.case_checks is '案件ごとの確認結果 / Checklists filled in';

insert into access.permissions (role, use_case, reach) values
    ('office', 'review.read', 'everywhere'),
    ('executive', 'review.read', 'everywhere'),
    ('administrator', 'review.read', 'everywhere'),
    ('member', 'review.read', 'own_units'),
    ('office', 'review.propose', 'everywhere'),
    ('executive', 'review.propose', 'everywhere'),
    ('member', 'review.propose', 'own_units'),
    ('office', 'review.act', 'everywhere'),
    ('executive', 'review.act', 'everywhere'),
    ('administrator', 'review.act', 'everywhere'),
    ('member', 'review.act', 'own_units'),
    ('office', 'review.configure', 'everywhere'),
    ('administrator', 'review.configure', 'everywhere');
