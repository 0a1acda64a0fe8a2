-- Who a person is at the sign-in of the university (OpenID Connect) or of the federation (Shibboleth): what the provider
-- calls itself and what it calls the person. Never the mail address alone.
create table access.identities (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    provider text not null,
    issuer text not null,
    subject text not null,
    linked_at timestamptz not null default now(),
    last_at timestamptz,
    unique (issuer, subject)
);
comment on table access.identities is '外部の認証との結び付き / Identities at providers';
comment on column access.identities.user_id is 'アカウント / Account';
comment on column access.identities.provider is '認証の提供元 / Provider';
comment on column access.identities.issuer is '発行者 / Issuer';
comment on column access.identities.subject is '発行者による識別子 / Subject';
comment on column access.identities.linked_at is '結び付けた日時 / Linked at';
comment on column access.identities.last_at is '最後のログイン / Last sign-in';
create index on access.identities (user_id);

-- Which role a statement of a provider gives, as data. A null provider means any; the value * means any value; the unit is
-- the one named, the one whose code the value is, or none (everywhere).
create table access.claim_rules (
    id uuid primary key default uuidv7(),
    provider text,
    claim text not null,
    value text not null,
    role text not null check (role in ('office', 'member', 'executive')),
    unit_id uuid references access.units,
    unit_from_value boolean not null default false,
    days int check (days between 1 and 3660),
    valid daterange not null default daterange(current_date, null),
    check (unit_id is null or not unit_from_value),
    check (role <> 'member' or unit_id is not null or unit_from_value)
);
comment on table access.claim_rules is '所属情報による役割の付与規則 / Rules that give roles by what a provider says';
comment on column access.claim_rules.provider is '認証の提供元(空欄はすべて) / Provider (empty: any)';
comment on column access.claim_rules.claim is '属性名 / Claim';
comment on column access.claim_rules.value is '属性の値(*はすべて) / Value (* for any)';
comment on column access.claim_rules.role is '役割 / Role';
comment on column access.claim_rules.unit_id is '対象部局 / Unit';
comment on column access.claim_rules.unit_from_value is '値を部局コードとする / The value is the code of the unit';
comment on column access.claim_rules.days is '最後のログインからの有効日数 / Days the role lasts after a sign-in';
comment on column access.claim_rules.valid is '規則の有効期間 / Valid from and until';
call kernel.track('access.claim_rules');

alter table access.grants add column rule_id uuid references access.claim_rules;
comment on column access.grants.rule_id is '付与した規則 / Rule that gave it';

alter table access.users add column local_password boolean not null default true;
comment on column access.users.local_password is 'パスワードによるログイン / Signs in by password';
alter table access.users add column language_chosen boolean not null default false;
comment on column access.users.language is '言語 / Language';
comment on column access.users.language_chosen is '言語を本人が選択 / The person has chosen the language';

-- An administrator sees the system as another person does, read-only.
insert into access.permissions (role, use_case, reach) values ('administrator', 'access.support', 'everywhere');
