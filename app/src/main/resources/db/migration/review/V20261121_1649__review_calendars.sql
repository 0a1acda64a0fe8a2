-- Meetings have an end and may be cancelled; members sit once at a time; calendars have secret addresses.
alter table review.meetings add column ends time;
alter table review.meetings add column changed_at timestamptz not null default now();
comment on column review.meetings.ends is '終了時刻 / Ends at';
comment on column review.meetings.changed_at is '最終変更日時 / Last changed at';
alter table review.meetings drop constraint meetings_state_check;
alter table review.meetings add check (state in ('planned', 'held', 'closed', 'cancelled'));
call kernel.track('review.meetings');

-- A term that ended on the day it began was none; of terms that overlap the first one stays, the history keeps the others.
delete from review.holders where isempty(valid);
delete from review.holders later using review.holders earlier
 where earlier.body_id = later.body_id and earlier.user_id = later.user_id
   and earlier.unit_id is not distinct from later.unit_id and earlier.valid && later.valid and earlier.id < later.id;
alter table review.holders add constraint holders_one_term_at_a_time exclude using gist (
    body_id with =, user_id with =, (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&);
alter table review.holders add check (not isempty(valid));

create table review.calendars (
    id uuid primary key default uuidv7(),
    user_id uuid not null references access.users,
    body_id uuid references review.bodies,
    secret bytea not null unique,
    created_at timestamptz not null default now(),
    read_at timestamptz,
    unique nulls not distinct (user_id, body_id)
);
comment on table review.calendars is 'カレンダー配信の秘密のアドレス / Secret addresses of calendars';
comment on column review.calendars.user_id is '利用者 / Person';
comment on column review.calendars.body_id is '会議体(空は本人の予定) / Committee; empty: the person''s own calendar';
comment on column review.calendars.secret is '秘密の語のハッシュ / Hash of the secret word';
comment on column review.calendars.created_at is '作成日時 / Made at';
comment on column review.calendars.read_at is '最終取得日時 / Last read at';
