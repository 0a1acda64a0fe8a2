-- A definition in time. Before its first edition an indicator is as its own row says; from the fiscal year of an edition on, as the
-- edition says. An edition that breaks the series cannot be compared with the years before.
create table strategy.editions (
    id uuid primary key default uuidv7(),
    indicator_code text not null references strategy.indicators,
    from_year int not null check (from_year between 1900 and 2200),
    definition_ja text not null,
    definition_en text not null,
    unit text not null,
    decimals int not null check (decimals between 0 and 4),
    expression text,
    breaks boolean not null default false,
    reason text not null,
    version int not null default 0,
    unique (indicator_code, from_year)
);
comment on table strategy.editions is '指標の定義の版 / Editions of definitions';
comment on column strategy.editions.indicator_code is '指標番号 / Indicator';
comment on column strategy.editions.from_year is '適用を始める年度 / First fiscal year';
comment on column strategy.editions.definition_ja is '定義(日本語) / Definition in Japanese';
comment on column strategy.editions.definition_en is '定義(英語) / Definition in English';
comment on column strategy.editions.unit is '単位 / Unit';
comment on column strategy.editions.decimals is '小数点以下の桁数 / Decimals';
comment on column strategy.editions.expression is '計算式(空欄は値を記録する) / Formula, none where values are recorded';
comment on column strategy.editions.breaks is '前年度までと比較できない / Cannot be compared with the years before';
comment on column strategy.editions.reason is '変更の理由 / Reason of the change';
call kernel.track('strategy.editions');

alter table strategy.indicators add column own boolean not null default false;
comment on column strategy.indicators.own is '本学独自の指標 / An indicator of this installation';

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'strategy.edit', 'everywhere'),
    ('office', 'strategy.edit', 'everywhere');
