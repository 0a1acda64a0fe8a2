-- What is done together with a designated partner. A follow-up of a talk is a goal with its talk.
create table partnership.talks (
    id uuid primary key default uuidv7(),
    candidacy_id uuid not null references partnership.candidacies on delete cascade,
    held_on date not null,
    participants text not null,
    minutes_ja text,
    minutes_en text,
    version int not null default 0
);
comment on table partnership.talks is '定期協議 / Talks with a strategic partner';
comment on column partnership.talks.candidacy_id is '戦略的パートナーの指定 / Designation';
comment on column partnership.talks.held_on is '開催日 / Held on';
comment on column partnership.talks.participants is '出席者 / Participants';
comment on column partnership.talks.minutes_ja is '記録(日本語) / Minutes in Japanese';
comment on column partnership.talks.minutes_en is '記録(英語) / Minutes in English';
call kernel.track('partnership.talks');
create index on partnership.talks (candidacy_id, held_on desc);

create table partnership.goals (
    id uuid primary key default uuidv7(),
    candidacy_id uuid not null references partnership.candidacies on delete cascade,
    talk_id uuid references partnership.talks on delete set null,
    name_ja text,
    name_en text,
    owner_id uuid references access.users,
    partner_owner text,
    due_on date,
    status text not null default 'open' check (status in ('open', 'done', 'dropped')),
    note text,
    version int not null default 0,
    check (name_ja is not null or name_en is not null)
);
comment on table partnership.goals is '共同の目標・協議後の対応 / Joint goals, and what follows from talks';
comment on column partnership.goals.candidacy_id is '戦略的パートナーの指定 / Designation';
comment on column partnership.goals.talk_id is '元になった協議 / Talk it follows from';
comment on column partnership.goals.name_ja is '目標(日本語) / Goal in Japanese';
comment on column partnership.goals.name_en is '目標(英語) / Goal in English';
comment on column partnership.goals.owner_id is '本学の担当者 / Who of us';
comment on column partnership.goals.partner_owner is '相手機関の担当部署 / Office of the partner';
comment on column partnership.goals.due_on is '期限 / Until when';
comment on column partnership.goals.status is '状態 / Status';
comment on column partnership.goals.note is '備考 / Note';
call kernel.track('partnership.goals');
create index on partnership.goals (candidacy_id);
create index on partnership.goals (owner_id) where status = 'open';

create table partnership.budget_lines (
    id uuid primary key default uuidv7(),
    candidacy_id uuid not null references partnership.candidacies on delete cascade,
    year int not null check (year between 1990 and 2999),
    name_ja text,
    name_en text,
    planned bigint check (planned >= 0),
    spent bigint check (spent >= 0),
    version int not null default 0,
    check (name_ja is not null or name_en is not null)
);
comment on table partnership.budget_lines is '連携計画の経費(円) / Money of the plan, in yen';
comment on column partnership.budget_lines.candidacy_id is '戦略的パートナーの指定 / Designation';
comment on column partnership.budget_lines.year is '年度 / Fiscal year';
comment on column partnership.budget_lines.name_ja is '費目(日本語) / Purpose in Japanese';
comment on column partnership.budget_lines.name_en is '費目(英語) / Purpose in English';
comment on column partnership.budget_lines.planned is '予算額(空欄は不明) / Planned; empty: unknown';
comment on column partnership.budget_lines.spent is '執行額(空欄は不明) / Spent; empty: unknown';
call kernel.track('partnership.budget_lines');
create index on partnership.budget_lines (candidacy_id, year);

-- What each side gains, year by year: counted by a measure, or typed.
create table partnership.benefits (
    id uuid primary key default uuidv7(),
    candidacy_id uuid not null references partnership.candidacies on delete cascade,
    side text not null check (side in ('ours', 'theirs')),
    name_ja text,
    name_en text,
    unit text,
    measure text,
    choices text not null default '',
    of text not null default 'count' check (of in ('count', 'sum')),
    version int not null default 0,
    check (name_ja is not null or name_en is not null)
);
comment on table partnership.benefits is '双方の利益の指標 / What both sides gain';
comment on column partnership.benefits.candidacy_id is '戦略的パートナーの指定 / Designation';
comment on column partnership.benefits.side is '本学・相手機関の別 / Whose benefit';
comment on column partnership.benefits.name_ja is '指標(日本語) / Benefit in Japanese';
comment on column partnership.benefits.name_en is '指標(英語) / Benefit in English';
comment on column partnership.benefits.unit is '単位 / Unit';
comment on column partnership.benefits.measure is '測定項目(空欄は入力による) / Measure; empty: typed';
comment on column partnership.benefits.choices is '測定項目の条件 / Conditions on the measure';
comment on column partnership.benefits.of is '数え方 / How it is counted';
call kernel.track('partnership.benefits');
create index on partnership.benefits (candidacy_id);

create table partnership.benefit_values (
    benefit_id uuid not null references partnership.benefits on delete cascade,
    year int not null check (year between 1990 and 2999),
    id uuid primary key default uuidv7(),
    value numeric not null,
    unique (benefit_id, year)
);
comment on table partnership.benefit_values is '双方の利益の値 / Typed values of benefits';
comment on column partnership.benefit_values.benefit_id is '指標 / Benefit';
comment on column partnership.benefit_values.year is '年度 / Fiscal year';
comment on column partnership.benefit_values.value is '値 / Value';
call kernel.track('partnership.benefit_values');
