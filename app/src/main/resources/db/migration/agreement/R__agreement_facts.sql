-- How an agreement stands on a day, and what may be counted. docs/modules/agreement.md explains the definition in both languages.
drop view if exists agreement.agreement_facts;
drop view if exists agreement.register_computed cascade;

-- The first day in force. A year alone counts from 1 April, so that it falls in the fiscal year of the same number, or from
-- the day a source showed the agreement, if that is earlier in the year.
create or replace function agreement.first_day(at date, exactness text, known_from date) returns date
language sql immutable parallel safe
return case when exactness = 'year' then least(at + interval '3 months', greatest(at, known_from)::timestamp)::date else at end;

-- The last day a date can mean: 31 December of a year, the last day of a month.
create or replace function agreement.last_day(at date, exactness text) returns date
language sql immutable parallel safe
return case exactness
    when 'year' then (at + interval '1 year')::date - 1
    when 'month' then (at + interval '1 month')::date - 1
    else at end;

-- The Japanese fiscal year, 1 April to 31 March.
create or replace function agreement.fiscal_year(at date) returns int
language sql immutable parallel safe
return extract(year from at - interval '3 months')::int;

-- The one definition of an agreement's status on a day. goes_on: no end of its own (endless, until replaced, automatic
-- renewal). ends: last day of the term, null if unknown. ended_on: last day, if somebody ended it. horizon: an agreement whose
-- last day is not later counts as expiring.
create or replace function agreement.status(
    as_of date, horizon date, proposed boolean, starts date, known_from date, goes_on boolean, ends date, ended_on date
) returns text
language sql immutable parallel safe
return case
    when ended_on < as_of then 'ended'
    when proposed or starts > as_of then 'proposed'
    when starts is null and known_from > as_of then 'unknown'
    when not goes_on and ends < as_of then 'lapsed'
    when ended_on <= horizon then 'expiring'
    when goes_on then 'in_force'
    when ends <= horizon then 'expiring'
    when ends is not null or ended_on is not null then 'in_force'
    else 'unknown'
end;

-- Hiragana and small kana as large katakana, no long vowels. Most texts have no kana, and looking every character up is dear.
create or replace function agreement.katakana(given text) returns text
language sql immutable strict parallel safe
return case when given ~ '[\u3041-\u3096\u30a1-\u30f6\u30fc]' then translate(
    given,
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔァィゥェォッャュョヮヵヶー',
    'アアイイウウエエオオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤヤユユヨヨラリルレロワワヰヱヲンヴアイウエオツヤユヨワカケ')
    else given end;

-- Text as it is searched: width, case, accents, kana, long vowels and punctuation folded, no blank between Japanese characters.
create or replace function agreement.folded(given text) returns text
language sql immutable strict parallel safe
return btrim(regexp_replace(
    replace(replace(replace(
        regexp_replace(
            agreement.katakana(
                normalize(regexp_replace(normalize(lower(normalize(given, nfkc)), nfd), '[\u0300-\u036f]', '', 'g'), nfc)),
            '[^[:alnum:]]+', ' ', 'g'),
        'ou', 'o'), 'oo', 'o'), 'uu', 'u'),
    '([\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]) (?=[\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])', '\1', 'g'));

-- Text as lists sort and show it: an index entry holds no more than some 2,700 bytes.
create or replace function agreement.shortened(given text) returns text
language sql immutable strict parallel safe
return case when length(given) > 500 then left(given, 499) || '…' else given end;

-- Every Japanese, Chinese and Korean character twice: a trigram index then finds two of them in a row.
create or replace function agreement.doubled(folded text) returns text
language sql immutable strict parallel safe
return regexp_replace(folded, '([\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])', '\1\1', 'g');

create view agreement.register_computed as
select a.id as agreement_id,
    a.proposed,
    a.term in ('endless', 'until_replaced') or a.renewal_mode = 'automatic' as goes_on,
    coalesce(partner.recognised, false) as recognised,
    a.renewal_pending,
    agreement.first_day(a.start_date, a.start_precision, a.known_from) as starts,
    a.known_from,
    agreement.last_day(a.end_date, a.end_precision) as ends,
    agreement.last_day(a.ended_date, a.ended_precision) as ended_on,
    case when not a.proposed then
        agreement.fiscal_year(agreement.first_day(a.start_date, a.start_precision, a.known_from)) end as start_year,
    agreement.fiscal_year(case
        when a.proposed then null
        when a.term in ('endless', 'until_replaced') or a.renewal_mode = 'automatic' then agreement.last_day(a.ended_date, a.ended_precision)
        else least(agreement.last_day(a.end_date, a.end_precision), agreement.last_day(a.ended_date, a.ended_precision)) end) as end_year,
    a.level,
    a.visibility,
    a.renewal_mode,
    partner.country_rank_ja::int,
    partner.country_rank_en::int,
    home.unit_rank,
    coalesce(home.unit_ids, '{}') as unit_ids,
    coalesce(partner.organization_ids, '{}') as organization_ids,
    coalesce(partner.countries, '{}') as countries,
    coalesce(partner.regions, '{}') as regions,
    a.kinds,
    a.number,
    agreement.shortened(coalesce(a.title_ja, a.title_en, '')) as title_ja,
    agreement.shortened(coalesce(a.title_en, a.title_ja, '')) as title_en,
    agreement.shortened(coalesce(partner.name_ja, '')) as partner_ja,
    agreement.shortened(coalesce(partner.name_en, '')) as partner_en,
    agreement.doubled(agreement.folded(concat_ws(' | ', a.number, a.title_ja, a.title_en, partner.names, home.names))) as search
from agreement.agreements a
left join lateral (
    select bool_and(p.organization_id is not null) as recognised,
        min(c.rank_ja) as country_rank_ja,
        min(c.rank_en) as country_rank_en,
        array_agg(distinct p.organization_id order by p.organization_id) filter (where p.organization_id is not null) as organization_ids,
        array_agg(distinct c.code order by c.code) filter (where c.code is not null) as countries,
        array_agg(distinct c.region order by c.region) filter (where c.region is not null) as regions,
        string_agg(coalesce(o.name_ja, o.name, p.name_written), '、' order by p.position) as name_ja,
        string_agg(coalesce(o.name_en, o.name, p.name_written), '; ' order by p.position) as name_en,
        string_agg(concat_ws(' | ', p.name_written, p.name_alternative, p.partner_unit_written,
            unit.name_ja, unit.name_en, unit.name_local, o.name_ja, o.name_en, o.name,
            (select string_agg(distinct n.value, ' | ') from organization.names n
             where n.organization_id = p.organization_id and n.removed_at is null)), ' | ') as names
    from agreement.parties p
    left join organization.organizations o on o.id = p.organization_id
    left join organization.partner_units unit on unit.id = p.partner_unit_id
    left join kernel.countries c on c.code = coalesce(p.country, o.country)
    where p.agreement_id = a.id
) partner on true
left join lateral (
    select min(u.position) as unit_rank,
        array_agg(distinct h.unit_id order by h.unit_id) filter (where h.unit_id is not null) as unit_ids,
        string_agg(concat_ws(' | ', h.name_written, u.name_ja, u.name_en), ' | ') as names
    from agreement.home_units h
    left join access.units u on u.id = h.unit_id
    where h.agreement_id = a.id
) home on true;

create or replace function agreement.refresh(ids uuid[]) returns void language sql as $$
    insert into agreement.register_lines as line (agreement_id, proposed, goes_on, recognised, renewal_pending, starts, known_from,
        ends, ended_on, start_year, end_year, level, visibility, renewal_mode, country_rank_ja, country_rank_en, unit_rank,
        unit_ids, organization_ids, countries, regions, kinds, number, title_ja, title_en, partner_ja, partner_en, search)
    select agreement_id, proposed, goes_on, recognised, renewal_pending, starts, known_from,
        ends, ended_on, start_year, end_year, level, visibility, renewal_mode, country_rank_ja, country_rank_en, unit_rank,
        unit_ids, organization_ids, countries, regions, kinds, number, title_ja, title_en, partner_ja, partner_en, search
    from agreement.register_computed where agreement_id = any (ids)
    on conflict (agreement_id) do update set
        (proposed, goes_on, recognised, renewal_pending, starts, known_from, ends, ended_on, start_year, end_year, level,
         visibility, renewal_mode, country_rank_ja, country_rank_en, unit_rank, unit_ids, organization_ids, countries, regions,
         kinds, number, title_ja, title_en, partner_ja, partner_en, search)
        = (excluded.proposed, excluded.goes_on, excluded.recognised, excluded.renewal_pending, excluded.starts,
         excluded.known_from, excluded.ends, excluded.ended_on, excluded.start_year, excluded.end_year, excluded.level,
         excluded.visibility, excluded.renewal_mode, excluded.country_rank_ja, excluded.country_rank_en, excluded.unit_rank,
         excluded.unit_ids, excluded.organization_ids, excluded.countries, excluded.regions, excluded.kinds, excluded.number,
         excluded.title_ja, excluded.title_en, excluded.partner_ja, excluded.partner_en, excluded.search)
$$;

-- Refreshes the lines of what a statement changed. Who writes many rows in several statements sets agreement.refresh to
-- 'later' for the transaction and calls agreement.refresh once at its end.
create or replace function agreement.refresh_changed() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('agreement.refresh', true), '') = 'later' then
        return null;
    end if;
    if tg_table_schema = 'agreement' and tg_table_name = 'agreements' then
        perform agreement.refresh(array(select id from changed));
    elsif tg_table_schema = 'agreement' then
        perform agreement.refresh(array(select distinct agreement_id from changed));
    elsif tg_table_name = 'organizations' then
        perform agreement.refresh(array(select distinct p.agreement_id from changed c join agreement.parties p on p.organization_id = c.id));
    elsif tg_table_name = 'names' then
        perform agreement.refresh(array(select distinct p.agreement_id from changed c join agreement.parties p on p.organization_id = c.organization_id));
    elsif tg_table_name = 'partner_units' then
        perform agreement.refresh(array(select distinct p.agreement_id from changed c join agreement.parties p on p.partner_unit_id = c.id));
    else
        perform agreement.refresh(array(select distinct h.agreement_id from changed c join agreement.home_units h on h.unit_id = c.id));
    end if;
    return null;
end $$;

create or replace trigger refresh_inserted after insert on agreement.agreements
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_updated after update on agreement.agreements
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_inserted after insert on agreement.parties
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_updated after update on agreement.parties
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_deleted after delete on agreement.parties
    referencing old table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_inserted after insert on agreement.home_units
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_updated after update on agreement.home_units
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger refresh_deleted after delete on agreement.home_units
    referencing old table as changed for each statement execute function agreement.refresh_changed();

-- Names belong to other rooms; the lines that show them follow in the same transaction.
create or replace trigger agreement_refresh_updated after update on organization.organizations
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger agreement_refresh_inserted after insert on organization.names
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger agreement_refresh_updated after update on organization.names
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger agreement_refresh_updated after update on organization.partner_units
    referencing new table as changed for each statement execute function agreement.refresh_changed();
create or replace trigger agreement_refresh_updated after update on access.units
    referencing new table as changed for each statement execute function agreement.refresh_changed();

-- What may be counted: one row for each agreement, with its own units, its visibility and the dimensions of figures.
create view agreement.agreement_facts as
select agreement_id, unit_ids, visibility, proposed, goes_on, recognised, renewal_pending,
    goes_on or ends is not null or ended_on is not null as end_known,
    starts, known_from, ends, ended_on, start_year, end_year, level, renewal_mode, organization_ids, countries, regions, kinds,
    number, title_ja, title_en, partner_ja, partner_en, country_rank_ja, country_rank_en, unit_rank, search
from agreement.register_lines;
