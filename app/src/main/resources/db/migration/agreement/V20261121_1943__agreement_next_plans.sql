-- What is planned for the next period, stated when a renewal is decided.
create table agreement.next_plans (
    id uuid primary key default uuidv7(),
    agreement_id uuid not null unique references agreement.agreements on delete cascade,
    plan_ja text,
    plan_en text,
    students_in int check (students_in >= 0),
    students_out int check (students_out >= 0),
    version int not null default 0
);
comment on table agreement.next_plans is '更新後の計画 / Plans for the next period';
comment on column agreement.next_plans.agreement_id is '協定 / Agreement';
comment on column agreement.next_plans.plan_ja is '計画(日本語) / Plan, in Japanese';
comment on column agreement.next_plans.plan_en is '計画(英語) / Plan, in English';
comment on column agreement.next_plans.students_in is '年間受入予定人数 / Students to be received a year';
comment on column agreement.next_plans.students_out is '年間派遣予定人数 / Students to be sent a year';
call kernel.track('agreement.next_plans');
