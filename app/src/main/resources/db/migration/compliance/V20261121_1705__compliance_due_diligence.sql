create schema compliance;

-- How far the examination of an institution has come: dated statements, none of which is ever changed. The latest one counts.
create table compliance.due_diligence (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    state text not null check (state in ('under_way', 'cleared', 'conditional', 'refused')),
    stated_on date not null,
    valid_until date,
    examined_by text,
    note_ja text,
    note_en text,
    visibility text not null default 'restricted' check (visibility in ('members', 'restricted')),
    recorded_by uuid references access.users,
    recorded_at timestamptz not null default now(),
    check (valid_until >= stated_on)
);
comment on table compliance.due_diligence is '相手機関の事前確認(デューデリジェンス)の状態 / State of due diligence of institutions';
comment on column compliance.due_diligence.organization_id is '機関 / Institution';
comment on column compliance.due_diligence.state is '状態 / State';
comment on column compliance.due_diligence.stated_on is '確認した日 / Stated on';
comment on column compliance.due_diligence.valid_until is '有効期限 / Valid until';
comment on column compliance.due_diligence.examined_by is '確認した部署・人 / Examined by';
comment on column compliance.due_diligence.note_ja is '所見(日本語) / Findings, in Japanese';
comment on column compliance.due_diligence.note_en is '所見(英語) / Findings, in English';
comment on column compliance.due_diligence.visibility is '所見の公開範囲 / Who may see the findings';
comment on column compliance.due_diligence.recorded_by is '記録した人 / Recorded by';
comment on column compliance.due_diligence.recorded_at is '記録した日時 / Recorded at';
create index on compliance.due_diligence (organization_id, stated_on desc, id desc);

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'compliance.read', 'everywhere'),
    ('office', 'compliance.read', 'everywhere'),
    ('member', 'compliance.read', 'everywhere'),
    ('executive', 'compliance.read', 'everywhere'),
    ('administrator', 'compliance.read_restricted', 'everywhere'),
    ('office', 'compliance.read_restricted', 'everywhere'),
    ('executive', 'compliance.read_restricted', 'everywhere'),
    ('office', 'compliance.record', 'everywhere');
