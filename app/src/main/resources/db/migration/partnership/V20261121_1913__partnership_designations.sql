-- By which criteria, and by which rule over them, partners are designated. One row an edition; what is in use is never changed.
create table partnership.schemes (
    id uuid primary key default uuidv7(),
    code text not null,
    edition int not null default 1,
    state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
    name_ja text not null,
    name_en text not null,
    note_ja text,
    note_en text,
    rule text not null,
    term_years int check (term_years between 1 and 20),
    review_months int not null default 12 check (review_months between 1 and 60),
    university_ja text,
    university_en text,
    source text,
    source_year int,
    published_on date,
    version int not null default 0,
    unique (code, edition)
);
comment on table partnership.schemes is '戦略的パートナーの指定制度(版ごと) / Designation schemes, one row an edition';
comment on column partnership.schemes.code is 'コード / Code';
comment on column partnership.schemes.edition is '版 / Edition';
comment on column partnership.schemes.state is '状態 / State';
comment on column partnership.schemes.name_ja is '名称(日本語) / Name in Japanese';
comment on column partnership.schemes.name_en is '名称(英語) / Name in English';
comment on column partnership.schemes.note_ja is '説明(日本語) / Note in Japanese';
comment on column partnership.schemes.note_en is '説明(英語) / Note in English';
comment on column partnership.schemes.rule is '基準の充足条件 / Rule over the criteria';
comment on column partnership.schemes.term_years is '指定の期間(年) / Term in years';
comment on column partnership.schemes.review_months is '期間満了の何か月前に再審査するか / Months before the end at which it is reviewed again';
comment on column partnership.schemes.university_ja is '出典の大学(日本語) / University of the source, in Japanese';
comment on column partnership.schemes.university_en is '出典の大学(英語) / University of the source, in English';
comment on column partnership.schemes.source is '出典 / Source';
comment on column partnership.schemes.source_year is '出典の年 / Year of the source';
comment on column partnership.schemes.published_on is '使用開始日 / In use from';
call kernel.track('partnership.schemes');

create table partnership.criteria (
    id uuid primary key default uuidv7(),
    scheme_id uuid not null references partnership.schemes on delete cascade,
    position int not null,
    code text not null check (code ~ '^[a-z][a-z0-9_]{0,19}$'),
    name_ja text not null,
    name_en text not null,
    measure text,
    choices text not null default '',
    years int not null default 5 check (years between 1 and 20),
    of text not null default 'count' check (of in ('count', 'sum')),
    at_least numeric,
    unique (scheme_id, code)
);
comment on table partnership.criteria is '指定の基準 / Criteria of a scheme';
comment on column partnership.criteria.scheme_id is '指定制度 / Scheme';
comment on column partnership.criteria.code is 'コード / Code';
comment on column partnership.criteria.name_ja is '基準(日本語) / Criterion in Japanese';
comment on column partnership.criteria.name_en is '基準(英語) / Criterion in English';
comment on column partnership.criteria.measure is '根拠とする測定項目(空欄は記述による) / Measure that gives evidence; empty: by statement';
comment on column partnership.criteria.choices is '測定項目の条件 / Conditions on the measure';
comment on column partnership.criteria.years is '対象年度数 / Fiscal years looked at';
comment on column partnership.criteria.of is '数え方 / How it is counted';
comment on column partnership.criteria.at_least is '充足とみなす値(空欄は人が判断) / Value from which it is met; empty: people judge';
call kernel.track('partnership.criteria');

-- A partner put forward, and what became of it.
create table partnership.candidacies (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    scheme_id uuid not null references partnership.schemes,
    unit_id uuid references access.units,
    follows_id uuid references partnership.candidacies,
    statement_ja text,
    statement_en text,
    state text not null default 'draft' check (state in ('draft', 'review', 'rejected', 'designated', 'withdrawn', 'ended')),
    created_on date not null,
    decision text,
    designated_on date,
    valid_until date,
    review_on date,
    closed_on date,
    reason_ja text,
    reason_en text,
    version int not null default 0,
    check ((state in ('designated', 'ended')) = (designated_on is not null))
);
comment on table partnership.candidacies is '戦略的パートナーの候補・指定 / Candidacies and designations';
comment on column partnership.candidacies.organization_id is '相手機関 / Partner';
comment on column partnership.candidacies.scheme_id is '指定制度 / Scheme';
comment on column partnership.candidacies.unit_id is '担当部局 / Own unit';
comment on column partnership.candidacies.follows_id is '再審査の対象となる指定 / Designation it would follow';
comment on column partnership.candidacies.statement_ja is '推薦理由(日本語) / Statement in Japanese';
comment on column partnership.candidacies.statement_en is '推薦理由(英語) / Statement in English';
comment on column partnership.candidacies.state is '状態 / State';
comment on column partnership.candidacies.created_on is '起案日 / Put forward on';
comment on column partnership.candidacies.decision is '決定した案件の番号 / Number of the case that decided';
comment on column partnership.candidacies.designated_on is '指定日 / Designated on';
comment on column partnership.candidacies.valid_until is '指定の期限 / Designated until';
comment on column partnership.candidacies.review_on is '再審査の期日 / To be reviewed again by';
comment on column partnership.candidacies.closed_on is '終了日 / Ended on';
comment on column partnership.candidacies.reason_ja is '終了・取下げの理由(日本語) / Reason of the end, in Japanese';
comment on column partnership.candidacies.reason_en is '終了・取下げの理由(英語) / Reason of the end, in English';
call kernel.track('partnership.candidacies');
create index on partnership.candidacies (organization_id);
create index on partnership.candidacies (state, review_on);

-- What people say about a criterion, and what was counted when the candidacy was put to review.
create table partnership.judgements (
    candidacy_id uuid not null references partnership.candidacies on delete cascade,
    criterion_id uuid not null references partnership.criteria,
    id uuid primary key default uuidv7(),
    result text check (result in ('met', 'not_met')),
    statement_ja text,
    statement_en text,
    judged_by uuid references access.users,
    judged_on date,
    value numeric,
    records int,
    counted_on date,
    unique (candidacy_id, criterion_id)
);
comment on table partnership.judgements is '基準ごとの根拠 / Evidence for each criterion';
comment on column partnership.judgements.candidacy_id is '候補 / Candidacy';
comment on column partnership.judgements.criterion_id is '基準 / Criterion';
comment on column partnership.judgements.result is '判断(空欄は未判断) / Judgement; empty: none yet';
comment on column partnership.judgements.statement_ja is '記述(日本語) / Statement in Japanese';
comment on column partnership.judgements.statement_en is '記述(英語) / Statement in English';
comment on column partnership.judgements.judged_by is '判断した人 / Judged by';
comment on column partnership.judgements.judged_on is '判断した日 / Judged on';
comment on column partnership.judgements.value is '審議に付したときの値(空欄は不明) / Value when put to review; empty: unknown';
comment on column partnership.judgements.records is '値の根拠となる記録の数 / Records behind the value';
comment on column partnership.judgements.counted_on is '集計日 / Counted on';
call kernel.track('partnership.judgements');

-- Exchange in sums, one row a sum, with the partners of the agreement: what measures and comparisons count.
create view partnership.exchange_facts as
select a.agreement_id, a.kind, a.direction, a.year, a.term, a.period, a.number, f.organization_ids, f.unit_ids, f.visibility, f.countries,
    f.number as agreement_number, f.partner_ja, f.partner_en
from agreement.activities a
join agreement.register_lines f on f.agreement_id = a.agreement_id;

-- The rule as published by one university, in our own words. It may have changed since.
insert into partnership.schemes (code, state, name_ja, name_en, note_ja, note_en, rule, university_ja, university_en, source, source_year)
values ('tohoku', 'published', '戦略的国際パートナー(東北大学の例)', 'Strategic international partner (as at Tohoku University)',
    '基準(1)から(4)までのうち複数と(5)を満たすときに指定します。「複数」はここでは2以上としています。指定の期間は出典に記載がありません。2019年10月1日の総長裁定によるもので、その後改正されている可能性があります。',
    'Designated when several of criteria 1 to 4 and also criterion 5 are met; "several" is taken as two or more. The source states no term. President''s decision of 1 October 2019; it may have changed since.',
    'at_least(2, c1, c2, c3, c4) and c5', '東北大学', 'Tohoku University', 'bureau.tohoku.ac.jp/kitei/reiki_honbun/u101RG00002695.html', 2019);
insert into partnership.criteria (scheme_id, position, code, name_ja, name_en, measure, years, of, choices)
select s.id, c.position, c.code, c.ja, c.en, c.measure, c.years, c.of, c.choices
from (values
    (1, 'c1', '研究、教育又は社会との連携で国際的に優れた活動をしている', 'Internationally outstanding in research, education or engagement with society', null, 5, 'count', ''),
    (2, 'c2', '学長級の交流がある', 'There is exchange at the level of presidents', 'partnership.visits', 5, 'count', ''),
    (3, 'c3', '相手機関が明確な国際戦略を持つ', 'The partner has a clear international strategy', null, 5, 'count', ''),
    (4, 'c4', '本学との組織的な交流の実績がある', 'There is a record of organised exchange with us', 'partnership.exchange', 5, 'sum', ''),
    (5, 'c5', '本学にとって重要で、今後の発展が見込まれる', 'Important for us, with further development expected', 'agreement.agreements', 1, 'count', 'status=in_force&status=expiring')
) c(position, code, ja, en, measure, years, of, choices)
cross join partnership.schemes s;

update review.processes set kinds = kinds || '{strategic_partner}' where code = 'tohoku-strategic-partner' and example;

insert into access.permissions (role, use_case, reach) values
    ('office', 'partnership.designate', 'everywhere'),
    ('member', 'partnership.designate', 'own_units'),
    ('office', 'partnership.configure', 'everywhere'),
    ('administrator', 'partnership.configure', 'everywhere');
