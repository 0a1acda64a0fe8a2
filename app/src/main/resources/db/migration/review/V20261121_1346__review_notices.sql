-- What a person was told. The key says what it is about: it can be written once only, whoever writes it how often.
create table review.notices (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    key text not null,
    kind text not null,
    title_ja text,
    title_en text,
    step_ja text,
    step_en text,
    number text not null,
    day date,
    href text not null,
    at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz,
    unique (user_id, key)
);
comment on table review.notices is '通知 / Notices';
create index on review.notices (user_id, at desc);
create index on review.notices (user_id, at) where mailed_at is null;

-- How a person wants to be told by mail. Hours of the office's day, 0 to 23.
create table review.notice_settings (
    user_id uuid primary key references access.users,
    mail text not null check (mail in ('each', 'daily', 'none')),
    digest_hour int not null default 8 check (digest_hour between 0 and 23),
    quiet_from int not null default 20 check (quiet_from between 0 and 23),
    quiet_until int not null default 8 check (quiet_until between 0 and 23)
);
comment on table review.notice_settings is '通知メールの設定 / How people are told by mail';
