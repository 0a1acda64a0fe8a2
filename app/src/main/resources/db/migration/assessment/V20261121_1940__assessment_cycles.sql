-- Yearly and mid-term self-assessment of the actions of a plan.
create schema assessment;

create table assessment.cycles (
    id uuid primary key default uuidv7(),
    plan_code text not null references strategy.plans,
    kind text not null check (kind in ('yearly', 'mid_term')),
    year int not null check (year between 1950 and 2200),
    reference_day date not null,
    due_on date not null,
    closed boolean not null default false,
    version int not null default 0,
    unique (plan_code, kind, year)
);
comment on table assessment.cycles is '評価の周期 / Assessment cycles';
comment on column assessment.cycles.plan_code is '計画 / Plan';
comment on column assessment.cycles.kind is '年度・中間の別 / Yearly or mid-term';
comment on column assessment.cycles.year is '評価する年度 / Fiscal year assessed';
comment on column assessment.cycles.reference_day is '数値の基準日 / Day of the figures';
comment on column assessment.cycles.due_on is '提出期限 / To be submitted by';
comment on column assessment.cycles.closed is '終了 / Closed';
call kernel.track('assessment.cycles');

create table assessment.assessments (
    id uuid primary key default uuidv7(),
    cycle_id uuid not null references assessment.cycles,
    action_code text not null references strategy.actions,
    unit_id uuid references access.units,
    owner_id uuid references access.users,
    state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'rejected')),
    grade text check (grade in ('s', 'a', 'b', 'c')),
    narrative_ja text,
    narrative_en text,
    submitted_on date,
    decided_on date,
    version int not null default 0,
    unique (cycle_id, action_code)
);
create index on assessment.assessments (action_code);
create index on assessment.assessments (unit_id);
create index on assessment.assessments (owner_id);
comment on table assessment.assessments is '取組の自己評価 / Self-assessments of actions';
comment on column assessment.assessments.cycle_id is '評価の周期 / Cycle';
comment on column assessment.assessments.action_code is '取組 / Action';
comment on column assessment.assessments.unit_id is '担当部局 / Responsible unit';
comment on column assessment.assessments.owner_id is '責任者 / Owner';
comment on column assessment.assessments.state is '状況 / State';
comment on column assessment.assessments.grade is '達成度 / Grade';
comment on column assessment.assessments.narrative_ja is '評価の説明(日本語) / Narrative in Japanese';
comment on column assessment.assessments.narrative_en is '評価の説明(英語) / Narrative in English';
comment on column assessment.assessments.submitted_on is '提出日 / Submitted on';
comment on column assessment.assessments.decided_on is '決定日 / Decided on';
call kernel.track('assessment.assessments');

-- OECD-DAC criteria, where somebody wants them.
create table assessment.judgements (
    assessment_id uuid not null references assessment.assessments,
    criterion text not null check (criterion in ('relevance', 'coherence', 'effectiveness', 'efficiency', 'impact', 'sustainability')),
    mark int not null check (mark between 1 and 4),
    reason text,
    primary key (assessment_id, criterion)
);
comment on table assessment.judgements is '評価項目ごとの判断(OECD-DAC) / Judgements by criterion (OECD-DAC)';

create table assessment.evidence (
    id uuid primary key default uuidv7(),
    assessment_id uuid not null references assessment.assessments,
    label text not null,
    address text not null check (address ~ '^(https?://|/)'),
    added_by uuid,
    added_at timestamptz not null default now()
);
create index on assessment.evidence (assessment_id);
comment on table assessment.evidence is '根拠資料へのリンク / Links to evidence';

-- What is said beside a number, or beside the assessment as a whole. Nothing said is changed.
create table assessment.remarks (
    id uuid primary key default uuidv7(),
    assessment_id uuid not null references assessment.assessments,
    indicator_code text references strategy.indicators,
    text text not null,
    author_id uuid references access.users,
    said_at timestamptz not null default now()
);
create index on assessment.remarks (assessment_id);
create index on assessment.remarks (author_id);
comment on table assessment.remarks is '数値と評価へのコメント / Comments beside numbers';

create table assessment.promises (
    id uuid primary key default uuidv7(),
    assessment_id uuid not null references assessment.assessments,
    title_ja text,
    title_en text,
    owner_id uuid references access.users,
    due_on date not null,
    done_on date,
    outcome text,
    version int not null default 0,
    check (title_ja is not null or title_en is not null)
);
create index on assessment.promises (assessment_id);
create index on assessment.promises (owner_id);
comment on table assessment.promises is '改善措置 / Corrective actions';
comment on column assessment.promises.assessment_id is '自己評価 / Assessment';
comment on column assessment.promises.title_ja is '内容(日本語) / What, in Japanese';
comment on column assessment.promises.title_en is '内容(英語) / What, in English';
comment on column assessment.promises.owner_id is '責任者 / Owner';
comment on column assessment.promises.due_on is '期限 / Due on';
comment on column assessment.promises.done_on is '完了日 / Done on';
comment on column assessment.promises.outcome is '結果 / What came of it';
call kernel.track('assessment.promises');

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'assessment.read', 'everywhere'),
    ('office', 'assessment.read', 'everywhere'),
    ('executive', 'assessment.read', 'everywhere'),
    ('member', 'assessment.read', 'everywhere'),
    ('administrator', 'assessment.write', 'everywhere'),
    ('office', 'assessment.write', 'everywhere'),
    ('member', 'assessment.write', 'own_units'),
    ('administrator', 'assessment.manage', 'everywhere'),
    ('office', 'assessment.manage', 'everywhere');

-- An example to copy: unit, office, committee, board.
insert into review.processes (code, name_ja, name_en, kinds, applies, example, note_ja, note_en) values
    ('self-assessment', '取組の自己評価', 'Self-assessment of actions', '{assessment}', '', true,
     '部局から国際担当課、国際交流委員会を経て役員会が決定する例です。部局の担当がない取組では部局長の段階を省きます。',
     'From the unit over the international office and the committee to the board, which decides. Without a responsible unit the step of its head is left out.');
insert into review.steps (process_id, code, stage, position, kind, name_ja, name_en, body_id, condition)
select p.id, s.code, s.stage, 1, s.kind, s.ja, s.en, b.id, s.condition
from (values
    ('unit', 1, 'consult', '部局長の確認', 'Head of the unit', 'unit_head', 'units >= 1'),
    ('office', 2, 'consult', '国際担当課の点検', 'International office checks', 'international_office', ''),
    ('committee', 3, 'consult', '国際交流委員会の審議', 'International committee', 'international_committee', ''),
    ('board', 4, 'decide', '役員会の決定', 'The board decides', 'board', '')
) as s (code, stage, kind, ja, en, body, condition)
join review.processes p on p.code = 'self-assessment' and p.example
join review.bodies b on b.code = s.body;
