-- Plans tailored to a country or region (国・地域別計画).
create table partnership.country_plans (
    id uuid primary key default uuidv7(),
    place text not null,
    title_ja text,
    title_en text,
    goal_ja text,
    goal_en text,
    unit_id uuid references access.units,
    owner uuid references access.users,
    from_day date not null,
    until_day date,
    status text not null check (status in ('planned', 'running', 'achieved', 'dropped')),
    review_on date,
    version int not null default 0,
    check (coalesce(title_ja, title_en) is not null),
    check (until_day >= from_day),
    check (place ~ '^([A-Z]{2}|[a-z_]+)$')
);
comment on table partnership.country_plans is '国・地域別の計画 / Plans for countries and regions';
comment on column partnership.country_plans.place is '国・地域コードまたは地域区分 / Code of the country, or region of the world';
comment on column partnership.country_plans.title_ja is '計画名(日本語) / Title, in Japanese';
comment on column partnership.country_plans.title_en is '計画名(英語) / Title, in English';
comment on column partnership.country_plans.goal_ja is '目標(日本語) / Goal, in Japanese';
comment on column partnership.country_plans.goal_en is '目標(英語) / Goal, in English';
comment on column partnership.country_plans.unit_id is '担当部局 / Own unit';
comment on column partnership.country_plans.owner is '責任者 / Who is responsible';
comment on column partnership.country_plans.from_day is '開始日 / From';
comment on column partnership.country_plans.until_day is '終了日 / Until';
comment on column partnership.country_plans.status is '状況 / Status';
comment on column partnership.country_plans.review_on is '次回の見直し日 / To be reviewed on';
call kernel.track('partnership.country_plans');
create index on partnership.country_plans (place);
create index on partnership.country_plans (owner, review_on) where status in ('planned', 'running');

-- Who of us knows a country or a partner; declared by themselves, gone when they say so. No history is kept.
create table partnership.acquaintances (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    country text check (country ~ '^[A-Z]{2}$'),
    organization_id uuid references organization.organizations,
    languages text[] not null default '{}',
    from_year int check (from_year between 1900 and 2200),
    until_year int check (until_year between 1900 and 2200),
    what_ja text,
    what_en text,
    agreed_on date not null,
    check (num_nonnulls(country, organization_id) = 1),
    check (until_year >= from_year)
);
comment on table partnership.acquaintances is '国・地域や機関に詳しい学内者(本人登録) / Who of us knows a country or a partner, by their own statement';
comment on column partnership.acquaintances.user_id is '本人 / The person';
comment on column partnership.acquaintances.country is '国・地域コード / Country or region';
comment on column partnership.acquaintances.organization_id is '機関 / Institution';
comment on column partnership.acquaintances.languages is '使える言語(ISO 639) / Languages (ISO 639)';
comment on column partnership.acquaintances.from_year is '滞在・関わりの始まった年 / Since which year';
comment on column partnership.acquaintances.until_year is '終わった年 / Until which year';
comment on column partnership.acquaintances.what_ja is '関わり(日本語) / How, in Japanese';
comment on column partnership.acquaintances.what_en is '関わり(英語) / How, in English';
comment on column partnership.acquaintances.agreed_on is '公開に同意した日 / Agreed to be shown on';
create index on partnership.acquaintances (country);
create index on partnership.acquaintances (organization_id);
create index on partnership.acquaintances (user_id);

insert into access.permissions (role, use_case, reach) values
    ('office', 'partnership.countryEdit', 'everywhere'),
    ('executive', 'partnership.countryEdit', 'everywhere');
