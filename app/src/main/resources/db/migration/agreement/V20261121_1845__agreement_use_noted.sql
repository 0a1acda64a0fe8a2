-- Places offered and used are kept as long as nothing they rest on changes.
create trigger note_change after insert or update or delete or truncate on agreement.activities
    for each statement execute function agreement.note_change();
create trigger note_change after insert or update or delete or truncate on agreement.conditions
    for each statement execute function agreement.note_change();
create trigger note_change after insert or update or delete or truncate on agreement.annexes
    for each statement execute function agreement.note_change();

-- The same figures as before, added up in one pass instead of one search for each agreement and year: known where all three
-- years have a record in both directions and no number is missing.
create or replace view agreement.balance_facts as
select f.agreement_id, f.unit_ids, f.visibility, f.level, f.countries, f.number, f.partner_ja, f.partner_en, s.year,
    case when s.known then least(s.inbound, s.outbound) end as smaller,
    case when s.known then greatest(s.inbound, s.outbound) end as larger
from (select a.agreement_id, a.year + later as year,
        coalesce(sum(a.number) filter (where a.direction = 'inbound'), 0)::int as inbound,
        coalesce(sum(a.number) filter (where a.direction = 'outbound'), 0)::int as outbound,
        bool_and(a.number is not null)
            and bit_or(case a.direction when 'inbound' then 1 else 8 end << later) = 63 as known
    from agreement.activities a cross join generate_series(0, 2) later
    where a.kind = 'student'
    group by a.agreement_id, a.year + later) s
join agreement.register_lines f on f.agreement_id = s.agreement_id;
