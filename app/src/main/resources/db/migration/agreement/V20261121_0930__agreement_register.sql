create schema agreement;

-- What an agreement is about (種別). The ten content categories of MEXT's survey are in the column survey.
create table agreement.kinds (
    code text primary key,
    name_ja text not null,
    name_en text not null,
    survey text,
    position int not null
);
comment on table agreement.kinds is '協定の種別 / Kinds of agreement';
comment on column agreement.kinds.code is '種別コード / Code';
comment on column agreement.kinds.name_ja is '名称(日本語) / Name in Japanese';
comment on column agreement.kinds.name_en is '名称(英語) / Name in English';
comment on column agreement.kinds.survey is '文部科学省調査の内容区分 / Content category of the survey by MEXT';
comment on column agreement.kinds.position is '表示順 / Order';
insert into agreement.kinds (code, name_ja, name_en, survey, position) values
    ('academic', '学術交流', 'Academic exchange', 'researcher_exchange', 1),
    ('student_exchange', '学生交流', 'Student exchange', 'student_exchange', 2),
    ('staff_exchange', '教員・研究者交流', 'Exchange of teaching and research staff', 'researcher_exchange', 3),
    ('administrative_staff_exchange', '事務職員交流', 'Exchange of administrative staff', 'administrative_staff_exchange', 4),
    ('credit_transfer', '単位互換', 'Credit transfer', 'credit_transfer', 5),
    ('double_degree', 'ダブル・ディグリー', 'Double degree', 'double_degree', 6),
    ('joint_degree', 'ジョイント・ディグリー', 'Joint degree', 'joint_degree', 7),
    ('joint_supervision', '共同指導', 'Joint supervision', 'joint_degree', 8),
    ('joint_research', '共同研究', 'Joint research', 'joint_research', 9),
    ('joint_laboratory', 'ジョイントラボ', 'Joint laboratory', 'joint_research', 10),
    ('partner_base', '相手大学の拠点設置', 'Base of the partner on our campus', 'partner_base', 11),
    ('scholarship', '奨学金', 'Scholarship', 'scholarship', 12),
    ('short_programme', '短期プログラム', 'Short programme', 'student_exchange', 13),
    ('internship', 'インターンシップ', 'Internship', 'student_exchange', 14),
    ('erasmus', 'エラスムス・プラス', 'Erasmus+', 'student_exchange', 15),
    ('consortium_member', 'コンソーシアム', 'Consortium', 'other', 16),
    ('strategic_partnership', '戦略的パートナーシップ', 'Strategic partnership', 'other', 17),
    ('other', 'その他', 'Other', 'other', 18);

-- The register number people use: A-2026-0001, counted within the year of registration, never given twice.
create table agreement.numbers (
    year int primary key,
    last int not null
);
comment on table agreement.numbers is '協定番号の採番 / Last register number of each year';
comment on column agreement.numbers.year is '登録年 / Year of registration';
comment on column agreement.numbers.last is '最終番号 / Last number given';

create table agreement.agreements (
    id uuid primary key default uuidv7(),
    number text not null unique,
    title_ja text,
    title_en text,
    level text not null default 'unknown' check (level in ('university', 'department', 'unknown')),
    kinds text[] not null default '{}',
    visibility text not null default 'members' check (visibility in ('public', 'members', 'restricted')),
    proposed boolean not null default false,
    term text not null default 'unknown' check (term in ('fixed', 'endless', 'until_replaced', 'unknown')),
    start_date date,
    start_precision text not null default 'unknown' check (start_precision in ('day', 'month', 'year', 'unknown')),
    start_written text not null default '',
    end_date date,
    end_precision text not null default 'unknown' check (end_precision in ('day', 'month', 'year', 'unknown')),
    end_written text not null default '',
    known_from date not null default current_date,
    renewal_mode text not null default 'unknown' check (renewal_mode in ('automatic', 'by_evaluation', 'new_signature', 'none', 'unknown')),
    renewal_years int check (renewal_years between 1 and 99),
    notice_months int check (notice_months between 0 and 120),
    renewal_pending boolean not null default false,
    ended_date date,
    ended_precision text not null default 'unknown' check (ended_precision in ('day', 'month', 'year', 'unknown')),
    ended_written text not null default '',
    ended_reason text check (ended_reason in ('not_renewed', 'cancelled_by_us', 'cancelled_by_partner', 'by_consent', 'replaced', 'partner_closed', 'proposal_dropped', 'other')),
    ended_note_ja text,
    ended_note_en text,
    text_languages text[] not null default '{}',
    notes_ja text,
    notes_en text,
    version int not null default 0,
    check ((start_date is null) = (start_precision = 'unknown')),
    check ((end_date is null) = (end_precision = 'unknown')),
    check ((ended_date is null) = (ended_precision = 'unknown')),
    check ((ended_date is null) = (ended_reason is null))
);
comment on table agreement.agreements is '協定 / Agreements';
comment on column agreement.agreements.number is '協定番号 / Register number';
comment on column agreement.agreements.title_ja is '協定名(日本語) / Title in Japanese';
comment on column agreement.agreements.title_en is '協定名(英語) / Title in English';
comment on column agreement.agreements.level is '大学間・部局間の別 / Level: university or department';
comment on column agreement.agreements.kinds is '種別 / Kinds';
comment on column agreement.agreements.visibility is '公開範囲 / Visibility';
comment on column agreement.agreements.proposed is '締結前(準備中) / Proposed, not concluded yet';
comment on column agreement.agreements.term is '有効期間の定め / How the term is set';
comment on column agreement.agreements.start_date is '有効期間の開始日 / In force from';
comment on column agreement.agreements.start_precision is '開始日の精度 / Precision of the start';
comment on column agreement.agreements.start_written is '開始日の原文 / Start as written';
comment on column agreement.agreements.end_date is '有効期間の終了日 / In force until';
comment on column agreement.agreements.end_precision is '終了日の精度 / Precision of the end';
comment on column agreement.agreements.end_written is '終了日の原文 / End as written';
comment on column agreement.agreements.known_from is '存在を確認した日 / Day on which a source first showed that it exists';
comment on column agreement.agreements.renewal_mode is '更新方法 / How it is renewed';
comment on column agreement.agreements.renewal_years is '更新後の期間(年) / Years of a renewal';
comment on column agreement.agreements.notice_months is '終了の予告期間(月) / Months of notice';
comment on column agreement.agreements.renewal_pending is '更新手続中 / Renewal under way';
comment on column agreement.agreements.ended_date is '終了した日(最終日) / Ended on, the last day in force';
comment on column agreement.agreements.ended_precision is '終了した日の精度 / Precision of the day it ended';
comment on column agreement.agreements.ended_written is '終了した日の原文 / Day it ended, as written';
comment on column agreement.agreements.ended_reason is '終了の理由 / Reason for ending';
comment on column agreement.agreements.ended_note_ja is '終了の経緯(日本語) / How it ended, in Japanese';
comment on column agreement.agreements.ended_note_en is '終了の経緯(英語) / How it ended, in English';
comment on column agreement.agreements.text_languages is '協定書の言語 / Languages of the text';
comment on column agreement.agreements.notes_ja is '備考(日本語) / Notes in Japanese';
comment on column agreement.agreements.notes_en is '備考(英語) / Notes in English';
comment on column agreement.agreements.version is '版数 / Version';
create index on agreement.agreements (number collate kernel.en);

-- The other side: institutions, recognised or only written so far, and their faculties.
create table agreement.parties (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    position int not null,
    organization_id uuid references organization.organizations,
    name_written text not null default '',
    name_alternative text,
    partner_unit_id uuid references organization.partner_units,
    partner_unit_written text,
    country text references kernel.countries,
    country_written text,
    unique (agreement_id, position)
);
comment on table agreement.parties is '相手機関 / Partners of an agreement';
comment on column agreement.parties.agreement_id is '協定 / Agreement';
comment on column agreement.parties.position is '順序 / Order';
comment on column agreement.parties.organization_id is '機関(判明したもの) / Institution, once recognised';
comment on column agreement.parties.name_written is '相手機関名(原文) / Name of the partner as written';
comment on column agreement.parties.name_alternative is '別表記 / Second name as written';
comment on column agreement.parties.partner_unit_id is '相手部局 / Faculty of the partner';
comment on column agreement.parties.partner_unit_written is '相手部局(原文) / Faculty of the partner as written';
comment on column agreement.parties.country is '国・地域 / Country or region';
comment on column agreement.parties.country_written is '国・地域(原文) / Country or region as written';
create index on agreement.parties (organization_id);
create index on agreement.parties (partner_unit_id);

-- Our side: the responsible unit (責任部局) and those related (関係部局).
create table agreement.home_units (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    position int not null,
    unit_id uuid references access.units,
    name_written text not null default '',
    role text not null default 'responsible' check (role in ('responsible', 'related')),
    unique (agreement_id, position)
);
comment on table agreement.home_units is '本学の部局 / Own units of an agreement';
comment on column agreement.home_units.agreement_id is '協定 / Agreement';
comment on column agreement.home_units.position is '順序 / Order';
comment on column agreement.home_units.unit_id is '部局(判明したもの) / Own unit, once recognised';
comment on column agreement.home_units.name_written is '部局名(原文) / Own unit as written';
comment on column agreement.home_units.role is '責任部局・関係部局の別 / Responsible or related';
create index on agreement.home_units (unit_id);

-- Memoranda (覚書): quota, tuition waiver and the like are theirs, not the agreement's.
create table agreement.annexes (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    position int not null,
    kind text not null references agreement.kinds,
    title_ja text,
    title_en text,
    quota_in int check (quota_in >= 0),
    quota_out int check (quota_out >= 0),
    quota_unit text not null default 'unknown' check (quota_unit in ('persons_per_year', 'persons_per_semester', 'semesters_per_year', 'persons_in_term', 'unknown')),
    tuition_waiver text not null default 'unknown' check (tuition_waiver in ('yes', 'no', 'unknown')),
    start_date date,
    start_precision text not null default 'unknown' check (start_precision in ('day', 'month', 'year', 'unknown')),
    start_written text not null default '',
    end_date date,
    end_precision text not null default 'unknown' check (end_precision in ('day', 'month', 'year', 'unknown')),
    end_written text not null default '',
    notes_ja text,
    notes_en text,
    unique (agreement_id, position),
    check ((start_date is null) = (start_precision = 'unknown')),
    check ((end_date is null) = (end_precision = 'unknown'))
);
comment on table agreement.annexes is '覚書 / Annexes (memoranda)';
comment on column agreement.annexes.agreement_id is '協定 / Agreement';
comment on column agreement.annexes.position is '順序 / Order';
comment on column agreement.annexes.kind is '種別 / Kind';
comment on column agreement.annexes.title_ja is '覚書名(日本語) / Title in Japanese';
comment on column agreement.annexes.title_en is '覚書名(英語) / Title in English';
comment on column agreement.annexes.quota_in is '受入れ人数枠 / Places inbound';
comment on column agreement.annexes.quota_out is '派遣人数枠 / Places outbound';
comment on column agreement.annexes.quota_unit is '人数枠の数え方 / Unit in which places are counted';
comment on column agreement.annexes.tuition_waiver is '授業料不徴収 / Tuition waiver';
comment on column agreement.annexes.start_date is '開始日 / In force from';
comment on column agreement.annexes.start_precision is '開始日の精度 / Precision of the start';
comment on column agreement.annexes.start_written is '開始日の原文 / Start as written';
comment on column agreement.annexes.end_date is '終了日 / In force until';
comment on column agreement.annexes.end_precision is '終了日の精度 / Precision of the end';
comment on column agreement.annexes.end_written is '終了日の原文 / End as written';
comment on column agreement.annexes.notes_ja is '備考(日本語) / Notes in Japanese';
comment on column agreement.annexes.notes_en is '備考(英語) / Notes in English';

create table agreement.signatures (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    position int not null,
    side text not null check (side in ('home', 'partner')),
    who text,
    role text,
    signed_date date,
    signed_precision text not null default 'unknown' check (signed_precision in ('day', 'month', 'year', 'unknown')),
    signed_written text not null default '',
    place text,
    unique (agreement_id, position),
    check ((signed_date is null) = (signed_precision = 'unknown'))
);
comment on table agreement.signatures is '署名 / Signatures';
comment on column agreement.signatures.agreement_id is '協定 / Agreement';
comment on column agreement.signatures.position is '順序 / Order';
comment on column agreement.signatures.side is '署名者の側 / Side';
comment on column agreement.signatures.who is '署名者 / Signed by';
comment on column agreement.signatures.role is '職名 / Role of the signer';
comment on column agreement.signatures.signed_date is '署名日 / Signed on';
comment on column agreement.signatures.signed_precision is '署名日の精度 / Precision of the day of signature';
comment on column agreement.signatures.signed_written is '署名日の原文 / Day of signature as written';
comment on column agreement.signatures.place is '署名地 / Place';

call kernel.track('agreement.agreements');
call kernel.track('agreement.parties');
call kernel.track('agreement.home_units');
call kernel.track('agreement.annexes');
call kernel.track('agreement.signatures');
-- A bulk insert writes the history of its rows in one statement instead of row by row, and says so.
do $$
declare
    tracked text;
begin
    foreach tracked in array array['agreements', 'parties', 'home_units', 'annexes', 'signatures'] loop
        execute format('drop trigger keep_history on agreement.%I', tracked);
        execute format($trigger$create trigger keep_history after insert or update or delete on agreement.%I for each row
            when (coalesce(current_setting('agreement.history', true), '') <> 'later')
            execute function kernel.keep_history()$trigger$, tracked);
    end loop;
end $$;
-- A bulk insert writes the history of its rows in one statement instead of row by row, and says so.
do $$
declare
    tracked text;
begin
    foreach tracked in array array['agreements', 'parties', 'home_units', 'annexes', 'signatures'] loop
        execute format('drop trigger keep_history on agreement.%I', tracked);
        execute format($trigger$create trigger keep_history after insert or update or delete on agreement.%I for each row
            when (coalesce(current_setting('agreement.history', true), '') <> 'later')
            execute function kernel.keep_history()$trigger$, tracked);
    end loop;
end $$;
create index on agreement.parties_history (agreement_id, lower(recorded));
create index on agreement.home_units_history (agreement_id, lower(recorded));
create index on agreement.annexes_history (agreement_id, lower(recorded));
create index on agreement.signatures_history (agreement_id, lower(recorded));

-- A view of the list that a person keeps: filter, order and columns as in the address.
create table agreement.saved_views (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users on delete cascade,
    name text not null check (length(name) between 1 and 80),
    query text not null check (length(query) <= 4000),
    created_at timestamptz not null default now(),
    unique (user_id, name)
);
comment on table agreement.saved_views is '保存した表示 / Saved views of the list';
comment on column agreement.saved_views.name is '名称 / Name';
comment on column agreement.saved_views.query is '条件 / Filter, order and columns';

-- One line for each agreement with what lists and figures filter, sort and count by. Kept equal to the view
-- agreement.register_computed within the transaction that changes anything it is made of (see R__agreement_facts.sql).
create table agreement.register_lines (
    agreement_id uuid primary key references agreement.agreements on delete cascade,
    proposed boolean not null,
    goes_on boolean not null,
    recognised boolean not null,
    renewal_pending boolean not null,
    starts date,
    known_from date not null,
    ends date,
    ended_on date,
    start_year int,
    end_year int,
    level text not null,
    visibility text not null,
    renewal_mode text not null,
    country_rank_ja int,
    country_rank_en int,
    unit_rank int,
    unit_ids uuid[] not null,
    organization_ids uuid[] not null,
    countries text[] not null,
    regions text[] not null,
    kinds text[] not null,
    number text not null,
    title_ja text not null,
    title_en text not null,
    partner_ja text not null,
    partner_en text not null,
    search text not null
);
comment on table agreement.register_lines is '協定一覧の行(導出) / Lines of the register (derived)';
comment on column agreement.register_lines.proposed is '締結前(準備中) / Proposed';
comment on column agreement.register_lines.goes_on is '自ら終了しない(無期限・自動更新など) / Does not end by itself';
comment on column agreement.register_lines.recognised is '相手機関がすべて判明 / All partners recognised';
comment on column agreement.register_lines.renewal_pending is '更新手続中 / Renewal under way';
comment on column agreement.register_lines.starts is '有効となる最初の日 / First day in force';
comment on column agreement.register_lines.known_from is '存在を確認した日 / Known from';
comment on column agreement.register_lines.ends is '定められた最終日 / Last day of the term';
comment on column agreement.register_lines.ended_on is '終了した日(最終日) / Ended on, the last day';
comment on column agreement.register_lines.start_year is '開始年度 / Fiscal year of the start';
comment on column agreement.register_lines.end_year is '終了年度 / Fiscal year of the end';
comment on column agreement.register_lines.level is '大学間・部局間の別 / Level';
comment on column agreement.register_lines.visibility is '公開範囲 / Visibility';
comment on column agreement.register_lines.renewal_mode is '更新方法 / Renewal';
comment on column agreement.register_lines.country_rank_ja is '国・地域の順(日本語) / Order by country, Japanese';
comment on column agreement.register_lines.country_rank_en is '国・地域の順(英語) / Order by country, English';
comment on column agreement.register_lines.unit_rank is '部局の順 / Order by own unit';
comment on column agreement.register_lines.unit_ids is '部局 / Own units';
comment on column agreement.register_lines.organization_ids is '相手機関 / Partners';
comment on column agreement.register_lines.countries is '国・地域 / Countries and regions';
comment on column agreement.register_lines.regions is '地域区分 / Regions of the world';
comment on column agreement.register_lines.kinds is '種別 / Kinds';
comment on column agreement.register_lines.number is '協定番号 / Register number';
comment on column agreement.register_lines.title_ja is '協定名(日本語表示) / Title shown in Japanese';
comment on column agreement.register_lines.title_en is '協定名(英語表示) / Title shown in English';
comment on column agreement.register_lines.partner_ja is '相手機関名(日本語表示) / Partners shown in Japanese';
comment on column agreement.register_lines.partner_en is '相手機関名(英語表示) / Partners shown in English';
comment on column agreement.register_lines.search is '検索用の文字列 / Text searched';
create index on agreement.register_lines (number collate kernel.en, agreement_id);
create index on agreement.register_lines (partner_ja collate kernel.ja, agreement_id);
create index on agreement.register_lines (partner_en collate kernel.en, agreement_id);
create index on agreement.register_lines (title_ja collate kernel.ja, agreement_id);
create index on agreement.register_lines (title_en collate kernel.en, agreement_id);
create index on agreement.register_lines (country_rank_ja, agreement_id);
create index on agreement.register_lines (country_rank_en, agreement_id);
create index on agreement.register_lines (unit_rank, agreement_id);
create index on agreement.register_lines (starts, agreement_id);
-- Also answers how many agreements stand how on a day, without touching the lines.
create index register_lines_standing on agreement.register_lines (ends, agreement_id) include
    (proposed, goes_on, recognised, renewal_pending, starts, known_from, ended_on, start_year, end_year, level, visibility);
create index on agreement.register_lines (level, agreement_id);
create index on agreement.register_lines (start_year);
create index on agreement.register_lines (end_year);
create index on agreement.register_lines using gin (organization_ids);
create index on agreement.register_lines using gin (unit_ids);
create index on agreement.register_lines using gin (countries);
create index on agreement.register_lines using gin (search gin_trgm_ops);

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'agreement.read', 'everywhere'),
    ('office', 'agreement.read', 'everywhere'),
    ('member', 'agreement.read', 'everywhere'),
    ('executive', 'agreement.read', 'everywhere'),
    ('public', 'agreement.read', 'everywhere'),
    ('administrator', 'agreement.read_restricted', 'everywhere'),
    ('office', 'agreement.read_restricted', 'everywhere'),
    ('member', 'agreement.read_restricted', 'own_units'),
    ('executive', 'agreement.read_restricted', 'everywhere'),
    ('office', 'agreement.edit', 'everywhere'),
    ('member', 'agreement.edit', 'own_units');
