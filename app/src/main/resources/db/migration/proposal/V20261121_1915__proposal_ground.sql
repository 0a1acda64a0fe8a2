create schema proposal;

-- A proposal is a record of its own. It becomes an agreement when both sides have signed, or ends refused or withdrawn, and is kept.
create table proposal.proposals (
    id uuid primary key default uuidv7(),
    number text not null unique,
    state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'signed', 'refused', 'withdrawn')),
    partner_id uuid references organization.organizations,
    partner_unit text,
    partner_level text not null default 'unknown' check (partner_level in ('doctoral', 'master', 'bachelor', 'no_degree', 'unknown')),
    partner_contact text,
    level text not null default 'unknown' check (level in ('university', 'department', 'unknown')),
    kinds text[] not null default '{}',
    purposes text[] not null default '{}',
    title_ja text,
    title_en text,
    reason_ja text,
    reason_en text,
    unit_ids uuid[] not null default '{}',
    responsible text,
    caretaker text,
    term text not null default 'unknown' check (term in ('years', 'until', 'endless', 'unknown')),
    years int check (years between 1 and 99),
    start_on date,
    end_on date,
    renewal text not null default 'unknown' check (renewal in ('automatic', 'by_evaluation', 'new_signature', 'none', 'unknown')),
    notice_months int check (notice_months between 0 and 60),
    languages text[] not null default '{}',
    binding_language text,
    places_in int check (places_in between 0 and 9999),
    places_out int check (places_out between 0 and 9999),
    expected_in int check (expected_in between 0 and 9999),
    expected_out int check (expected_out between 0 and 9999),
    expectation text,
    burden text not null default 'unknown' check (burden in ('yes', 'no', 'unknown')),
    burden_note text,
    students_travel text not null default 'unknown' check (students_travel in ('yes', 'no', 'unknown')),
    safety_visit_on date,
    safety_note text,
    replaces uuid references agreement.agreements on delete set null,
    beside_reason text,
    related uuid references proposal.proposals,
    agreement_id uuid references agreement.agreements on delete set null,
    guideline_id uuid,
    end_reason text,
    created_by uuid references access.users,
    created_at timestamptz not null,
    state_since timestamptz not null,
    submitted_at timestamptz,
    approved_at timestamptz,
    effective_on date,
    papers_handed boolean not null default false,
    version int not null default 0
);
comment on table proposal.proposals is '協定締結の提案 / Proposals of agreements';
comment on column proposal.proposals.number is '提案番号 / Proposal number';
comment on column proposal.proposals.state is '状態 / State';
comment on column proposal.proposals.partner_id is '相手機関 / Partner';
comment on column proposal.proposals.partner_unit is '相手機関の部局 / Faculty of the partner';
comment on column proposal.proposals.partner_level is '相手機関の授与する最高の学位 / Highest degree the partner awards';
comment on column proposal.proposals.partner_contact is '相手機関の窓口 / Contact at the partner';
comment on column proposal.proposals.level is '大学間・部局間の別 / Level';
comment on column proposal.proposals.kinds is '種別 / Kinds';
comment on column proposal.proposals.purposes is '目的 / Purposes';
comment on column proposal.proposals.title_ja is '名称(日本語) / Title, in Japanese';
comment on column proposal.proposals.title_en is '名称(英語) / Title, in English';
comment on column proposal.proposals.reason_ja is '理由と計画(日本語) / Reason and plan, in Japanese';
comment on column proposal.proposals.reason_en is '理由と計画(英語) / Reason and plan, in English';
comment on column proposal.proposals.unit_ids is '部局(最初が責任部局) / Own units, the responsible one first';
comment on column proposal.proposals.responsible is '責任者 / Responsible person';
comment on column proposal.proposals.caretaker is '世話人 / Caretaker';
comment on column proposal.proposals.term is '有効期間の定め方 / How the term is stated';
comment on column proposal.proposals.years is '有効期間(年) / Years of the term';
comment on column proposal.proposals.start_on is '開始希望日 / Wished first day';
comment on column proposal.proposals.end_on is '終了日 / Last day';
comment on column proposal.proposals.renewal is '更新の方法 / How it is renewed';
comment on column proposal.proposals.notice_months is '解約の予告(月) / Notice, in months';
comment on column proposal.proposals.languages is '協定書の言語 / Languages of the text';
comment on column proposal.proposals.binding_language is '正文の言語 / Binding language';
comment on column proposal.proposals.places_in is '受入れ人数枠(年) / Places in, a year';
comment on column proposal.proposals.places_out is '派遣人数枠(年) / Places out, a year';
comment on column proposal.proposals.expected_in is '受入れ見込み(年) / Expected in, a year';
comment on column proposal.proposals.expected_out is '派遣見込み(年) / Expected out, a year';
comment on column proposal.proposals.expectation is '見込まれる交流 / Expected exchange';
comment on column proposal.proposals.burden is '経費・人員の負担 / Burden of money or staff';
comment on column proposal.proposals.burden_note is '負担の内容 / What the burden is';
comment on column proposal.proposals.students_travel is '学生の渡航 / Do students travel';
comment on column proposal.proposals.safety_visit_on is '安全確認のための現地訪問日 / Day of the safety visit';
comment on column proposal.proposals.safety_note is '安全確認の結果 / What the safety visit found';
comment on column proposal.proposals.replaces is '置き換える協定 / Agreement it replaces';
comment on column proposal.proposals.beside_reason is '既存の協定と並べて結ぶ理由 / Why beside what there is';
comment on column proposal.proposals.related is '関係する提案 / Related proposal';
comment on column proposal.proposals.agreement_id is '成立した協定 / Agreement it became';
comment on column proposal.proposals.guideline_id is '適用された指針 / Guideline applied';
comment on column proposal.proposals.end_reason is '取下げの理由 / Reason of withdrawal';
comment on column proposal.proposals.state_since is '現在の状態になった日時 / In this state since';
comment on column proposal.proposals.submitted_at is '提出日時 / Submitted at';
comment on column proposal.proposals.approved_at is '承認日時 / Approved at';
comment on column proposal.proposals.effective_on is '発効日 / Effective on';
comment on column proposal.proposals.papers_handed is '署名文書を協定へ引き継いだか / Signed papers handed to the agreement';
call kernel.track('proposal.proposals');
create index on proposal.proposals (partner_id);
create index on proposal.proposals (state, state_since);
create index on proposal.proposals (agreement_id);

create table proposal.numbers (
    year int primary key,
    last int not null
);
comment on table proposal.numbers is '提案番号の採番 / Last proposal number of each year';

-- Guidelines as editions; one edition is in force at a time, none unless the university publishes one.
create table proposal.guidelines (
    id uuid primary key default uuidv7(),
    edition int not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
    example boolean not null default false,
    title_ja text not null,
    title_en text not null,
    preamble_ja text,
    preamble_en text,
    published_on date,
    version int not null default 0
);
comment on table proposal.guidelines is '協定の指針 / Guidelines on agreements';
comment on column proposal.guidelines.edition is '版 / Edition';
comment on column proposal.guidelines.state is '状態 / State';
comment on column proposal.guidelines.example is '例示 / Example';
comment on column proposal.guidelines.title_ja is '名称(日本語) / Title, in Japanese';
comment on column proposal.guidelines.title_en is '名称(英語) / Title, in English';
comment on column proposal.guidelines.preamble_ja is '前文(日本語) / Preamble, in Japanese';
comment on column proposal.guidelines.preamble_en is '前文(英語) / Preamble, in English';
comment on column proposal.guidelines.published_on is '施行日 / In force from';
call kernel.track('proposal.guidelines');
create unique index on proposal.guidelines ((true)) where state = 'published';
alter table proposal.proposals add foreign key (guideline_id) references proposal.guidelines;

create table proposal.paragraphs (
    id uuid primary key default uuidv7(),
    guideline_id uuid not null references proposal.guidelines on delete cascade,
    position int not null,
    label_ja text not null,
    label_en text not null,
    text_ja text not null,
    text_en text not null,
    rule text,
    parameter text not null default '',
    mandatory boolean not null default false,
    unique (guideline_id, position) deferrable initially deferred
);
comment on table proposal.paragraphs is '指針の条項 / Paragraphs of guidelines';
comment on column proposal.paragraphs.guideline_id is '指針 / Guideline';
comment on column proposal.paragraphs.label_ja is '見出し(日本語) / Label, in Japanese';
comment on column proposal.paragraphs.label_en is '見出し(英語) / Label, in English';
comment on column proposal.paragraphs.text_ja is '本文(日本語) / Text, in Japanese';
comment on column proposal.paragraphs.text_en is '本文(英語) / Text, in English';
comment on column proposal.paragraphs.rule is '確認項目 / Check';
comment on column proposal.paragraphs.parameter is '確認項目の値 / Parameter of the check';
comment on column proposal.paragraphs.mandatory is '必須 / Mandatory';
call kernel.track('proposal.paragraphs');

create table proposal.waivers (
    proposal_id uuid not null references proposal.proposals,
    paragraph_id uuid not null references proposal.paragraphs,
    reason text not null,
    waived_by uuid references access.users,
    waived_at timestamptz not null,
    primary key (proposal_id, paragraph_id)
);
comment on table proposal.waivers is '条項の適用除外 / Paragraphs waived for a proposal';

create table proposal.signings (
    id uuid primary key default uuidv7(),
    proposal_id uuid not null references proposal.proposals,
    side text not null check (side in ('home', 'partner')),
    position int not null,
    role text,
    who text,
    place text,
    ceremony text,
    signed_on date
);
comment on table proposal.signings is '署名の予定と記録 / Signatures planned and given';
comment on column proposal.signings.proposal_id is '提案 / Proposal';
comment on column proposal.signings.side is '本学・相手機関の別 / Which side';
comment on column proposal.signings.role is '職名 / Post';
comment on column proposal.signings.who is '氏名 / Name';
comment on column proposal.signings.place is '署名地 / Place';
comment on column proposal.signings.ceremony is '署名式 / Ceremony';
comment on column proposal.signings.signed_on is '署名日 / Day of signature';
call kernel.track('proposal.signings');
create index on proposal.signings (proposal_id, position);

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'proposal.read', 'everywhere'),
    ('office', 'proposal.read', 'everywhere'),
    ('member', 'proposal.read', 'everywhere'),
    ('executive', 'proposal.read', 'everywhere'),
    ('office', 'proposal.edit', 'everywhere'),
    ('member', 'proposal.edit', 'own_units'),
    ('office', 'proposal.waive', 'everywhere'),
    ('executive', 'proposal.waive', 'everywhere'),
    ('office', 'proposal.configure', 'everywhere'),
    ('administrator', 'proposal.configure', 'everywhere');

-- The shipped examples of other universities are for proposals too.
update review.processes set kinds = array_append(kinds, 'proposal') where example and 'agreement' = any (kinds);

-- An example to copy and edit; never in force by itself.
insert into proposal.guidelines (edition, example, title_ja, title_en, preamble_ja, preamble_en) values
    (0, true, '国際交流協定の締結に関する指針(例)', 'Guideline on concluding international agreements (example)',
     'この指針は例示です。複製し、大学の方針に合わせて書き換えてから公開してください。',
     'This guideline is an example. Copy it, adapt it to the policy of your university, then publish it.');
insert into proposal.paragraphs (guideline_id, position, label_ja, label_en, text_ja, text_en, rule, parameter, mandatory)
select g.id, p.* from proposal.guidelines g, (values
    (1, '第1条', 'Article 1', '協定は、共同研究、学生・教職員の交流、国際貢献、地域との連携その他総長が必要と認める目的のために結ぶ。',
     'An agreement serves joint research, exchange of students and staff, international contribution, regional cooperation, or another purpose the President finds necessary.', 'purpose', '', true),
    (2, '第2条', 'Article 2', '協定は大学間又は部局間で結ぶ。大学間協定には、二以上の部局が参加する。',
     'An agreement is made at university or department level. Two or more units take part in one at university level.', 'units', '2', true),
    (3, '第3条', 'Article 3', '相手機関は、学位を授与する高等教育機関又は研究機関とする。',
     'The partner is an institution of higher education that awards degrees, or a research institute.', 'partner_level', 'doctoral, master, bachelor, no_degree', true),
    (4, '第4条', 'Article 4', '有効期間は明記し、5年を超えない。更新は、実績と計画を評価して行う。',
     'The term is stated and is not longer than five years. Renewal follows an evaluation of results and plans.', 'term', '5', true),
    (5, '第5条', 'Article 5', '協定には、経費又は人員の負担を義務付ける条文を置かない。',
     'The text does not oblige the university to bear costs or provide staff.', 'burden', '', true),
    (6, '第6条', 'Article 6', '学生を派遣する場合は、職員が現地を訪問し、安全を確認する。',
     'Where students are sent, staff visit the site and make sure that it is safe.', 'safety', '', true),
    (7, '第7条', 'Article 7', '署名までに、相手機関の事前確認(デューデリジェンス)を終える。',
     'Due diligence of the partner is completed before signature.', 'diligence', '', true),
    (8, '第8条', 'Article 8', '協定書は英語で、又は日本語と相手国の言語で作成する。',
     'The text is written in English, or in Japanese and the language of the partner.', 'languages', 'en', false),
    (9, '第9条', 'Article 9', '責任部局に責任者を置き、交流の窓口とする。',
     'The responsible unit names a responsible person as the contact for the exchange.', 'responsible', '', true),
    (10, '第10条', 'Article 10', '協定は、交流の実績又は具体的な計画があるときに結び、一回限りの交流や個人的な交流のためには結ばない。',
     'An agreement rests on a record of exchange or a concrete plan; it is not made for a single event or personal contacts.', 'record', '', false)
) p (position, label_ja, label_en, text_ja, text_en, rule, parameter, mandatory)
where g.example;
