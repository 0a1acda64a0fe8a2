-- Months before a deadline at which people are told. Configuration: the office may change it.
create table agreement.renewal_steps (
    kind text not null check (kind in ('end', 'notice', 'automatic')),
    months int not null check (months between 1 and 60),
    primary key (kind, months)
);
comment on table agreement.renewal_steps is '更新期限の何か月前に知らせるか / Months before a deadline at which people are told';
comment on column agreement.renewal_steps.kind is '期限の種類 / Kind of deadline';
comment on column agreement.renewal_steps.months is '月数 / Months';
insert into agreement.renewal_steps (kind, months) values
    ('end', 12), ('end', 9), ('end', 6), ('end', 3), ('notice', 3), ('notice', 1), ('automatic', 6), ('automatic', 3);

-- What was told, once for each step of each deadline: the key keeps anything from being told twice.
create table agreement.renewal_notices (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    annex_id uuid references agreement.annexes on delete cascade,
    kind text not null check (kind in ('end', 'notice', 'automatic')),
    deadline date not null,
    period_end date not null,
    months int not null,
    told_on date not null,
    people int not null,
    unique nulls not distinct (agreement_id, annex_id, kind, deadline, months)
);
comment on table agreement.renewal_notices is '更新期限の通知の記録 / What was told about deadlines of renewal';
comment on column agreement.renewal_notices.annex_id is '覚書 / Memorandum';
comment on column agreement.renewal_notices.kind is '期限の種類 / Kind of deadline';
comment on column agreement.renewal_notices.deadline is '期限 / Deadline';
comment on column agreement.renewal_notices.period_end is '期間の最終日 / Last day of the period';
comment on column agreement.renewal_notices.months is '何か月前か(-1は経過後) / Months before; -1: after it passed';
comment on column agreement.renewal_notices.told_on is '通知した日 / Told on';
comment on column agreement.renewal_notices.people is '通知した人数 / People told';
create index on agreement.renewal_notices (deadline);
create index on agreement.renewal_notices (annex_id);

-- Decisions on how an agreement, or one of its memoranda, goes on. A draft waits for a review.
create table agreement.renewals (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    annex_id uuid references agreement.annexes on delete cascade,
    period_end date not null,
    decision text not null check (decision in ('renew', 'renew_changed', 'end', 'lapse')),
    new_end date,
    last_day date,
    reason_ja text,
    reason_en text,
    decided_on date,
    decided_by uuid references access.users,
    version int not null default 0,
    unique nulls not distinct (agreement_id, annex_id, period_end),
    check (new_end > period_end),
    check (decision not in ('renew', 'renew_changed') or new_end is not null),
    check (decision <> 'end' or last_day is not null)
);
comment on table agreement.renewals is '更新の判断 / Decisions on renewal';
comment on column agreement.renewals.agreement_id is '協定 / Agreement';
comment on column agreement.renewals.annex_id is '覚書 / Memorandum';
comment on column agreement.renewals.period_end is '期間の最終日 / Last day of the period';
comment on column agreement.renewals.decision is '判断 / Decision';
comment on column agreement.renewals.new_end is '更新後の最終日 / New last day';
comment on column agreement.renewals.last_day is '終了する日(最終日) / Last day, if it is ended';
comment on column agreement.renewals.reason_ja is '理由(日本語) / Reason, in Japanese';
comment on column agreement.renewals.reason_en is '理由(英語) / Reason, in English';
comment on column agreement.renewals.decided_on is '判断した日 / Decided on';
comment on column agreement.renewals.decided_by is '判断した人 / Decided by';
call kernel.track('agreement.renewals');
create index on agreement.renewals (annex_id);
create index on agreement.renewals (period_end);

insert into access.permissions (role, use_case, reach) values
    ('office', 'agreement.configure', 'everywhere'),
    ('administrator', 'agreement.configure', 'everywhere');

-- One row for each period that ends by itself: was it decided in time, 90 days before, how the agreement goes on? Of a period
-- whose ninety days have not begun nobody knows yet.
create view agreement.renewal_facts as
select l.agreement_id, l.unit_ids, l.visibility, l.level, l.countries, l.number, l.partner_ja, l.partner_en,
    period.ends as period_end, period.in_time
from agreement.register_lines l
join lateral (
    select r.period_end as ends, case when r.decided_on <= r.period_end - 90 then 'true' else 'false' end as in_time
    from agreement.renewals r
    where r.agreement_id = l.agreement_id and r.annex_id is null and r.decided_on is not null
    union all
    select l.ends, case when l.ends - 90 < current_date then 'false' end
    where not l.proposed and not l.goes_on and l.ends is not null and (l.ended_on is null or l.ended_on > l.ends - 90)
        and not exists (select from agreement.renewals r where r.agreement_id = l.agreement_id and r.annex_id is null
            and r.period_end = l.ends and r.decided_on is not null)
) period on true;
update strategy.indicators
set expression = 'share(count(agreement.renewals where in_time = true), count(agreement.renewals where in_time in (true, false)))'
where code = 'K04';
