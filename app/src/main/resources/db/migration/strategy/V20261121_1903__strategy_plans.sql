-- Several plans: of the university and of departments, each with owners, steps, links to the plans they serve, and editions that
-- stay as they were adopted.
alter table strategy.plans
    add column id uuid not null default uuidv7() unique,
    add column scope text not null default 'strategy' check (scope in ('strategy', 'vision', 'unit')),
    add column unit_id uuid references access.units,
    add column from_year int check (from_year between 1950 and 2200),
    add column until_year int check (until_year between 1950 and 2200),
    add column version int not null default 0,
    add constraint plans_code check (code ~ '^[A-Z][A-Z0-9]{1,11}$'),
    add constraint plans_years check (until_year >= from_year),
    add constraint plans_unit check ((scope = 'unit') = (unit_id is not null)),
    add constraint plans_name check (name_ja is not null or name_en is not null),
    alter column name_ja drop not null,
    alter column name_en drop not null;
create index on strategy.plans (unit_id);
comment on column strategy.plans.scope is '戦略・ビジョン・部局計画の別 / University strategy, vision, or plan of a unit';
comment on column strategy.plans.unit_id is '計画の部局 / Unit whose plan it is';
comment on column strategy.plans.from_year is '開始年度 / First fiscal year';
comment on column strategy.plans.until_year is '終了年度 / Last fiscal year';
call kernel.track('strategy.plans');
call kernel.begin_history('strategy.plans');

alter table strategy.parts
    add column id uuid not null default uuidv7() unique,
    add column version int not null default 0,
    add constraint parts_name check (name_ja is not null or name_en is not null),
    alter column name_ja drop not null,
    alter column name_en drop not null,
    alter column aim_ja drop not null,
    alter column aim_en drop not null;
create index on strategy.parts (plan_code);
call kernel.track('strategy.parts');
call kernel.begin_history('strategy.parts');

alter table strategy.actions
    add column id uuid not null default uuidv7() unique,
    add column unit_id uuid references access.units,
    add column owner_id uuid references access.users,
    add column ended_on date,
    add column version int not null default 0,
    add constraint actions_title check (title_ja is not null or title_en is not null),
    alter column title_ja drop not null,
    alter column title_en drop not null;
create index on strategy.actions (part_code);
create index on strategy.actions (unit_id);
create index on strategy.actions (owner_id);
comment on column strategy.actions.unit_id is '担当部局 / Responsible unit';
comment on column strategy.actions.owner_id is '責任者 / Owner';
comment on column strategy.actions.ended_on is '取組を終えた日 / Day the action ended';
call kernel.track('strategy.actions');
call kernel.begin_history('strategy.actions');

-- What is done for an action: a measure runs for a time, a milestone is reached on a day. Each has its place in the chain of results.
create table strategy.steps (
    id uuid primary key default uuidv7(),
    action_code text not null references strategy.actions,
    kind text not null check (kind in ('measure', 'milestone')),
    title_ja text,
    title_en text,
    level text not null check (level in ('input', 'activity', 'output', 'outcome', 'impact')),
    unit_id uuid references access.units,
    owner_id uuid references access.users,
    from_day date,
    due_day date,
    done_on date,
    result text,
    version int not null default 0,
    check (title_ja is not null or title_en is not null),
    check (due_day >= from_day),
    check (kind = 'measure' or due_day is not null)
);
create index on strategy.steps (action_code);
create index on strategy.steps (unit_id);
create index on strategy.steps (owner_id);
comment on table strategy.steps is '施策と節目 / Measures and milestones of actions';
comment on column strategy.steps.action_code is '取組 / Action';
comment on column strategy.steps.kind is '施策・節目の別 / Measure or milestone';
comment on column strategy.steps.title_ja is '題名(日本語) / Title in Japanese';
comment on column strategy.steps.title_en is '題名(英語) / Title in English';
comment on column strategy.steps.level is '成果の段階 / Place in the chain of results';
comment on column strategy.steps.unit_id is '担当部局 / Responsible unit';
comment on column strategy.steps.owner_id is '担当者 / Owner';
comment on column strategy.steps.from_day is '開始日 / First day';
comment on column strategy.steps.due_day is '期日 / Due day';
comment on column strategy.steps.done_on is '完了日 / Done on';
comment on column strategy.steps.result is '結果 / What came of it';
call kernel.track('strategy.steps');

-- An action of one plan that serves an action of another.
create table strategy.alignments (
    action_code text not null references strategy.actions,
    serves_code text not null references strategy.actions,
    primary key (action_code, serves_code),
    check (action_code <> serves_code)
);
create index on strategy.alignments (serves_code);
comment on table strategy.alignments is '計画どうしの対応 / Actions that serve actions of another plan';
comment on column strategy.alignments.action_code is '取組 / Action';
comment on column strategy.alignments.serves_code is '貢献する取組 / Action it serves';

-- A plan as it was adopted, whole; it does not change any more.
create table strategy.plan_editions (
    plan_code text not null references strategy.plans,
    number int not null check (number > 0),
    from_day date not null,
    reason_ja text,
    reason_en text,
    content jsonb not null,
    adopted_by uuid,
    adopted_at timestamptz not null default now(),
    primary key (plan_code, number),
    unique (plan_code, from_day),
    check (reason_ja is not null or reason_en is not null)
);
comment on table strategy.plan_editions is '決定された計画の版 / Editions of plans as adopted';
comment on column strategy.plan_editions.plan_code is '計画 / Plan';
comment on column strategy.plan_editions.number is '版の番号 / Number';
comment on column strategy.plan_editions.from_day is '適用を始める日 / In force from';
comment on column strategy.plan_editions.reason_ja is '決定・変更の内容(日本語) / What was decided, in Japanese';
comment on column strategy.plan_editions.reason_en is '決定・変更の内容(英語) / What was decided, in English';
comment on column strategy.plan_editions.content is '計画の全文 / The plan, whole';
comment on column strategy.plan_editions.adopted_by is '記録者 / Recorded by';
comment on column strategy.plan_editions.adopted_at is '記録日時 / Recorded at';
create trigger keep before update or delete on strategy.plan_editions for each row execute function strategy.keep_frozen();

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'strategy.plan', 'everywhere'),
    ('office', 'strategy.plan', 'everywhere'),
    ('member', 'strategy.plan', 'own_units');
