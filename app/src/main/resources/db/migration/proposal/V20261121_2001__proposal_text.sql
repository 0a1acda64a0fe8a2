-- Clauses of agreements: an edition is never changed, a change makes the next one.
create table proposal.clauses (
    id uuid primary key default uuidv7(),
    code text not null check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    edition int not null,
    newest boolean not null default true,
    in_use boolean not null default true,
    position int not null,
    title_ja text not null,
    title_en text not null,
    text_ja text not null,
    text_en text not null,
    made_at timestamptz not null default now(),
    made_by uuid references access.users,
    unique (code, edition)
);
comment on table proposal.clauses is '協定書の条項の版 / Clauses of agreements, by edition';
create unique index on proposal.clauses (code) where newest;

create table proposal.chosen_clauses (
    proposal_id uuid not null references proposal.proposals,
    position int not null,
    clause_id uuid not null references proposal.clauses,
    primary key (proposal_id, position)
);
comment on table proposal.chosen_clauses is '提案の協定書に入れる条項 / Clauses chosen for the text of a proposal';

create table proposal.drafts (
    proposal_id uuid not null references proposal.proposals,
    template_id uuid not null references document.documents,
    format text not null check (format in ('docx', 'pdf')),
    document_id uuid not null references document.documents,
    primary key (proposal_id, template_id, format)
);
comment on table proposal.drafts is 'ひな形から作成した案文 / Drafts made from templates';

create table proposal.talks (
    id uuid primary key default uuidv7(),
    proposal_id uuid not null references proposal.proposals,
    held_on date not null,
    who text not null,
    what text not null,
    recorded_by uuid references access.users,
    recorded_at timestamptz not null
);
comment on table proposal.talks is '相手機関との協議の記録 / Talks with the partner';
create index on proposal.talks (proposal_id, held_on);

-- Only the hash of the secret is kept. The link shows one document and what was said about it, nothing else.
create table proposal.links (
    id uuid primary key default uuidv7(),
    proposal_id uuid not null references proposal.proposals,
    document_id uuid not null references document.documents,
    recipient text not null,
    hash bytea not null unique,
    made_at timestamptz not null,
    made_by uuid references access.users,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    read_at timestamptz
);
comment on table proposal.links is '相手機関の窓口に案文を示すリンク / Links that show a draft to the partner';
create index on proposal.links (proposal_id);

create table proposal.comments (
    id uuid primary key default uuidv7(),
    link_id uuid not null references proposal.links,
    document_version int not null,
    author text not null,
    body text not null,
    made_at timestamptz not null
);
comment on table proposal.comments is 'リンクを通じて寄せられた意見 / Comments of the partner';
create index on proposal.comments (link_id, made_at);

-- Clauses to begin with, in our own words; the university edits them.
insert into proposal.clauses (code, edition, position, title_ja, title_en, text_ja, text_en) values
    ('purpose', 1, 10, '目的', 'Purpose',
     '{{university_ja}}と{{partner_ja}}は、教育及び研究における相互の協力を進めるため、この協定を結ぶ。',
     '{{university_en}} and {{partner_en}} conclude this agreement to promote their cooperation in education and research.'),
    ('activities', 1, 20, '協力の内容', 'Activities',
     '両機関は、合意に基づき、教職員及び学生の交流、共同研究、学術情報の交換その他の活動を行う。',
     'By mutual consent the two institutions carry out exchanges of staff and students, joint research, exchange of academic information and other activities.'),
    ('student-exchange', 1, 30, '学生交流', 'Student exchange',
     '各機関は、毎年{{places_in}}名までの交換留学生を受け入れ、{{places_out}}名まで派遣する。',
     'Each year {{university_en}} receives up to {{places_in}} exchange students and sends up to {{places_out}}.'),
    ('tuition', 1, 40, '授業料の不徴収', 'Tuition waiver',
     '受入機関は、交換留学生から検定料、入学料及び授業料を徴収しない。学生は所属機関に授業料を納める。',
     'The host institution does not charge exchange students fees for examination, admission or tuition. Students pay tuition to their home institution.'),
    ('credits', 1, 50, '単位の認定', 'Credit transfer',
     '受入機関で修得した単位の認定は、所属機関の規則による。',
     'Credits earned at the host institution are recognised under the rules of the home institution.'),
    ('costs', 1, 60, '経費', 'Costs',
     'この協定は、いずれの機関にも経費又は人員の負担を義務付けない。個々の活動の経費は、その都度合意する。',
     'This agreement does not oblige either institution to bear costs or provide staff. The costs of each activity are agreed case by case.'),
    ('property', 1, 70, '知的財産', 'Intellectual property',
     '共同の活動から生じた知的財産の取扱いは、両機関の規則を尊重し、活動ごとに書面で定める。',
     'Intellectual property arising from joint activities is settled in writing for each activity, respecting the rules of both institutions.'),
    ('term', 1, 80, '有効期間', 'Term',
     'この協定は、双方の代表者の署名がそろった日に発効し、{{years}}年間有効とする。更新は、実績を評価し、双方の合意により行う。',
     'This agreement comes into force on the day on which both representatives have signed it and is valid for {{years}} years. It is renewed by mutual consent after an evaluation of its results.'),
    ('notice', 1, 90, '解約', 'Termination',
     'いずれの機関も、{{notice_months}}か月前までに書面で通知して、この協定を終了することができる。進行中の活動と在籍中の学生は、終了の影響を受けない。',
     'Either institution may end this agreement by written notice of {{notice_months}} months. Activities under way and students already enrolled are not affected.'),
    ('languages', 1, 100, '言語', 'Languages',
     'この協定書は{{languages_ja}}で作成し、いずれも正文とする。',
     'This agreement is made in {{languages_en}}; all texts are equally authentic.');
