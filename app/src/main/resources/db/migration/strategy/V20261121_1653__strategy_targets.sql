-- What an indicator is to reach: from a baseline by milestones to targets, and what is hoped for beyond (stretch).
create table strategy.targets (
    id uuid primary key default uuidv7(),
    indicator_code text not null references strategy.indicators,
    unit_id uuid references access.units,
    year int not null check (year between 1950 and 2100),
    kind text not null check (kind in ('baseline', 'milestone', 'target', 'stretch')),
    value numeric(20, 6) not null,
    note text not null,
    version int not null default 0,
    unique nulls not distinct (indicator_code, unit_id, year, kind)
);
create index on strategy.targets (unit_id);
comment on table strategy.targets is '基準値・中間目標・目標値 / Baselines, milestones and targets';
comment on column strategy.targets.indicator_code is '指標番号 / Indicator';
comment on column strategy.targets.unit_id is '部局(空欄は全学) / Unit, none for the whole';
comment on column strategy.targets.year is '年度・年 / Year';
comment on column strategy.targets.kind is '種別 / Kind';
comment on column strategy.targets.value is '値 / Value';
comment on column strategy.targets.note is '根拠・備考 / Reason or remark';
call kernel.track('strategy.targets');

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'strategy.target', 'everywhere'),
    ('office', 'strategy.target', 'everywhere');
