-- One row a stay that was not cancelled, with what figures are told apart by. The country is the partner's, or else where the
-- stay is. From 1 to 30 April is one month. Names of people are not in it.
create view mobility.stay_facts as
select s.id as stay_id, s.number, s.direction, s.kind, s.level, s.status, s.starts, s.ends,
    s.kind in ('exchange', 'degree', 'short_programme', 'other_study', 'internship') as study,
    s.under_agreement, s.student_status, s.credit_bearing, left(s.field, 2) as field, s.agreement_id,
    case when s.unit_id is null then '{}'::uuid[] else array[s.unit_id] end as unit_ids,
    s.organization_id,
    coalesce(o.country, case when s.direction = 'outbound' then s.country end) as country, c.region,
    coalesce(o.name_ja, o.name, s.organization_written) as partner_ja,
    coalesce(o.name_en, o.name, s.organization_written) as partner_en,
    s.ends - s.starts + 1 as days,
    case when s.starts is null or s.ends is null then null
        when s.ends + 1 < (s.starts + interval '1 month')::date then 'under_1_month'
        when s.ends + 1 < (s.starts + interval '3 months')::date then 'under_3_months'
        when s.ends + 1 < (s.starts + interval '6 months')::date then 'under_6_months'
        when s.ends + 1 < (s.starts + interval '1 year')::date then 'under_1_year'
        else 'year_and_more' end as band,
    case when s.ends - s.starts + 1 <= 30 then 'up_to_30_days' when s.ends is not null then 'over_30_days' end as term
from mobility.stays s
left join organization.organizations o on o.id = s.organization_id
left join kernel.countries c on c.code = coalesce(o.country, case when s.direction = 'outbound' then s.country end)
where s.status <> 'cancelled';

update strategy.indicators set expression = 'count(mobility.researchers)' where code = 'K53';
