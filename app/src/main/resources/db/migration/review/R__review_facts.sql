-- What may be counted about reviews. One definition each; figures, pages and indicators ask these views.
drop view if exists review.case_facts;
drop view if exists review.step_facts;
drop view if exists review.action_facts;

-- One row a case. Days are whole and parts of days from the proposal; those of the last signature only where somebody signed.
create view review.case_facts as
select c.id as case_id, c.number, c.title_ja, c.title_en, c.unit_ids, c.subject_kind, p.code as process_code, c.fast, c.state,
    c.proposed_at, c.closed_at,
    extract(epoch from c.closed_at - c.proposed_at) / 86400.0 as days,
    s.signed_at,
    extract(epoch from s.signed_at - c.proposed_at) / 86400.0 as days_to_signature
from review.cases c
join review.processes p on p.id = c.process_id
left join lateral (
    select max(t.closed_at) as signed_at from review.case_steps t
    where t.case_id = c.id and t.state = 'done' and t.outcome = 'signed' and c.state = 'approved') s on true;

-- One row a step that began, without those that only inform: at which body, from its opening to its result.
create view review.step_facts as
select t.case_id, t.step_id, c.number, c.title_ja, c.title_en, s.name_ja as step_ja, s.name_en as step_en, c.unit_ids, c.subject_kind,
    s.kind as step_kind, s.body_id, b.kind as body_kind, b.code as body_code, t.state, t.outcome, t.opened_at, t.due_on, t.closed_at,
    extract(epoch from t.closed_at - t.opened_at) / 86400.0 as days
from review.case_steps t
join review.cases c on c.id = t.case_id
join review.steps s on s.id = t.step_id and s.kind <> 'inform'
join review.bodies b on b.id = s.body_id
where t.state = 'done' or t.state = 'open' and c.state = 'running';

-- One row a corrective action: of which committee, due when, done in time or not.
create view review.action_facts as
select a.id as action_id, a.number, a.title_ja, a.title_en, a.meeting_id, m.body_id, b.code as body_code, a.due_on, a.done_on,
    coalesce(a.done_on <= a.due_on, false) as in_time
from review.actions a
join review.meetings m on m.id = a.meeting_id
join review.bodies b on b.id = m.body_id;
