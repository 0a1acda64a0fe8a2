-- Meetings of committees: agenda, attendance, decisions, minutes, corrective actions.
create table review.meetings (
    id uuid primary key default uuidv7(),
    body_id uuid not null references review.bodies,
    number text not null unique,
    held_on date not null,
    starts time,
    place_ja text,
    place_en text,
    online text,
    minutes_ja text,
    minutes_en text,
    state text not null default 'planned' check (state in ('planned', 'held', 'closed')),
    approved_on date,
    approved_by uuid references access.users,
    version int not null default 0
);
comment on table review.meetings is '会議 / Meetings';
comment on column review.meetings.body_id is '会議体 / Committee';
comment on column review.meetings.number is '番号 / Number';
comment on column review.meetings.held_on is '開催日 / Date';
comment on column review.meetings.starts is '開始時刻 / Begins at';
comment on column review.meetings.place_ja is '場所(日本語) / Place in Japanese';
comment on column review.meetings.place_en is '場所(英語) / Place in English';
comment on column review.meetings.online is 'オンライン参加先 / Address to join online';
comment on column review.meetings.minutes_ja is '議事録(日本語) / Minutes in Japanese';
comment on column review.meetings.minutes_en is '議事録(英語) / Minutes in English';
comment on column review.meetings.state is '状態 / State';
comment on column review.meetings.approved_on is '議事録の承認日 / Minutes approved on';
comment on column review.meetings.approved_by is '議事録の承認者 / Minutes approved by';
call kernel.track('review.meetings');
create index on review.meetings (body_id, held_on desc);

create table review.attendance (
    meeting_id uuid not null references review.meetings,
    user_id uuid not null references access.users,
    primary key (meeting_id, user_id)
);
comment on table review.attendance is '出席者 / Who was there';

create table review.agenda_items (
    id uuid primary key default uuidv7(),
    meeting_id uuid not null references review.meetings,
    position int not null,
    case_id uuid references review.cases,
    step_id uuid references review.steps,
    title_ja text,
    title_en text,
    papers text not null default '',
    result text,
    number text unique,
    votes_for int check (votes_for >= 0),
    votes_against int check (votes_against >= 0),
    abstained int check (abstained >= 0),
    consensus boolean not null default false,
    decision_ja text,
    decision_en text,
    version int not null default 0
);
comment on table review.agenda_items is '議題と決定 / Agenda items and what was decided';
comment on column review.agenda_items.meeting_id is '会議 / Meeting';
comment on column review.agenda_items.case_id is '案件 / Case';
comment on column review.agenda_items.step_id is '段階 / Step';
comment on column review.agenda_items.title_ja is '議題(日本語) / Title in Japanese';
comment on column review.agenda_items.title_en is '議題(英語) / Title in English';
comment on column review.agenda_items.papers is '資料の所在 / Where the papers are';
comment on column review.agenda_items.result is '結果 / Result';
comment on column review.agenda_items.number is '決定番号 / Number of the decision';
comment on column review.agenda_items.votes_for is '賛成 / In favour';
comment on column review.agenda_items.votes_against is '反対 / Against';
comment on column review.agenda_items.abstained is '棄権 / Abstained';
comment on column review.agenda_items.consensus is '全会一致 / By consensus';
comment on column review.agenda_items.decision_ja is '決定内容(日本語) / Decision in Japanese';
comment on column review.agenda_items.decision_en is '決定内容(英語) / Decision in English';
call kernel.track('review.agenda_items');
create index on review.agenda_items (meeting_id);
create index on review.agenda_items (case_id);

create table review.conflicts (
    item_id uuid not null references review.agenda_items on delete cascade,
    user_id uuid not null references access.users,
    primary key (item_id, user_id)
);
comment on table review.conflicts is '利益相反の申告 / Conflicts of interest declared';

create table review.actions (
    id uuid primary key default uuidv7(),
    number text not null unique,
    meeting_id uuid not null references review.meetings,
    title_ja text,
    title_en text,
    owner uuid not null references access.users,
    due_on date not null,
    done_on date,
    note text,
    version int not null default 0
);
comment on table review.actions is '改善措置 / Corrective actions';
comment on column review.actions.number is '番号 / Number';
comment on column review.actions.meeting_id is '会議 / Meeting';
comment on column review.actions.title_ja is '内容(日本語) / What to do, in Japanese';
comment on column review.actions.title_en is '内容(英語) / What to do, in English';
comment on column review.actions.owner is '担当者 / Owner';
comment on column review.actions.due_on is '期限 / Due on';
comment on column review.actions.done_on is '完了日 / Done on';
comment on column review.actions.note is '結果 / Outcome';
call kernel.track('review.actions');
create index on review.actions (owner) where done_on is null;
