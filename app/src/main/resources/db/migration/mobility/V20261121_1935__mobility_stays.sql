create schema mobility;

-- One row a stay: who is, was or will be where, for what, under which agreement.
create sequence mobility.numbers;
create table mobility.stays (
    id uuid primary key default uuidv7(),
    version integer not null default 0,
    number text not null unique default 'S-' || lpad(nextval('mobility.numbers')::text, 7, '0'),
    person_id uuid not null references person.people,
    direction text not null check (direction in ('inbound', 'outbound')),
    kind text not null check (kind in ('exchange', 'degree', 'short_programme', 'other_study', 'internship', 'research', 'teaching', 'posting')),
    status text not null check (status in ('planned', 'nominated', 'accepted', 'under_way', 'completed', 'returned_early', 'cancelled')),
    level text not null default 'unknown' check (level in ('undergraduate', 'master', 'doctor', 'non_degree', 'none', 'unknown')),
    organization_id uuid references organization.organizations,
    organization_written text,
    partner_unit text,
    unit_id uuid references access.units,
    agreement_id uuid references agreement.agreements on delete set null,
    annex_id uuid references agreement.annexes on delete set null,
    under_agreement boolean,
    student_status text not null default 'unknown' check (student_status in ('student', 'other', 'unknown')),
    programme text,
    country text,
    city text,
    planned_from_date date, planned_from_precision text not null default 'unknown', planned_from_written text not null default '',
    planned_until_date date, planned_until_precision text not null default 'unknown', planned_until_written text not null default '',
    actual_from_date date, actual_from_precision text not null default 'unknown', actual_from_written text not null default '',
    actual_until_date date, actual_until_precision text not null default 'unknown', actual_until_written text not null default '',
    starts date,
    ends date,
    funding text[] not null default '{}',
    housing text not null default 'unknown' check (housing in ('own_residence', 'leased', 'private', 'host', 'unknown')),
    field text check (field ~ '^\d{2,4}$'),
    language text,
    credit_bearing boolean,
    credits numeric(5, 1) check (credits >= 0),
    note text,
    source_name text,
    source_row integer,
    source_hash text,
    overlap_confirmed boolean not null default false,
    check (starts is null or ends is null or starts <= ends)
);
comment on table mobility.stays is '派遣・受入れ / Stays';
comment on column mobility.stays.number is '登録番号 / Register number';
comment on column mobility.stays.person_id is '人 / Person';
comment on column mobility.stays.direction is '派遣・受入れの別 / Inbound or outbound';
comment on column mobility.stays.kind is '種類 / Kind';
comment on column mobility.stays.status is '状態 / Status';
comment on column mobility.stays.level is '課程 / Level';
comment on column mobility.stays.organization_id is '相手機関 / Partner';
comment on column mobility.stays.organization_written is '相手機関(原文) / Partner as written';
comment on column mobility.stays.partner_unit is '相手機関の部局 / Unit of the partner';
comment on column mobility.stays.unit_id is '本学の部局 / Our unit';
comment on column mobility.stays.agreement_id is '協定 / Agreement';
comment on column mobility.stays.annex_id is '覚書 / Memorandum';
comment on column mobility.stays.under_agreement is '協定等に基づくか / Under an agreement';
comment on column mobility.stays.student_status is '在留資格「留学」の有無 / With the residence status of a student';
comment on column mobility.stays.programme is 'プログラム / Programme';
comment on column mobility.stays.country is '滞在先の国・地域 / Country or region of the stay';
comment on column mobility.stays.city is '滞在都市 / City of the stay';
comment on column mobility.stays.planned_from_date is '開始予定日 / Planned start';
comment on column mobility.stays.planned_from_precision is '開始予定日の精度 / Precision of the planned start';
comment on column mobility.stays.planned_from_written is '開始予定日(原文) / Planned start as written';
comment on column mobility.stays.planned_until_date is '終了予定日 / Planned end';
comment on column mobility.stays.planned_until_precision is '終了予定日の精度 / Precision of the planned end';
comment on column mobility.stays.planned_until_written is '終了予定日(原文) / Planned end as written';
comment on column mobility.stays.actual_from_date is '開始日 / Actual start';
comment on column mobility.stays.actual_from_precision is '開始日の精度 / Precision of the actual start';
comment on column mobility.stays.actual_from_written is '開始日(原文) / Actual start as written';
comment on column mobility.stays.actual_until_date is '終了日 / Actual end';
comment on column mobility.stays.actual_until_precision is '終了日の精度 / Precision of the actual end';
comment on column mobility.stays.actual_until_written is '終了日(原文) / Actual end as written';
comment on column mobility.stays.starts is '初日(実績、なければ予定) / First day, actual or else planned';
comment on column mobility.stays.ends is '最終日(実績、なければ予定) / Last day, actual or else planned';
comment on column mobility.stays.funding is '経費 / Funding';
comment on column mobility.stays.housing is '住居 / Housing';
comment on column mobility.stays.field is '分野(ISCED-F) / Field, ISCED-F';
comment on column mobility.stays.language is '使用言語 / Language';
comment on column mobility.stays.credit_bearing is '単位取得を伴うか / Credit-bearing';
comment on column mobility.stays.credits is '単位数 / Credits';
comment on column mobility.stays.note is '備考 / Note';
comment on column mobility.stays.source_name is '出典ファイル / File it came from';
comment on column mobility.stays.source_row is '出典の行 / Row of the file';
comment on column mobility.stays.source_hash is '出典ファイルのハッシュ値 / Hash of the file';
comment on column mobility.stays.overlap_confirmed is '期間の重なりを確認済み / Overlap confirmed';
call kernel.track_but('mobility.stays', 'note');
create index on mobility.stays (person_id, starts desc);
create index on mobility.stays (starts desc nulls last, id desc);
create index on mobility.stays (ends desc nulls last, id desc);
create index on mobility.stays (number desc);
create index on mobility.stays (organization_id, starts desc nulls last);
create index on mobility.stays (agreement_id, starts) where agreement_id is not null;
create index on mobility.stays (unit_id, starts desc nulls last);
create index on mobility.stays (country, starts desc nulls last);
create index on mobility.stays (status, starts desc nulls last);
create index on mobility.stays (direction, kind, starts desc nulls last);
create index on mobility.stays (level, starts desc nulls last);
-- Who is where now: what is over is out of the way, what is to come is read from the index alone.
create index stays_whereabouts on mobility.stays (ends, starts, country, city, direction, unit_id, person_id)
    where status not in ('cancelled', 'completed', 'returned_early');

-- When somebody was last heard of.
create table mobility.signs (
    id uuid primary key default uuidv7(),
    person_id uuid not null references person.people,
    at timestamptz not null default now(),
    kind text not null check (kind in ('answer', 'call', 'mail', 'partner', 'other')),
    state text not null check (state in ('safe', 'help', 'unknown')),
    said_sealed text,
    recorded_by uuid
);
comment on table mobility.signs is '安否の確認 / Signs of life';
create index on mobility.signs (person_id, at desc);

-- A question to everybody concerned, in both languages.
create table mobility.inquiries (
    id uuid primary key default uuidv7(),
    asked_at timestamptz not null default now(),
    asked_by uuid,
    subject_ja text not null, subject_en text not null,
    text_ja text not null, text_en text not null,
    chosen text not null default '',
    open_until timestamptz not null
);
comment on table mobility.inquiries is '安否確認の一斉連絡 / Inquiries';
comment on column mobility.inquiries.asked_by is '送信者 / Who asked';
comment on column mobility.inquiries.asked_at is '送信日時 / Asked at';
comment on column mobility.inquiries.subject_ja is '件名(日本語) / Subject, Japanese';
comment on column mobility.inquiries.subject_en is '件名(英語) / Subject, English';
comment on column mobility.inquiries.text_ja is '本文(日本語) / Text, Japanese';
comment on column mobility.inquiries.text_en is '本文(英語) / Text, English';
comment on column mobility.inquiries.chosen is '対象の条件 / Who was asked';
comment on column mobility.inquiries.open_until is '回答期限 / Answers until';
call kernel.track('mobility.inquiries');

create table mobility.inquiry_addressees (
    id uuid primary key default uuidv7(),
    inquiry_id uuid not null references mobility.inquiries on delete cascade,
    person_id uuid not null references person.people,
    stay_id uuid references mobility.stays,
    token_hash bytea unique,
    mail_id uuid,
    answered_at timestamptz,
    state text check (state in ('safe', 'help')),
    said_sealed text,
    unique (inquiry_id, person_id)
);
comment on table mobility.inquiry_addressees is '一斉連絡の宛先と回答 / Addressees of an inquiry, and their answers';
create index on mobility.inquiry_addressees (person_id);

create table mobility.saved_views (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references access.users on delete cascade,
    name text not null,
    query text not null,
    unique (owner_id, name)
);
comment on table mobility.saved_views is '保存した表示 / Saved views';

insert into access.permissions (role, use_case, reach) values
    ('office', 'mobility.read', 'everywhere'),
    ('member', 'mobility.read', 'own_units'),
    ('office', 'mobility.edit', 'everywhere'),
    ('member', 'mobility.edit', 'own_units'),
    ('office', 'mobility.count', 'everywhere'),
    ('member', 'mobility.count', 'own_units'),
    ('executive', 'mobility.count', 'everywhere'),
    ('administrator', 'mobility.count', 'everywhere'),
    ('office', 'mobility.crisis', 'everywhere');

-- Lists of a hundred thousand rows write their history in a few statements (mobility.history = later).
create or replace trigger keep_history after insert or update or delete on mobility.stays for each row
when (coalesce(current_setting('mobility.history', true), '') <> 'later') execute function kernel.keep_history_but();
