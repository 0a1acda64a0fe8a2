-- Dashboards: which figures somebody wants to see together, in which order and how.
create schema report;
comment on schema report is '報告(ダッシュボード・報告書) / Reporting: dashboards and reports';

create table report.dashboards (
    id uuid primary key default uuidv7(),
    version int not null default 0,
    kind text not null check (kind in ('executive', 'owner', 'department', 'partner', 'public', 'own')),
    position int not null default 100,
    name_ja text,
    name_en text,
    lead_ja text,
    lead_en text,
    owner_id uuid references access.users on delete cascade,
    shared text not null default 'private' check (shared in ('private', 'everyone', 'role', 'unit')),
    shared_role text,
    shared_unit uuid references access.units,
    narrow text check (narrow in ('unit', 'country', 'region')),
    check (coalesce(name_ja, name_en) is not null),
    check ((shared = 'role') = (shared_role is not null)),
    check ((shared = 'unit') = (shared_unit is not null))
);
comment on table report.dashboards is 'ダッシュボード / Dashboards';
comment on column report.dashboards.version is '更新回数 / Version';
comment on column report.dashboards.kind is '種類 / Kind';
comment on column report.dashboards.position is '並び順 / Order';
comment on column report.dashboards.name_ja is '名称(日本語) / Name in Japanese';
comment on column report.dashboards.name_en is '名称(英語) / Name in English';
comment on column report.dashboards.lead_ja is '説明(日本語) / Description in Japanese';
comment on column report.dashboards.lead_en is '説明(英語) / Description in English';
comment on column report.dashboards.owner_id is '作成者(空欄は大学) / Who made it; the university where empty';
comment on column report.dashboards.shared is '共有の範囲 / Shared with';
comment on column report.dashboards.shared_role is '共有する役割 / Role it is shared with';
comment on column report.dashboards.shared_unit is '共有する部局 / Unit it is shared with';
comment on column report.dashboards.narrow is '絞り込む区分 / What it can be narrowed to';
call kernel.track('report.dashboards');

create table report.dashboard_figures (
    id uuid primary key default uuidv7(),
    dashboard_id uuid not null references report.dashboards on delete cascade,
    position int not null,
    indicator_code text not null references strategy.indicators on update cascade,
    shown text not null check (shown in ('tile', 'years', 'parts', 'map', 'table')),
    dimension text,
    wide boolean not null default false,
    check ((shown in ('parts', 'table')) = (dimension is not null))
);
comment on table report.dashboard_figures is 'ダッシュボードの指標 / Figures of dashboards';
comment on column report.dashboard_figures.dashboard_id is 'ダッシュボード / Dashboard';
comment on column report.dashboard_figures.position is '並び順 / Order';
comment on column report.dashboard_figures.indicator_code is '指標番号 / Indicator';
comment on column report.dashboard_figures.shown is '表し方 / How it is shown';
comment on column report.dashboard_figures.dimension is '内訳の区分 / What it is told apart by';
comment on column report.dashboard_figures.wide is '横幅いっぱい / Full width';
create index on report.dashboard_figures (dashboard_id, position);
create index on report.dashboard_figures (indicator_code);
create index on report.dashboards (owner_id);
create index on report.dashboards (shared_unit);
call kernel.track('report.dashboard_figures');

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'report.read', 'everywhere'),
    ('office', 'report.read', 'everywhere'),
    ('executive', 'report.read', 'everywhere'),
    ('member', 'report.read', 'everywhere'),
    ('administrator', 'report.compose', 'everywhere'),
    ('office', 'report.compose', 'everywhere'),
    ('executive', 'report.compose', 'everywhere'),
    ('member', 'report.compose', 'everywhere'),
    ('administrator', 'report.manage', 'everywhere'),
    ('office', 'report.manage', 'everywhere');

with made as (
    insert into report.dashboards (kind, position, name_ja, name_en, lead_ja, lead_en, shared, narrow) values
        ('executive', 10, '役員向け（5分で見る国際戦略）', 'For executives: five minutes',
         '国際戦略の現在地を、主要な指標と目標の達成状況で示します。', 'Where the international strategy stands: the main figures and their targets.', 'everyone', null),
        ('owner', 20, '取組責任者向け（協定と更新）', 'For action owners: agreements and renewals',
         '協定に関する取組（P1.1、P1.2）の進み具合と、注意を要する協定。', 'How the actions on agreements (P1.1, P1.2) are doing, and what needs attention.', 'everyone', null),
        ('department', 30, '部局別', 'By department',
         '部局を選ぶと、その部局（下位の組織を含む）の数値に絞り込みます。', 'Choose a department to see its figures, those of the units below it included.', 'everyone', 'unit'),
        ('partner', 40, '国・地域別', 'By country or region',
         '国・地域を選ぶと、その国・地域との交流に絞り込みます。', 'Choose a country or region to see the exchange with it.', 'everyone', 'country'),
        ('public', 50, '公開用（国際交流の概要）', 'For the public: international exchange at a glance',
         '公開のための主要な数値。公開すると、その時点の値がログインなしで見られます。', 'The main figures for the public. Publishing shows their values of that moment to everybody.', 'everyone', null)
    returning id, kind
)
insert into report.dashboard_figures (dashboard_id, position, indicator_code, shown, dimension, wide)
select made.id, f.position, f.code, f.shown, f.dimension, f.wide
from made
join (values
    ('executive', 1, 'K61', 'tile', null, false),
    ('executive', 2, 'K01', 'tile', null, false),
    ('executive', 3, 'K62', 'tile', null, false),
    ('executive', 4, 'K63', 'tile', null, false),
    ('executive', 5, 'K03', 'tile', null, false),
    ('executive', 6, 'K08', 'tile', null, false),
    ('executive', 7, 'K04', 'tile', null, false),
    ('executive', 8, 'K39', 'tile', null, false),
    ('executive', 9, 'K61', 'years', null, false),
    ('executive', 10, 'K61', 'parts', 'region', false),
    ('executive', 11, 'K61', 'map', null, true),
    ('owner', 1, 'K01', 'tile', null, false),
    ('owner', 2, 'K02', 'tile', null, false),
    ('owner', 3, 'K03', 'tile', null, false),
    ('owner', 4, 'K04', 'tile', null, false),
    ('owner', 5, 'K66', 'tile', null, false),
    ('owner', 6, 'K67', 'tile', null, false),
    ('owner', 7, 'K68', 'tile', null, false),
    ('owner', 8, 'K69', 'tile', null, false),
    ('owner', 9, 'K66', 'parts', 'unit', true),
    ('department', 1, 'K61', 'tile', null, false),
    ('department', 2, 'K01', 'tile', null, false),
    ('department', 3, 'K02', 'tile', null, false),
    ('department', 4, 'K66', 'tile', null, false),
    ('department', 5, 'K61', 'years', null, false),
    ('department', 6, 'K61', 'parts', 'country', false),
    ('partner', 1, 'K61', 'tile', null, false),
    ('partner', 2, 'K01', 'tile', null, false),
    ('partner', 3, 'K02', 'tile', null, false),
    ('partner', 4, 'K03', 'tile', null, false),
    ('partner', 5, 'K61', 'years', null, false),
    ('partner', 6, 'K61', 'parts', 'unit', false),
    ('public', 1, 'K61', 'tile', null, false),
    ('public', 2, 'K01', 'tile', null, false),
    ('public', 3, 'K62', 'tile', null, false),
    ('public', 4, 'K63', 'tile', null, false),
    ('public', 5, 'K61', 'map', null, true),
    ('public', 6, 'K61', 'parts', 'region', true)
) as f (kind, position, code, shown, dimension, wide) on f.kind = made.kind;
