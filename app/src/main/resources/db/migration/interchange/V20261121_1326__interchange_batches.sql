-- Columns of names that staff have recognised: a list pasted or uploaded, and what each of its lines turned out to mean.
create table interchange.batches (
    id uuid primary key default uuidv7(),
    name text not null,
    headed boolean not null default false,
    text_column int,
    country_column int,
    registry text not null default '',
    job_id uuid,
    created_by uuid,
    created_by_login text,
    created_at timestamptz not null default now()
);
comment on table interchange.batches is '一括判定 / Lists of names to be recognised';
create index on interchange.batches (created_by, created_at desc);

create table interchange.lines (
    batch_id uuid not null references interchange.batches on delete cascade,
    position int not null,
    cells text[] not null,
    text text not null default '',
    country text,
    country_written text not null default '',
    certainty text check (certainty in ('certain', 'suggested', 'none')),
    organization_id uuid references organization.organizations,
    score real,
    rest text not null default '',
    candidates jsonb not null default '[]',
    decision text check (decision in ('organization', 'none', 'later')),
    remembered boolean not null default false,
    decided_by_login text,
    decided_at timestamptz,
    primary key (batch_id, position)
);
comment on table interchange.lines is '一括判定の行 / Lines of a list to be recognised';
create index on interchange.lines (batch_id, text, country);

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'interchange.recognise', 'everywhere'),
    ('office', 'interchange.recognise', 'everywhere'),
    ('member', 'interchange.recognise', 'everywhere');
