create schema intake;

-- Uploaded files. Their bytes lie in the data folder, named by their hash; the same bytes for the same unit are one file,
-- whatever its name.
create table intake.files (
    id uuid primary key default uuidv7(),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name text not null,
    bytes bigint not null,
    format text not null,
    encoding text not null default '',
    problems jsonb not null default '[]',
    unit_id uuid references access.units,
    uploaded_by uuid,
    uploaded_by_login text,
    uploaded_at timestamptz not null default now(),
    unique nulls not distinct (sha256, unit_id)
);
comment on table intake.files is '取り込むファイル / Uploaded files';
comment on column intake.files.sha256 is '内容のハッシュ値(SHA-256) / SHA-256 of the content';
comment on column intake.files.name is 'ファイル名 / File name';
comment on column intake.files.bytes is '大きさ(バイト) / Size in bytes';
comment on column intake.files.format is '形式 / Format';
comment on column intake.files.encoding is '文字コード / Character encoding';
comment on column intake.files.problems is '読取り時の問題 / Problems met when reading';
comment on column intake.files.unit_id is '部局 / Own unit';
comment on column intake.files.uploaded_by_login is '受付者 / Uploaded by';
comment on column intake.files.uploaded_at is '受付日時 / Uploaded at';

create table intake.sheets (
    id uuid primary key default uuidv7(),
    file_id uuid not null references intake.files on delete cascade,
    position int not null,
    name text not null,
    height int not null,
    width int not null,
    hidden boolean not null default false,
    unique (file_id, position)
);
comment on table intake.sheets is 'シート / Sheets of files';
comment on column intake.sheets.name is 'シート名 / Name of the sheet';
comment on column intake.sheets.height is '行数 / Rows';
comment on column intake.sheets.width is '列数 / Columns';
comment on column intake.sheets.hidden is '非表示 / Hidden';

-- Layouts worth keeping: proposed again for a sheet with the same headers.
create table intake.profiles (
    id uuid primary key default uuidv7(),
    name text not null check (length(name) between 1 and 120),
    fingerprint text not null unique,
    layout jsonb not null,
    used int not null default 0,
    saved_by_login text,
    saved_at timestamptz not null default now()
);
comment on table intake.profiles is '読取り設定 / Saved layouts';
comment on column intake.profiles.name is '名称 / Name';
comment on column intake.profiles.fingerprint is '見出しの特徴 / Fingerprint of the headers';
comment on column intake.profiles.layout is '列の割当てなど / Layout';
comment on column intake.profiles.used is '利用回数 / Times used';

-- One reading of one sheet.
create table intake.imports (
    id uuid primary key default uuidv7(),
    file_id uuid not null references intake.files,
    sheet_id uuid not null references intake.sheets,
    list_kind text not null,
    layout jsonb not null,
    fingerprint text not null default '',
    profile_id uuid references intake.profiles on delete set null,
    unit_id uuid references access.units,
    group_name text not null default '',
    as_of_date date,
    as_of_precision text not null default 'unknown' check (as_of_precision in ('day', 'month', 'year', 'unknown')),
    as_of_written text not null default '',
    answers jsonb not null default '{}',
    previous_id uuid references intake.imports,
    state text not null default 'draft' check (state in ('draft', 'committed', 'undone')),
    step text not null default 'layout' check (step in ('layout', 'institutions', 'review', 'result')),
    compared boolean not null default false,
    counts jsonb not null default '{}',
    job_id uuid,
    created_by uuid,
    created_by_login text,
    created_at timestamptz not null default now(),
    committed_by_login text,
    committed_at timestamptz,
    undone_by_login text,
    undone_at timestamptz,
    version int not null default 0,
    check ((as_of_date is null) = (as_of_precision = 'unknown'))
);
comment on table intake.imports is '取込み / Imports';
comment on column intake.imports.file_id is 'ファイル / File';
comment on column intake.imports.sheet_id is 'シート / Sheet';
comment on column intake.imports.list_kind is '一覧の種類 / Kind of list';
comment on column intake.imports.layout is '読取り設定 / Layout';
comment on column intake.imports.fingerprint is '見出しの特徴 / Fingerprint of the headers';
comment on column intake.imports.profile_id is '使った読取り設定 / Saved layout used';
comment on column intake.imports.unit_id is '一覧の担当部局 / Own unit of the whole list';
comment on column intake.imports.group_name is '団体名 / Name of the group';
comment on column intake.imports.as_of_date is '一覧の基準日 / As of';
comment on column intake.imports.as_of_precision is '基準日の精度 / Precision of as of';
comment on column intake.imports.as_of_written is '基準日の原文 / As of, as written';
comment on column intake.imports.answers is '質問への回答 / Answers to questions';
comment on column intake.imports.previous_id is '比較する前回の取込み / Import it continues';
comment on column intake.imports.state is '状態 / State';
comment on column intake.imports.step is '段階 / Step';
comment on column intake.imports.compared is '比較済み / Compared';
comment on column intake.imports.counts is '件数 / Counts';
comment on column intake.imports.job_id is '処理 / Background work';
comment on column intake.imports.created_by_login is '作成者 / Created by';
comment on column intake.imports.committed_by_login is '登録者 / Committed by';
comment on column intake.imports.committed_at is '登録日時 / Committed at';
comment on column intake.imports.undone_by_login is '取消者 / Undone by';
comment on column intake.imports.undone_at is '取消日時 / Undone at';
create index on intake.imports (file_id);
create index on intake.imports (created_at desc);
create index on intake.imports (fingerprint, list_kind) where state = 'committed';
call kernel.track('intake.imports');

-- Equal spellings of an institution in one import, and what was decided about them.
create table intake.spellings (
    id uuid primary key default uuidv7(),
    import_id uuid not null references intake.imports on delete cascade,
    position int not null,
    key text not null,
    text text not null,
    country text,
    rows int not null,
    certainty text not null check (certainty in ('certain', 'suggested', 'none')),
    candidates jsonb not null default '[]',
    decision text check (decision in ('organization', 'none', 'later')),
    organization_id uuid references organization.organizations,
    remembered boolean not null default false,
    decided_by_login text,
    decided_at timestamptz
);
comment on table intake.spellings is '機関名の表記と判断 / Spellings of institutions and decisions';
comment on column intake.spellings.text is '記載された名称 / Name as written';
comment on column intake.spellings.country is '国・地域 / Country or region';
comment on column intake.spellings.rows is '行数 / Rows';
comment on column intake.spellings.certainty is '確からしさ / Certainty';
comment on column intake.spellings.candidates is '候補 / Candidates';
comment on column intake.spellings.decision is '判断 / Decision';
comment on column intake.spellings.organization_id is '機関 / Organization';
comment on column intake.spellings.remembered is '別名として記憶 / Kept as an alias';
comment on column intake.spellings.decided_by_login is '判断者 / Decided by';
comment on column intake.spellings.decided_at is '判断日時 / Decided at';
create index on intake.spellings (import_id, position);
create index on intake.spellings (key);

-- One record of one row of the sheet: the cells as written, and what was read from them.
create table intake.rows (
    id uuid primary key default uuidv7(),
    import_id uuid not null references intake.imports on delete cascade,
    sheet_row int not null,
    number int not null,
    cells jsonb not null,
    used jsonb not null default '{}',
    content jsonb not null,
    spelling_id uuid references intake.spellings on delete set null,
    organization_id uuid,
    state text not null default 'read' check (state in ('read', 'new', 'changed', 'same', 'duplicate', 'refused')),
    changes jsonb not null default '[]',
    reason text,
    taken boolean not null default true,
    subject_kind text,
    subject_id uuid
);
comment on table intake.rows is '読み取った行 / Rows read';
comment on column intake.rows.sheet_row is 'シートの行番号 / Row of the sheet';
comment on column intake.rows.number is '行内の通し番号 / Number within the row';
comment on column intake.rows.cells is '記載どおりのセル / Cells as written';
comment on column intake.rows.used is '使用したセル / Cells used';
comment on column intake.rows.content is '読み取った値 / Values read';
comment on column intake.rows.organization_id is '機関 / Organization';
comment on column intake.rows.state is '比較結果 / Result of the comparison';
comment on column intake.rows.changes is '変更点 / Changes';
comment on column intake.rows.taken is '登録する / To be stored';
create index on intake.rows (import_id, sheet_row, number);
create index on intake.rows (import_id, state, sheet_row);
create index on intake.rows (spelling_id);
create index on intake.rows (import_id, subject_id);

-- What an earlier import of the same list brought and this one no longer has.
create table intake.missing (
    id uuid primary key default uuidv7(),
    import_id uuid not null references intake.imports on delete cascade,
    subject_kind text not null,
    subject_id uuid not null,
    earlier_row_id uuid references intake.rows on delete cascade,
    label text not null,
    closed boolean not null default false,
    unique (import_id, subject_kind, subject_id)
);
comment on table intake.missing is '今回の一覧にない記録 / Records missing from the list';
comment on column intake.missing.label is '表示名 / Label';
comment on column intake.missing.closed is '終了とする / To be ended';

-- Questions only a person can answer, other than which institution is meant.
create table intake.questions (
    id uuid primary key default uuidv7(),
    import_id uuid not null references intake.imports on delete cascade,
    sheet_row int not null,
    sheet_column int not null,
    kind text not null,
    field text not null,
    written text not null,
    choices text[] not null default '{}'
);
comment on table intake.questions is '確認事項 / Open questions';
comment on column intake.questions.sheet_row is 'シートの行番号 / Row of the sheet';
comment on column intake.questions.sheet_column is 'シートの列番号 / Column of the sheet';
comment on column intake.questions.kind is '確認の種類 / Kind of question';
comment on column intake.questions.field is '項目 / Field';
comment on column intake.questions.written is '記載 / As written';
comment on column intake.questions.choices is '選択肢 / Choices';
create index on intake.questions (import_id, sheet_row);

-- Provenance: which row a stored record (or one field of it) came from.
create table intake.sources (
    id uuid primary key default uuidv7(),
    subject_kind text not null,
    subject_id uuid not null,
    field text,
    row_id uuid not null references intake.rows,
    import_id uuid not null references intake.imports,
    recorded_at timestamptz not null default now()
);
comment on table intake.sources is '出所 / Sources of stored facts';
comment on column intake.sources.subject_kind is '対象の種類 / Kind of record';
comment on column intake.sources.subject_id is '対象 / Record';
comment on column intake.sources.field is '項目 / Field';
create index on intake.sources (subject_kind, subject_id);
create index on intake.sources (row_id);
create index on intake.sources (import_id, subject_kind, subject_id);

-- What an import did to each record, so that it can be undone.
create table intake.deeds (
    id uuid primary key default uuidv7(),
    import_id uuid not null references intake.imports,
    row_id uuid references intake.rows,
    subject_kind text not null,
    subject_id uuid not null,
    deed text not null check (deed in ('created', 'changed', 'closed')),
    before jsonb,
    version_after int not null
);
comment on table intake.deeds is '取込みが行った操作 / What imports did';
comment on column intake.deeds.deed is '操作 / Deed';
comment on column intake.deeds.before is '操作前の内容 / Content before';
comment on column intake.deeds.version_after is '操作後の版数 / Version after';
create index on intake.deeds (import_id);

-- Aggregate figures as lists state them: by country, unit, year and column.
create table intake.figures (
    id uuid primary key default uuidv7(),
    list_name text not null,
    block text not null default '',
    unit_id uuid references access.units,
    as_of_date date,
    as_of_precision text not null default 'unknown' check (as_of_precision in ('day', 'month', 'year', 'unknown')),
    as_of_written text not null default '',
    fiscal_year boolean not null default false,
    country text,
    label text not null,
    measure text not null,
    value bigint,
    women bigint,
    flags text[] not null default '{}',
    version int not null default 0,
    check ((as_of_date is null) = (as_of_precision = 'unknown'))
);
comment on table intake.figures is '集計値 / Aggregate figures';
comment on column intake.figures.list_name is '統計の名称 / Name of the statistics';
comment on column intake.figures.block is '表の区分 / Table within the sheet';
comment on column intake.figures.unit_id is '部局 / Own unit';
comment on column intake.figures.as_of_date is '基準日 / As of';
comment on column intake.figures.as_of_precision is '基準日の精度 / Precision of as of';
comment on column intake.figures.as_of_written is '基準日の原文 / As of, as written';
comment on column intake.figures.fiscal_year is '年度の値 / Of a fiscal year';
comment on column intake.figures.country is '国・地域 / Country or region';
comment on column intake.figures.label is '行の名称(原文) / Label of the row as written';
comment on column intake.figures.measure is '列の名称(原文) / Column as written';
comment on column intake.figures.value is '値 / Value';
comment on column intake.figures.women is 'うち女性 / Of which women';
comment on column intake.figures.flags is '注記 / Flags';
create index on intake.figures (list_name, unit_id, as_of_date);
create index on intake.figures (country);
call kernel.track('intake.figures');

-- Members of groups (consortia, associations), as lists of institutions state them.
create table intake.memberships (
    id uuid primary key default uuidv7(),
    group_name text not null check (group_name <> ''),
    organization_id uuid references organization.organizations,
    name_written text not null,
    country text,
    start_date date,
    start_precision text not null default 'unknown' check (start_precision in ('day', 'month', 'year', 'unknown')),
    start_written text not null default '',
    end_date date,
    end_precision text not null default 'unknown' check (end_precision in ('day', 'month', 'year', 'unknown')),
    end_written text not null default '',
    version int not null default 0,
    check ((start_date is null) = (start_precision = 'unknown')),
    check ((end_date is null) = (end_precision = 'unknown'))
);
comment on table intake.memberships is '団体の加盟機関 / Members of groups';
comment on column intake.memberships.group_name is '団体名 / Name of the group';
comment on column intake.memberships.organization_id is '機関 / Organization';
comment on column intake.memberships.name_written is '機関名(原文) / Name as written';
comment on column intake.memberships.country is '国・地域 / Country or region';
comment on column intake.memberships.start_date is '開始日 / From';
comment on column intake.memberships.start_precision is '開始日の精度 / Precision of from';
comment on column intake.memberships.start_written is '開始日の原文 / From, as written';
comment on column intake.memberships.end_date is '終了日 / Until';
comment on column intake.memberships.end_precision is '終了日の精度 / Precision of until';
comment on column intake.memberships.end_written is '終了日の原文 / Until, as written';
create index on intake.memberships (group_name);
create index on intake.memberships (organization_id);
call kernel.track('intake.memberships');

insert into access.permissions (role, use_case, reach) values
    ('office', 'intake.use', 'everywhere'),
    ('member', 'intake.use', 'own_units'),
    ('administrator', 'intake.read', 'everywhere'),
    ('office', 'intake.read', 'everywhere'),
    ('member', 'intake.read', 'own_units'),
    ('executive', 'intake.read', 'everywhere');
