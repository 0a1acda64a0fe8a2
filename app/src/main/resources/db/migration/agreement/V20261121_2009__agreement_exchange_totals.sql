-- People exchanged under agreements as they may be counted, and what they add up to.
create view agreement.exchange_facts as
select a.id as activity_id, a.agreement_id, a.year, a.kind, a.direction, a.term, a.period, a.number as persons,
    l.level, l.visibility, l.unit_ids, l.organization_ids, l.countries, l.regions, l.number, l.partner_ja, l.partner_en
from agreement.activities a
join agreement.register_lines l on l.agreement_id = a.agreement_id
where a.kind in ('student', 'staff');
create index activities_exchange on agreement.activities (year, kind, direction, id) include (agreement_id, number, period);

-- Sums by combinations that figures ask for, kept in the transaction that changes a record. Rows are changes that add up to
-- the sums: two who save at once never wait for each other, and a reader adds up what it may see. Now and then they are put together.
create table agreement.exchange_totals (
    id bigint generated always as identity primary key,
    told text not null check (told in ('none', 'country', 'unit')),
    year int not null,
    kind text not null,
    direction text not null,
    period text not null,
    level text not null,
    visibility text not null,
    scope_units uuid[] not null,
    countries text[] not null,
    regions text[] not null,
    unit_ids uuid[] not null,
    records bigint not null,
    persons numeric not null,
    unknown bigint not null
);
comment on table agreement.exchange_totals is '協定に基づく交流の合計(導出。変化分の行を足し合わせる) / Sums of exchange under agreements (derived; rows are changes to add up)';
comment on column agreement.exchange_totals.told is '区別する区分 / Told apart by';
comment on column agreement.exchange_totals.year is '年度 / Fiscal year';
comment on column agreement.exchange_totals.kind is '学生・教職員の別 / Students or staff';
comment on column agreement.exchange_totals.direction is '受入れ・派遣の別 / Inbound or outbound';
comment on column agreement.exchange_totals.period is '滞在期間 / Length of a stay';
comment on column agreement.exchange_totals.level is '大学間・部局間の別 / Level';
comment on column agreement.exchange_totals.visibility is '公開範囲 / Visibility';
comment on column agreement.exchange_totals.scope_units is '限定された協定の部局 / Units of restricted agreements';
comment on column agreement.exchange_totals.countries is '国・地域 / Countries and regions';
comment on column agreement.exchange_totals.regions is '地域区分 / Regions of the world';
comment on column agreement.exchange_totals.unit_ids is '部局 / Own units';
comment on column agreement.exchange_totals.records is '記録の数 / Records';
comment on column agreement.exchange_totals.persons is '人数の合計 / Persons';
comment on column agreement.exchange_totals.unknown is '人数不明の記録の数 / Records without a number';
create index on agreement.exchange_totals (told, year);

-- One record with the agreement it belongs to, counted so many times (once, or taken away once).
create type agreement.exchange_change as (
    times int, year int, kind text, direction text, period text, number int,
    level text, visibility text, unit_ids uuid[], countries text[], regions text[]
);

create function agreement.add_exchange(changes agreement.exchange_change[]) returns void language sql as $$
    insert into agreement.exchange_totals (told, year, kind, direction, period, level, visibility, scope_units,
        countries, regions, unit_ids, records, persons, unknown)
    select told, year, kind, direction, period, level, visibility, scope_units, countries, regions, units,
        sum(times), sum(times * coalesce(number, 0)), coalesce(sum(times) filter (where number is null), 0)
    from (
        select t.told, c.year, c.kind, c.direction, c.period, c.level, c.visibility, c.times, c.number,
            case when c.visibility = 'restricted' then c.unit_ids else '{}' end as scope_units,
            case when t.told = 'country' then c.countries else '{}' end as countries,
            case when t.told = 'country' then c.regions else '{}' end as regions,
            case when t.told = 'unit' then c.unit_ids else '{}' end as units
        from unnest(changes) c cross join (values ('none'), ('country'), ('unit')) as t (told)
    ) each
    group by told, year, kind, direction, period, level, visibility, scope_units, countries, regions, units
    having sum(times) <> 0 or sum(times * coalesce(number, 0)) <> 0
        or coalesce(sum(times) filter (where number is null), 0) <> 0
$$;

-- Records added, changed, taken away.
create function agreement.note_exchange() returns trigger language plpgsql as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        perform agreement.add_exchange((
            select array_agg(row(-1, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change)
            from old_rows a join agreement.register_lines l on l.agreement_id = a.agreement_id where a.kind in ('student', 'staff')));
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
        perform agreement.add_exchange((
            select array_agg(row(1, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change)
            from new_rows a join agreement.register_lines l on l.agreement_id = a.agreement_id where a.kind in ('student', 'staff')));
    end if;
    return null;
end $$;
create trigger note_exchange_insert after insert on agreement.activities referencing new table as new_rows
    for each statement execute function agreement.note_exchange();
create trigger note_exchange_update after update on agreement.activities referencing old table as old_rows new table as new_rows
    for each statement execute function agreement.note_exchange();
create trigger note_exchange_delete after delete on agreement.activities referencing old table as old_rows
    for each statement execute function agreement.note_exchange();

-- Agreements that came, or changed what their records are told apart by.
create function agreement.note_exchange_of_lines() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform agreement.add_exchange((
            select array_agg(row(1, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change)
            from new_rows l join agreement.activities a on a.agreement_id = l.agreement_id where a.kind in ('student', 'staff')));
    elsif tg_op = 'DELETE' then
        perform agreement.add_exchange((
            select array_agg(row(-1, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change)
            from old_rows l join agreement.activities a on a.agreement_id = l.agreement_id where a.kind in ('student', 'staff')));
    else
        perform agreement.add_exchange((
            select array_agg(row(l.times, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change)
            from (
                select l.* from old_rows o join new_rows n on n.agreement_id = o.agreement_id
                cross join lateral (values
                    (-1, o.agreement_id, o.level, o.visibility, o.unit_ids, o.countries, o.regions),
                    (1, n.agreement_id, n.level, n.visibility, n.unit_ids, n.countries, n.regions)
                ) as l (times, agreement_id, level, visibility, unit_ids, countries, regions)
                where (o.level, o.visibility, o.unit_ids, o.countries, o.regions)
                    is distinct from (n.level, n.visibility, n.unit_ids, n.countries, n.regions)
            ) l join agreement.activities a on a.agreement_id = l.agreement_id where a.kind in ('student', 'staff')));
    end if;
    return null;
end $$;
create trigger note_exchange_insert after insert on agreement.register_lines referencing new table as new_rows
    for each statement execute function agreement.note_exchange_of_lines();
create trigger note_exchange_update after update on agreement.register_lines referencing old table as old_rows new table as new_rows
    for each statement execute function agreement.note_exchange_of_lines();
create trigger note_exchange_delete after delete on agreement.register_lines referencing old table as old_rows
    for each statement execute function agreement.note_exchange_of_lines();

-- With an agreement go its line and its records, and when their triggers run neither finds the other any more.
create function agreement.note_exchange_of_agreement() returns trigger language plpgsql as $$
begin
    perform agreement.add_exchange((
        select array_agg(row(-1, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change)
        from agreement.activities a join agreement.register_lines l on l.agreement_id = a.agreement_id
        where a.agreement_id = old.id and a.kind in ('student', 'staff')));
    return old;
end $$;
create trigger note_exchange before delete on agreement.agreements
    for each row execute function agreement.note_exchange_of_agreement();

-- Adds up rows of one combination; whoever reads meanwhile sees the same sums.
create function agreement.put_exchange_together() returns void language sql as $$
    with gone as (
        delete from agreement.exchange_totals t using (
            select told, year, kind, direction, period, level, visibility, scope_units, countries, regions, unit_ids from agreement.exchange_totals
            group by told, year, kind, direction, period, level, visibility, scope_units, countries, regions, unit_ids having count(*) > 1
        ) many
        where (t.told, t.year, t.kind, t.direction, t.period, t.level, t.visibility, t.scope_units, t.countries, t.regions, t.unit_ids)
            = (many.told, many.year, many.kind, many.direction, many.period, many.level, many.visibility, many.scope_units,
                many.countries, many.regions, many.unit_ids)
        returning t.*
    )
    insert into agreement.exchange_totals (told, year, kind, direction, period, level, visibility, scope_units, countries, regions, unit_ids, records, persons, unknown)
    select told, year, kind, direction, period, level, visibility, scope_units, countries, regions, unit_ids, sum(records), sum(persons), sum(unknown)
    from gone group by told, year, kind, direction, period, level, visibility, scope_units, countries, regions, unit_ids
    having sum(records) <> 0 or sum(persons) <> 0 or sum(unknown) <> 0
$$;

-- What is there already.
select agreement.add_exchange(array_agg(row(1, a.year, a.kind, a.direction, a.period, a.number, l.level, l.visibility, l.unit_ids, l.countries, l.regions)::agreement.exchange_change))
from agreement.activities a join agreement.register_lines l on l.agreement_id = a.agreement_id where a.kind in ('student', 'staff');

-- Students under agreements, in and out, as far as sums are recorded.
update strategy.indicators set expression = 'sum(agreement.exchanges where kind = student)'
where code = 'K46' and expression is null;
