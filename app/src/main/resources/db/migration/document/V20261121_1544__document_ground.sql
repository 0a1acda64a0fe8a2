create schema document;

create table document.retention_classes (
    code text primary key,
    position int not null,
    years int check (years between 1 and 100),
    name_ja text not null,
    name_en text not null
);
comment on table document.retention_classes is '文書の保存期間の区分(年数の空欄は常用・無期限) / Retention classes of documents (no years: kept for ever)';
insert into document.retention_classes values
    ('permanent', 1, null, '常用・無期限', 'For ever'),
    ('y30', 2, 30, '30年', '30 years'),
    ('y10', 3, 10, '10年', '10 years'),
    ('y5', 4, 5, '5年', '5 years'),
    ('y3', 5, 3, '3年', '3 years'),
    ('y1', 6, 1, '1年', '1 year');

create table document.kinds (
    code text primary key,
    position int not null,
    name_ja text not null,
    name_en text not null,
    retention text not null references document.retention_classes
);
comment on table document.kinds is '文書の種類と標準の保存期間 / Kinds of documents and how long they are kept unless somebody says otherwise';
insert into document.kinds values
    ('agreement_text', 1, '協定書', 'Agreement text', 'y30'),
    ('memorandum', 2, '覚書', 'Memorandum', 'y30'),
    ('signed_copy', 3, '署名済み文書', 'Signed copy', 'y30'),
    ('draft', 4, '案文', 'Draft', 'y5'),
    ('letter', 5, '書簡・公文', 'Letter', 'y10'),
    ('minutes', 6, '議事録', 'Minutes', 'y10'),
    ('meeting_paper', 7, '会議資料', 'Meeting paper', 'y10'),
    ('evidence', 8, '根拠資料', 'Evidence', 'y5'),
    ('signature', 9, '電子署名の証跡', 'Evidence of an electronic signature', 'y30'),
    ('translation', 10, '翻訳', 'Translation', 'y10'),
    ('template', 11, 'ひな形', 'Template', 'permanent'),
    ('other', 12, 'その他', 'Other', 'y5');

create table document.contents (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes > 0),
    media_type text not null,
    used_at timestamptz not null default now(),
    gone_at timestamptz,
    broken_at timestamptz
);
comment on table document.contents is '保管している内容(SHA-256で識別) / Contents kept, named by their SHA-256';

create table document.documents (
    id uuid primary key default uuidv7(),
    owner_kind text not null,
    owner_id uuid not null,
    kind text not null references document.kinds,
    title_ja text,
    title_en text,
    language text not null check (language in ('ja', 'en', 'both', 'other', 'unknown')),
    confidentiality text not null default 'ordinary' check (confidentiality in ('ordinary', 'restricted')),
    retention text not null references document.retention_classes,
    kept_from date not null,
    latest int not null default 0,
    removed_at timestamptz,
    removed_by uuid references access.users,
    removed_reason text,
    created_at timestamptz not null default now(),
    created_by uuid references access.users,
    version int not null default 0,
    check (num_nonnulls(title_ja, title_en) > 0)
);
comment on table document.documents is '文書 / Documents';
comment on column document.documents.owner_kind is '属する記録の種類 / Kind of record it belongs to';
comment on column document.documents.owner_id is '属する記録 / Record it belongs to';
comment on column document.documents.kind is '種類 / Kind';
comment on column document.documents.title_ja is '題名(日本語) / Title in Japanese';
comment on column document.documents.title_en is '題名(英語) / Title in English';
comment on column document.documents.language is '本文の言語 / Language of the text';
comment on column document.documents.confidentiality is '閲覧の範囲 / Who may read it';
comment on column document.documents.retention is '保存期間の区分 / Retention class';
comment on column document.documents.kept_from is '保存期間の起算の基準日 / Day after which the retention period begins';
comment on column document.documents.latest is '最新の版 / Latest version';
comment on column document.documents.removed_at is '削除日時 / Removed at';
comment on column document.documents.removed_by is '削除者 / Removed by';
comment on column document.documents.removed_reason is '削除の理由 / Why it was removed';
call kernel.track('document.documents');
create index on document.documents (owner_kind, owner_id);

create table document.versions (
    id uuid primary key default uuidv7(),
    document_id uuid not null references document.documents,
    number int not null check (number > 0),
    sha256 text not null references document.contents,
    name text not null,
    declared_type text not null default '',
    note text not null default '',
    restored_from int,
    at timestamptz not null default now(),
    by_user uuid references access.users,
    unique (document_id, number)
);
comment on table document.versions is '文書の版 / Versions of documents';
comment on column document.versions.document_id is '文書 / Document';
comment on column document.versions.number is '版 / Version';
comment on column document.versions.sha256 is '内容のSHA-256 / SHA-256 of the content';
comment on column document.versions.name is 'ファイル名 / File name';
comment on column document.versions.declared_type is '送信時に申告された形式 / Type declared by the sender';
comment on column document.versions.note is '変更の理由 / Why';
comment on column document.versions.restored_from is '復元元の版 / Version it goes back to';
comment on column document.versions.at is '日時 / At';
comment on column document.versions.by_user is '登録者 / By';
call kernel.track('document.versions');
create index on document.versions (sha256);

create table document.overtaken (
    id uuid primary key default uuidv7(),
    document_id uuid not null references document.documents,
    sha256 text not null references document.contents,
    name text not null,
    declared_type text not null,
    note text not null,
    seen int not null,
    at timestamptz not null default now(),
    by_user uuid references access.users
);
comment on table document.overtaken is '他の人の版が先に登録されたため保留中のファイル / Files that wait because somebody else added a version first';
create index on document.overtaken (document_id);
create index on document.overtaken (sha256);

create table document.pairs (
    id uuid primary key default uuidv7(),
    ja_id uuid not null unique references document.documents,
    en_id uuid not null unique references document.documents,
    ja_version int not null,
    en_version int not null,
    version int not null default 0,
    check (ja_id <> en_id)
);
comment on table document.pairs is '日英の対 / The same text in Japanese and English';
comment on column document.pairs.ja_id is '日本語版の文書 / Document in Japanese';
comment on column document.pairs.en_id is '英語版の文書 / Document in English';
comment on column document.pairs.ja_version is '対応を確認した日本語の版 / Version in Japanese that says the same';
comment on column document.pairs.en_version is '対応を確認した英語の版 / Version in English that says the same';
call kernel.track('document.pairs');

create table document.holds (
    id uuid primary key default uuidv7(),
    document_id uuid not null references document.documents,
    reason text not null,
    at timestamptz not null default now(),
    by_user uuid references access.users,
    lifted_at timestamptz,
    lifted_by uuid references access.users,
    lifted_reason text
);
comment on table document.holds is '廃棄の禁止(訴訟・調査等) / Legal holds: while one stands, nothing is deleted';
comment on column document.holds.document_id is '文書 / Document';
comment on column document.holds.reason is '理由 / Reason';
comment on column document.holds.at is '日時 / At';
comment on column document.holds.by_user is '設定者 / Placed by';
comment on column document.holds.lifted_at is '解除日時 / Lifted at';
comment on column document.holds.lifted_by is '解除者 / Lifted by';
comment on column document.holds.lifted_reason is '解除の理由 / Why it was lifted';
call kernel.track('document.holds');
create index on document.holds (document_id) where lifted_at is null;

-- Years are counted from the 1 April after the day, as offices do.
create function document.expires_on(kept_from date, years int) returns date language sql immutable
    return (make_date(extract(year from kept_from + interval '9 months')::int, 4, 1) + make_interval(years => years))::date;

insert into access.permissions (role, use_case, reach) values
    ('office', 'document.read', 'everywhere'),
    ('executive', 'document.read', 'everywhere'),
    ('administrator', 'document.read', 'everywhere'),
    ('member', 'document.read', 'everywhere'),
    ('office', 'document.edit', 'everywhere'),
    ('executive', 'document.edit', 'everywhere'),
    ('member', 'document.edit', 'everywhere'),
    ('office', 'document.restricted', 'everywhere'),
    ('executive', 'document.restricted', 'everywhere'),
    ('administrator', 'document.restricted', 'everywhere'),
    ('office', 'document.dispose', 'everywhere'),
    ('administrator', 'document.dispose', 'everywhere');
