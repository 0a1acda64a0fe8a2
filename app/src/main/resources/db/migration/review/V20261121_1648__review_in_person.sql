-- A step that only the holder may do: nobody acts instead (a signature, where the rules ask for it).
alter table review.steps add column in_person boolean not null default false;
comment on column review.steps.in_person is '本人のみ(代理不可) / In person: no deputy may act';
call kernel.track('review.steps');
