-- What happened under agreements, as lists or people state it in sums. A room that knows every stay takes its place.
create table agreement.activities (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null references agreement.agreements on delete cascade,
    kind text not null check (kind in ('student', 'staff', 'joint_paper', 'joint_degree', 'event', 'project', 'other')),
    direction text check (direction in ('inbound', 'outbound')),
    year int not null check (year between 1900 and 2999),
    term text not null default 'year' check (term in ('year', 'first', 'second')),
    period text not null default 'unknown' check (period in ('year', 'semester', 'short', 'unknown')),
    number int check (number >= 0),
    source_name text,
    source_row int,
    source_hash text,
    note text,
    unique nulls not distinct (agreement_id, kind, direction, year, term, period),
    check ((kind in ('student', 'staff')) = (direction is not null))
);
comment on table agreement.activities is '協定に基づく交流実績(集計) / What happened under agreements, in sums';
comment on column agreement.activities.agreement_id is '協定 / Agreement';
comment on column agreement.activities.kind is '実績の種類 / Kind of activity';
comment on column agreement.activities.direction is '受入れ・派遣の別 / Inbound or outbound';
comment on column agreement.activities.year is '年度 / Fiscal year';
comment on column agreement.activities.term is '学期 / Academic term';
comment on column agreement.activities.period is '滞在期間 / Length of a stay';
comment on column agreement.activities.number is '人数・件数(空欄は不明) / Number; empty is unknown';
comment on column agreement.activities.source_name is '出典ファイル / File it came from';
comment on column agreement.activities.source_row is '出典の行 / Row of the file';
comment on column agreement.activities.source_hash is '出典ファイルのハッシュ値 / Hash of the file';
comment on column agreement.activities.note is '備考 / Note';
call kernel.track('agreement.activities');
create index on agreement.activities (agreement_id, year);

-- Which agreements were in use in which fiscal years. Without any record nobody knows.
create view agreement.use_facts as
select f.agreement_id, f.unit_ids, f.visibility, f.level, f.countries, f.number, f.partner_ja, f.partner_en,
    f.proposed, f.goes_on, f.starts, f.known_from, f.ends, f.ended_on, a.years, a.first_year
from agreement.register_lines f
left join lateral (
    select array_agg(distinct a.year) filter (where a.number > 0) as years, min(a.year) as first_year
    from agreement.activities a where a.agreement_id = f.agreement_id
) a on true;

-- Students received and sent in three fiscal years up to each; unknown where a number is unknown or a year has no record.
create view agreement.balance_facts as
select f.agreement_id, f.unit_ids, f.visibility, f.level, f.countries, f.number, f.partner_ja, f.partner_en, y.year,
    case when sums.known then least(sums.inbound, sums.outbound) end as smaller,
    case when sums.known then greatest(sums.inbound, sums.outbound) end as larger
from agreement.register_lines f
join lateral (select distinct a.year + later as year from agreement.activities a, generate_series(0, 2) later
    where a.agreement_id = f.agreement_id and a.kind = 'student') y on true
join lateral (
    select coalesce(sum(a.number) filter (where a.direction = 'inbound'), 0)::int as inbound,
        coalesce(sum(a.number) filter (where a.direction = 'outbound'), 0)::int as outbound,
        bool_and(a.number is not null) and count(distinct (a.year, a.direction)) = 6 as known
    from agreement.activities a
    where a.agreement_id = f.agreement_id and a.kind = 'student' and a.year between y.year - 2 and y.year
) sums on true;
update strategy.indicators
set expression = 'share(count(agreement.use where live = true), count(agreement.use where live in (true, false)))'
where code = 'K03';
update strategy.indicators
set expression = 'ratio(sum(agreement.balance_smaller), sum(agreement.balance_larger))'
where code = 'K08';
