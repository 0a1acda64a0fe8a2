-- A link by which a person sets a new password: the hash of a random token, for one use within the hour.
create table access.password_resets (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
);
comment on table access.password_resets is 'パスワード再設定 / Password resets';
create index on access.password_resets (user_id, created_at);

-- Who is signed in where, so that a session can be seen and ended by its owner and by administrators.
create table access.sessions (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    started_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    origin text,
    agent text,
    ended_at timestamptz,
    ended_by uuid references access.users
);
comment on table access.sessions is 'ログイン中の端末 / Sessions';
comment on column access.sessions.origin is '接続元 / From where';
comment on column access.sessions.agent is 'ブラウザー / Browser';
create index on access.sessions (user_id) where ended_at is null;

-- Time-based one-time passwords (RFC 6238). The last step that was used is kept: a code works once.
create table access.second_factors (
    user_id uuid primary key references access.users,
    secret bytea not null,
    last_step bigint not null default 0,
    created_at timestamptz not null default now()
);
comment on table access.second_factors is '二要素認証 / Second factors';

create table access.recovery_codes (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    code_hash bytea not null check (octet_length(code_hash) = 32),
    used_at timestamptz,
    unique (user_id, code_hash)
);
comment on table access.recovery_codes is '回復コード / Recovery codes';

-- Roles whose holders must use a second factor.
create table access.second_factor_roles (
    role text primary key check (role in ('administrator', 'office', 'member', 'executive'))
);
comment on table access.second_factor_roles is '二要素認証を必須とする役割 / Roles that need a second factor';

-- Tokens by which a person's programs act for them, within the use cases named and until a day.
create table access.tokens (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    name text not null,
    prefix text not null,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    use_cases text[] not null check (cardinality(use_cases) > 0),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
comment on table access.tokens is 'APIトークン / Personal API tokens';
create index on access.tokens (user_id);
