create schema partnership;

-- Delegations that came and delegations that went.
create table partnership.visits (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    direction text not null check (direction in ('inbound', 'outbound')),
    unit_id uuid references access.units,
    from_day date not null,
    until_day date not null,
    purpose_ja text,
    purpose_en text,
    guests text,
    hosts text,
    programme_ja text,
    programme_en text,
    gifts text,
    minutes_ja text,
    minutes_en text,
    version int not null default 0,
    check (until_day >= from_day)
);
comment on table partnership.visits is '訪問・来訪の記録 / Visits';
comment on column partnership.visits.organization_id is '相手機関 / Partner';
comment on column partnership.visits.direction is '来訪・訪問の別 / They came or we went';
comment on column partnership.visits.unit_id is '担当部局 / Own unit';
comment on column partnership.visits.from_day is '開始日 / From';
comment on column partnership.visits.until_day is '終了日 / Until';
comment on column partnership.visits.purpose_ja is '目的(日本語) / Purpose, in Japanese';
comment on column partnership.visits.purpose_en is '目的(英語) / Purpose, in English';
comment on column partnership.visits.guests is '訪問団 / Delegation';
comment on column partnership.visits.hosts is '応対者 / Hosts';
comment on column partnership.visits.programme_ja is '日程(日本語) / Programme, in Japanese';
comment on column partnership.visits.programme_en is '日程(英語) / Programme, in English';
comment on column partnership.visits.gifts is '記念品 / Gifts';
comment on column partnership.visits.minutes_ja is '記録(日本語) / Minutes, in Japanese';
comment on column partnership.visits.minutes_en is '記録(英語) / Minutes, in English';
call kernel.track('partnership.visits');
create index on partnership.visits (organization_id, from_day desc);
create index on partnership.visits (from_day desc, id);

create table partnership.follow_ups (
    id uuid primary key default uuidv7(),
    visit_id uuid not null references partnership.visits on delete cascade,
    what text not null,
    responsible uuid references access.users,
    due_on date,
    done_on date
);
comment on table partnership.follow_ups is '訪問後の対応事項 / What follows from a visit';
comment on column partnership.follow_ups.visit_id is '訪問 / Visit';
comment on column partnership.follow_ups.what is '対応事項 / What to do';
comment on column partnership.follow_ups.responsible is '担当者 / Who does it';
comment on column partnership.follow_ups.due_on is '期限 / Until when';
comment on column partnership.follow_ups.done_on is '完了日 / Done on';
call kernel.track('partnership.follow_ups');
create index on partnership.follow_ups (visit_id);
create index on partnership.follow_ups (responsible) where done_on is null;

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'partnership.read', 'everywhere'),
    ('office', 'partnership.read', 'everywhere'),
    ('member', 'partnership.read', 'everywhere'),
    ('executive', 'partnership.read', 'everywhere'),
    ('office', 'partnership.edit', 'everywhere'),
    ('member', 'partnership.edit', 'own_units');
