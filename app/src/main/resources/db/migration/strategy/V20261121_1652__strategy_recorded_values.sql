-- A value somebody recorded for an indicator that nothing computes, with its evidence. Without a unit it is of the whole.
create table strategy.recorded_values (
    id uuid primary key default uuidv7(),
    indicator_code text not null references strategy.indicators,
    year int not null check (year between 1950 and 2200),
    unit_id uuid references access.units,
    value numeric(20, 6) not null,
    evidence text not null,
    origin text not null check (origin in ('typed', 'imported')),
    file_name text,
    file_hash text,
    file_row int,
    entered_by uuid,
    entered_at timestamptz not null default now(),
    version int not null default 0,
    unique nulls not distinct (indicator_code, year, unit_id),
    check ((origin = 'imported') = (file_hash is not null))
);
create index on strategy.recorded_values (unit_id);
comment on table strategy.recorded_values is '記録された指標の値 / Recorded values of indicators';
comment on column strategy.recorded_values.indicator_code is '指標番号 / Indicator';
comment on column strategy.recorded_values.year is '年度・年 / Year';
comment on column strategy.recorded_values.unit_id is '部局(空欄は全学) / Unit, none for the whole';
comment on column strategy.recorded_values.value is '値 / Value';
comment on column strategy.recorded_values.evidence is '根拠 / Evidence';
comment on column strategy.recorded_values.origin is '入力・取込の別 / Typed or imported';
comment on column strategy.recorded_values.file_name is 'ファイル名 / Name of the file';
comment on column strategy.recorded_values.file_hash is 'ファイルのハッシュ値 / Hash of the file';
comment on column strategy.recorded_values.file_row is '行番号 / Row of the file';
comment on column strategy.recorded_values.entered_by is '記録者 / Recorded by';
comment on column strategy.recorded_values.entered_at is '記録日時 / Recorded at';
call kernel.track('strategy.recorded_values');

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'strategy.record', 'everywhere'),
    ('office', 'strategy.record', 'everywhere');

-- Indicators of a national association of universities.
insert into strategy.indicators
    (code, name_ja, name_en, definition_ja, definition_en, unit, decimals, period, reference_day, direction, level, source, position)
values
    ('J01', '会員回答率', 'Response rate of members',
        '年度内の調査について、期限までに回答した会員大学の割合。分母は調査を依頼した会員大学の数。',
        'Share of member universities that answered the surveys of the year by their day; of those asked.',
        'percent', 1, 'flow', null, 'up', 'output', 'association', 2010),
    ('J02', '達成した共通目標の数', 'Common targets reached',
        '協会が掲げる共通の目標のうち、会員大学の集計値が目標値に達したものの数。集計できない目標は数えない。',
        'Of the association''s common targets, how many the members together have reached. Targets that cannot be added up are left out.',
        'targets', 0, 'stock', '11-01', 'up', 'outcome', 'association', 2020),
    ('J03', '好事例の登録・活用件数', 'Good practices registered and used again',
        '年度内に登録された好事例と、他大学での活用が報告された件数の合計。',
        'Good practices registered in the year, and reports that another university used one.',
        'cases', 0, 'flow', null, 'up', 'output', 'association', 2030),
    ('J04', 'ガイダンス確認率', 'Guidance acknowledged',
        '年度内に発出したガイダンスについて、30日以内に確認した会員大学の割合。',
        'Share of members that acknowledged the guidance of the year within 30 days.',
        'percent', 1, 'flow', null, 'up', 'output', 'association', 2040),
    ('J05', '行事参加大学率', 'Members at meetings on integrity and security',
        '研究インテグリティ・研究セキュリティに関する年度内の行事に1回以上参加した会員大学の割合。',
        'Share of members that took part in at least one meeting on research integrity or security in the year.',
        'percent', 1, 'flow', null, 'up', 'output', 'association', 2050),
    ('J06', '体制整備率', 'Members with rules and screening in force',
        '研究インテグリティの規程と相手先の確認の手続の両方を定めている会員大学の割合。',
        'Share of members that have both rules on research integrity and a procedure for screening partners in force.',
        'percent', 1, 'stock', '03-31', 'up', 'outcome', 'association', 2060),
    ('J07', '海外団体との共同事業', 'Joint initiatives with associations abroad',
        '年度内に海外の大学団体と共同で実施した事業の件数。',
        'Initiatives carried out in the year together with associations of universities abroad.',
        'cases', 0, 'flow', null, 'up', 'output', 'association', 2070),
    ('J08', '政府等との対話', 'Dialogue with government and funders',
        '年度内に政府・資金配分機関へ行った提案のうち、回答のあった件数。',
        'Proposals made to government and funders in the year that were answered.',
        'cases', 0, 'flow', null, 'up', 'outcome', 'association', 2080);
