create schema strategy;

-- A plan (戦略・計画) with its parts and actions. Codes are permanent: P1.1 keeps its meaning for ever.
create table strategy.plans (
    code text primary key,
    name_ja text not null,
    name_en text not null,
    position int not null
);
comment on table strategy.plans is '戦略・計画 / Strategies and plans';
comment on column strategy.plans.code is 'コード / Code';
comment on column strategy.plans.name_ja is '名称(日本語) / Name in Japanese';
comment on column strategy.plans.name_en is '名称(英語) / Name in English';
comment on column strategy.plans.position is '表示順 / Order';

create table strategy.parts (
    code text primary key,
    plan_code text not null references strategy.plans,
    kind text not null check (kind in ('process', 'target')),
    name_ja text not null,
    name_en text not null,
    aim_ja text not null,
    aim_en text not null,
    position int not null
);
comment on table strategy.parts is 'プロセスと目標 / Processes and targets';
comment on column strategy.parts.code is 'コード / Code';
comment on column strategy.parts.plan_code is '戦略・計画 / Plan';
comment on column strategy.parts.kind is 'プロセス・目標の別 / Process or target';
comment on column strategy.parts.name_ja is '名称(日本語) / Name in Japanese';
comment on column strategy.parts.name_en is '名称(英語) / Name in English';
comment on column strategy.parts.aim_ja is 'ねらい(日本語) / Aim in Japanese';
comment on column strategy.parts.aim_en is 'ねらい(英語) / Aim in English';
comment on column strategy.parts.position is '表示順 / Order';

create table strategy.actions (
    code text primary key,
    part_code text not null references strategy.parts,
    title_ja text not null,
    title_en text not null,
    position int not null
);
comment on table strategy.actions is '取組 / Actions';
comment on column strategy.actions.code is 'コード / Code';
comment on column strategy.actions.part_code is 'プロセス・目標 / Process or target';
comment on column strategy.actions.title_ja is '題名(日本語) / Title in Japanese';
comment on column strategy.actions.title_en is '題名(英語) / Title in English';
comment on column strategy.actions.position is '表示順 / Order';

-- An indicator is data: what is counted, of which facts, and how it is to be read. The filters are written as in the address of
-- the list of the facts, so that the records of a figure are exactly the list with the same filter.
create table strategy.indicators (
    code text primary key check (code ~ '^[A-Z][0-9]{2,3}$'),
    name_ja text not null,
    name_en text not null,
    definition_ja text not null,
    definition_en text not null,
    unit text not null,
    decimals int not null default 0 check (decimals between 0 and 4),
    period text not null check (period in ('stock', 'flow', 'calendar_year')),
    reference_day text check (reference_day ~ '^[01][0-9]-[0-3][0-9]$'),
    direction text not null check (direction in ('up', 'down', 'neither')),
    level text not null check (level in ('input', 'activity', 'output', 'outcome', 'impact')),
    source text not null,
    formula text check (formula in ('count', 'distinct', 'share', 'concentration')),
    fact text check (fact in ('agreement')),
    filter text,
    of_all text,
    dimension text,
    doubt text,
    position int not null,
    check ((formula is null) = (fact is null)),
    check ((formula is null) = (filter is null)),
    check ((formula = 'share') = (of_all is not null)),
    check ((formula in ('distinct', 'concentration')) = (dimension is not null)),
    check (period = 'flow' or formula is null or reference_day is not null)
);
comment on table strategy.indicators is '指標 / Indicators';
comment on column strategy.indicators.code is '指標番号 / Code';
comment on column strategy.indicators.name_ja is '指標名(日本語) / Name in Japanese';
comment on column strategy.indicators.name_en is '指標名(英語) / Name in English';
comment on column strategy.indicators.definition_ja is '定義(日本語) / Definition in Japanese';
comment on column strategy.indicators.definition_en is '定義(英語) / Definition in English';
comment on column strategy.indicators.unit is '単位 / Unit';
comment on column strategy.indicators.decimals is '小数点以下の桁数 / Decimals';
comment on column strategy.indicators.period is '時点・期間の別 / Stock on a day, flow of a fiscal year, or of a calendar year';
comment on column strategy.indicators.reference_day is '基準日(月-日) / Reference day (month-day)';
comment on column strategy.indicators.direction is '望ましい方向 / Better when higher, lower, or neither';
comment on column strategy.indicators.level is '成果の段階 / Place in the chain of results';
comment on column strategy.indicators.source is 'データの出所 / Where the data comes from';
comment on column strategy.indicators.formula is '計算方法(空欄は未計測) / Formula, none while nothing measures it';
comment on column strategy.indicators.fact is '数える対象 / Facts counted';
comment on column strategy.indicators.filter is '条件 / Filter';
comment on column strategy.indicators.of_all is '分母の条件 / Filter of the denominator';
comment on column strategy.indicators.dimension is '区分 / Dimension';
comment on column strategy.indicators.doubt is '不明なものの条件 / Filter of what is unknown and not counted';
comment on column strategy.indicators.position is '表示順 / Order';

create table strategy.indicator_actions (
    indicator_code text not null references strategy.indicators,
    action_code text not null references strategy.actions,
    primary key (indicator_code, action_code)
);
comment on table strategy.indicator_actions is '指標が測る取組 / Actions an indicator serves';
comment on column strategy.indicator_actions.indicator_code is '指標番号 / Indicator';
comment on column strategy.indicator_actions.action_code is '取組 / Action';
create index on strategy.indicator_actions (action_code);

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'strategy.read', 'everywhere'),
    ('office', 'strategy.read', 'everywhere'),
    ('executive', 'strategy.read', 'everywhere'),
    ('member', 'strategy.read', 'everywhere');

insert into strategy.plans (code, name_ja, name_en, position) values
    ('INT', '国際戦略', 'International Strategy', 1);

insert into strategy.parts (code, plan_code, kind, name_ja, name_en, aim_ja, aim_en, position) values
    ('P1', 'INT', 'process', '国際連携の深化', 'Deeper international collaboration',
        '学外の多様なパートナーと知を積み重ね、連携を自律的かつ戦略的に進める。',
        'Build knowledge with many kinds of partners, and steer collaboration on purpose.', 1),
    ('P2', 'INT', 'process', '包括的な国際化', 'Comprehensive internationalization',
        '世界に開かれた、多様な人材と資源が集まる大学になる。',
        'Be an open university where people, resources and networks of the world meet.', 2),
    ('T1', 'INT', 'target', 'グローバルな視野を育む教育', 'Education with a global perspective',
        '国内外から意欲ある学生と教員を迎え、変化の時代を導く人材を育てる。',
        'Attract talented students and teachers, and educate leaders for an age of change.', 3),
    ('T2', 'INT', 'target', '最先端の研究', 'Research at the frontier',
        '先端研究によって知を創出し、新しい学問領域を切り拓く。',
        'Create knowledge at the frontier and open new fields.', 4),
    ('T3', 'INT', 'target', '国境を越える産学連携', 'University and industry across borders',
        '国際的な拠点とネットワークを生かし、企業との共創を世界に広げる。',
        'Work with companies worldwide through campuses and networks of innovation.', 5),
    ('T4', 'INT', 'target', '世界的な社会課題の解決', 'Challenges of the world''s societies',
        '社会との共創を通じて、地球規模の課題の解決を先導する。',
        'Lead in solving global challenges together with communities.', 6);

insert into strategy.actions (code, part_code, title_ja, title_en, position) values
    ('P1.1', 'P1', '学術交流協定の明確な指針', 'Clear guidelines for academic exchange agreements', 1),
    ('P1.2', 'P1', '互恵的な海外大学との戦略的パートナーシップ', 'Strategic partnerships of mutual benefit with universities abroad', 2),
    ('P1.3', 'P1', '統合データベースに基づくモニタリングと評価', 'Monitoring and assessment on one integrated database', 3),
    ('P1.4', 'P1', '海外拠点の活用と大学間コンソーシアムへの参画', 'Overseas bases and inter-university consortia', 4),
    ('P1.5', 'P1', '国・地域の特性に応じた交流', 'Exchange suited to each region and country', 5),
    ('P1.6', 'P1', '海外同窓会等を通じたネットワークの拡充', 'Networks through alumni associations abroad', 6),
    ('P1.7', 'P1', '国際広報による存在感の向上', 'International communications and presence', 7),
    ('P2.1', 'P2', '差別がなく、誰もが力を発揮できる環境', 'No discrimination, and room for every talent', 1),
    ('P2.2', 'P2', '全員で取り組む国際化', 'Internationalization as everybody''s work', 2),
    ('P2.3', 'P2', '日英両言語で参画できる大学運営', 'A complete Japanese-English bilingual system', 3),
    ('P2.4', 'P2', '国際競争力のある処遇と職場環境', 'Internationally competitive pay and workplace', 4),
    ('P2.5', 'P2', '組織・委員会の再編と意思決定の迅速化', 'Better departments and committees, faster decisions', 5),
    ('T1.1', 'T1', '英語で学位を取得できる課程と優秀な留学生の受入れ', 'Excellent international students and degree courses in English', 1),
    ('T1.2', 'T1', '世界で活躍する人材を育てる学士課程への改革', 'Undergraduate education that forms global leaders', 2),
    ('T1.3', 'T1', '国際共同大学院プログラムの充実', 'International joint graduate programmes', 3),
    ('T1.4', 'T1', 'すべての学生に開かれた国際共修', 'International co-learning for all students', 4),
    ('T1.5', 'T1', '留学・国際的なキャリア・語学力の支援', 'Support for study abroad, international careers and languages', 5),
    ('T1.6', 'T1', '国際混住型学生寮の活用', 'Mixed student residences', 6),
    ('T2.1', 'T2', '中核となる研究拠点群の発展', 'Development of the core research clusters', 1),
    ('T2.2', 'T2', '海外パートナーと築く国際研究クラスター', 'International research clusters with partners abroad', 2),
    ('T2.3', 'T2', 'ジョイントラボとクロスアポイントメント', 'Joint laboratories and cross appointments', 3),
    ('T2.4', 'T2', '開かれた研究環境、研究者交流と国際共同研究', 'An open research environment, exchange of researchers, joint research', 4),
    ('T2.5', 'T2', '研究動向データに基づく戦略的な国際共同研究', 'Strategic joint research guided by data on research trends', 5),
    ('T3.1', 'T3', 'グローバル企業とのビジョン共創', 'Co-creation of visions with global enterprises', 1),
    ('T3.2', 'T3', '企業・大学・企業(B-U-B)モデルの国際展開', 'The business-university-business model worldwide', 2),
    ('T3.3', 'T3', '国際イノベーション拠点と次世代放射光施設の活用', 'A global innovation campus and the next-generation synchrotron', 3),
    ('T3.4', 'T3', '世界で競争できる起業家の育成', 'Entrepreneurs who can compete worldwide', 4),
    ('T3.5', 'T3', '知的財産・国際契約・安全保障輸出管理の体制', 'Intellectual property, international contracts and export control', 5),
    ('T4.1', 'T4', '仙台防災枠組への貢献と災害統計の収集・公開', 'The Sendai Framework and worldwide disaster statistics', 1),
    ('T4.2', 'T4', '国際共同研究による持続可能な開発目標(SDGs)への貢献', 'Sustainable Development Goals through joint research', 2),
    ('T4.3', 'T4', '少子高齢化など日本が先に直面する課題の地域との共同研究', 'Challenges Japan meets first, studied with local communities', 3);
