create schema person;

-- One row a person. Values about the person are minimal; the sensitive ones are sealed with a key (kernel.person_keys) that
-- is the person's alone, can be changed, and is destroyed when the person is erased.
create sequence person.numbers;
create table person.people (
    id uuid primary key default uuidv7(),
    version integer not null default 0,
    number text not null unique default 'P-' || lpad(nextval('person.numbers')::text, 7, '0'),
    category text not null check (category in ('student', 'researcher', 'staff', 'guest', 'unknown')),
    family_native text, given_native text,
    family_kana text, given_kana text,
    family_latin text, given_latin text,
    latin_order text not null default 'family_first' check (latin_order in ('family_first', 'given_first')),
    mail text,
    phone text,
    language text check (language in ('ja', 'en')),
    purpose text not null check (purpose in ('exchange', 'admission', 'research', 'employment', 'event')),
    consent_on date,
    birth_sealed text,
    nationality_sealed text,
    gender_sealed text,
    residence_sealed text,
    residence_until_sealed text,
    sealed_with uuid not null,
    sealed_at date not null default current_date,
    birth_mark bigint,
    match_keys text[] not null default '{}',
    search text not null default '',
    sort_name text not null default '',
    unit_ids uuid[] not null default '{}',
    needed_until date,
    merged_into uuid references person.people,
    erased_at timestamptz
);
comment on table person.people is '人 / People';
comment on column person.people.number is '登録番号 / Register number';
comment on column person.people.category is '区分 / Kind of person';
comment on column person.people.family_native is '姓(漢字等) / Family name, own script';
comment on column person.people.given_native is '名(漢字等) / Given name, own script';
comment on column person.people.family_kana is '姓(カナ) / Family name, kana';
comment on column person.people.given_kana is '名(カナ) / Given name, kana';
comment on column person.people.family_latin is '姓(ローマ字) / Family name, Latin letters';
comment on column person.people.given_latin is '名(ローマ字) / Given name, Latin letters';
comment on column person.people.latin_order is 'ローマ字の姓名の順 / Order of the name in Latin letters';
comment on column person.people.mail is 'メールアドレス / Mail address';
comment on column person.people.phone is '電話番号 / Telephone';
comment on column person.people.language is '連絡の言語 / Language to write in';
comment on column person.people.purpose is '利用目的 / Purpose';
comment on column person.people.consent_on is '同意日 / Consent given on';
comment on column person.people.birth_sealed is '生年月日(暗号化) / Birth date, sealed';
comment on column person.people.nationality_sealed is '国籍・地域(暗号化) / Nationality, sealed';
comment on column person.people.gender_sealed is '性別(暗号化) / Gender, sealed';
comment on column person.people.residence_sealed is '在留資格(暗号化) / Residence status, sealed';
comment on column person.people.residence_until_sealed is '在留期限(暗号化) / Residence status valid until, sealed';
comment on column person.people.sealed_with is '暗号化の鍵 / Key of the sealed values';
comment on column person.people.sealed_at is '鍵を替えた日 / Day of the key';
comment on column person.people.birth_mark is '生年月日の照合値 / What tells equal birth dates, without telling them';
comment on column person.people.match_keys is '名寄せの鍵 / Keys by which the same person is found';
comment on column person.people.search is '検索用の氏名 / Name as searched';
comment on column person.people.sort_name is '並べ替え用の氏名 / Name as sorted';
comment on column person.people.unit_ids is '関係する部局 / Units concerned';
comment on column person.people.needed_until is '最後の記録の終わり / Last day of what is recorded of the person';
comment on column person.people.merged_into is '統合先 / Merged into';
comment on column person.people.erased_at is '消去日時 / Erased at';
call kernel.track_but('person.people', 'family_native', 'given_native', 'family_kana', 'given_kana', 'family_latin',
    'given_latin', 'mail', 'phone', 'birth_sealed', 'nationality_sealed', 'gender_sealed', 'residence_sealed',
    'residence_until_sealed', 'birth_mark', 'match_keys', 'search', 'sort_name', 'unit_ids', 'needed_until');
create index on person.people using gin (match_keys) with (fastupdate = off);
create index on person.people using gin (search gin_trgm_ops) with (fastupdate = off);
create index on person.people (sort_name collate "C", id) where merged_into is null;
create index on person.people (merged_into) where merged_into is not null;
create index on person.people (category, needed_until) where erased_at is null;

-- Two records that may be the same person, and what people decided about them.
create table person.duplicates (
    id uuid primary key default uuidv7(),
    first_id uuid not null references person.people,
    second_id uuid not null references person.people,
    reasons text[] not null,
    state text not null default 'open' check (state in ('open', 'merged', 'different')),
    decided_by uuid,
    decided_at timestamptz,
    created_at timestamptz not null default now(),
    check (first_id < second_id),
    unique (first_id, second_id)
);
comment on table person.duplicates is '同一人物の候補 / Possible duplicates';
create index on person.duplicates (created_at, id) where state = 'open';
create index on person.duplicates (second_id);

-- A merge, with what is needed to take it back: which values the kept record took over, which records of other rooms followed.
create table person.merges (
    id uuid primary key default uuidv7(),
    kept_id uuid not null references person.people,
    gone_id uuid not null references person.people,
    filled text[] not null,
    moved jsonb not null,
    merged_by uuid,
    merged_at timestamptz not null default now(),
    undone_by uuid,
    undone_at timestamptz
);
comment on table person.merges is '人の統合 / Merges of people';
create index on person.merges (kept_id);
create index on person.merges (gone_id);

create table person.retention (
    category text primary key check (category in ('student', 'researcher', 'staff', 'guest', 'unknown')),
    years integer not null check (years between 0 and 100),
    purpose_ja text not null,
    purpose_en text not null
);
comment on table person.retention is '保有期間 / How long records of people are kept';
comment on column person.retention.category is '区分 / Kind of person';
comment on column person.retention.years is '保有年数(最後の記録の終了後) / Years after the last record ended';
comment on column person.retention.purpose_ja is '利用目的(日本語) / Purpose, Japanese';
comment on column person.retention.purpose_en is '利用目的(英語) / Purpose, English';
insert into person.retention values
    ('student', 5, '学生交流・留学生受入れの運営、法令に基づく調査への回答、緊急時の連絡', 'Running student exchange, answering surveys required by law, contact in an emergency'),
    ('researcher', 5, '研究者交流の運営、調査への回答、緊急時の連絡', 'Running researcher exchange, answering surveys, contact in an emergency'),
    ('staff', 5, '職員派遣の運営、緊急時の連絡', 'Running postings of staff, contact in an emergency'),
    ('guest', 1, '来訪の準備と連絡', 'Preparing visits and contact'),
    ('unknown', 1, '区分の確認', 'Finding out what kind of person it is');

insert into access.permissions (role, use_case, reach) values
    ('office', 'person.read', 'everywhere'),
    ('member', 'person.read', 'own_units'),
    ('office', 'person.edit', 'everywhere'),
    ('member', 'person.edit', 'own_units'),
    ('office', 'person.sensitive', 'everywhere'),
    ('office', 'person.merge', 'everywhere'),
    ('office', 'person.export', 'everywhere'),
    ('administrator', 'person.erase', 'everywhere'),
    ('office', 'person.erase', 'everywhere');

-- Lists of a hundred thousand rows write their history in a few statements (person.history = later).
create or replace trigger keep_history after insert or update or delete on person.people for each row
when (coalesce(current_setting('person.history', true), '') <> 'later') execute function kernel.keep_history_but();
