alter table partnership.visits add column talking_ja text;
alter table partnership.visits add column talking_en text;
comment on column partnership.visits.talking_ja is '発言の要点(日本語) / Talking points, in Japanese';
comment on column partnership.visits.talking_en is '発言の要点(英語) / Talking points, in English';

call kernel.track('partnership.visits');

-- What happens when during a visit.
create table partnership.programme_items (
    id uuid primary key default uuidv7(),
    visit_id uuid not null references partnership.visits on delete cascade,
    on_day date not null,
    from_time time,
    until_time time,
    what_ja text,
    what_en text,
    place text,
    people text,
    check (coalesce(what_ja, what_en) is not null),
    check (until_time > from_time)
);
comment on table partnership.programme_items is '訪問・来訪の日程 / Programme of a visit';
comment on column partnership.programme_items.visit_id is '訪問 / Visit';
comment on column partnership.programme_items.on_day is '日 / Day';
comment on column partnership.programme_items.from_time is '開始 / From';
comment on column partnership.programme_items.until_time is '終了 / Until';
comment on column partnership.programme_items.what_ja is '内容(日本語) / What, in Japanese';
comment on column partnership.programme_items.what_en is '内容(英語) / What, in English';
comment on column partnership.programme_items.place is '場所 / Place';
comment on column partnership.programme_items.people is '出席者 / Who is there';
call kernel.track('partnership.programme_items');
create index on partnership.programme_items (visit_id, on_day, from_time);

-- Gifts given and received, with their value and their number in the register of gifts.
create table partnership.gifts (
    id uuid primary key default uuidv7(),
    visit_id uuid not null references partnership.visits on delete cascade,
    direction text not null check (direction in ('given', 'received')),
    what text not null,
    value_yen int check (value_yen >= 0),
    registration text
);
comment on table partnership.gifts is '記念品 / Gifts';
comment on column partnership.gifts.visit_id is '訪問 / Visit';
comment on column partnership.gifts.direction is '贈呈・受領の別 / Given or received';
comment on column partnership.gifts.what is '品名 / What';
comment on column partnership.gifts.value_yen is '価額(円、見込みを含む) / Value in yen, also estimated';
comment on column partnership.gifts.registration is '登録番号 / Number in the register';
call kernel.track('partnership.gifts');
create index on partnership.gifts (visit_id);
