-- Which transactions changed the register. What was counted under a snapshot is still right while every transaction noted
-- here that is visible now was visible then. Writers do not wait for each other, as they would for one counter.
create table agreement.register_changes (
    transaction bigint primary key,
    noted_at timestamptz not null default clock_timestamp()
);
comment on table agreement.register_changes is '台帳を変更したトランザクション(7日間) / Transactions that changed the register, of the last seven days';
create index on agreement.register_changes (noted_at);

create function agreement.note_change() returns trigger language plpgsql as $$
begin
    insert into agreement.register_changes (transaction) values (pg_current_xact_id()::text::bigint) on conflict do nothing;
    if found then
        delete from agreement.register_changes where transaction in (
            select transaction from agreement.register_changes
            where noted_at < now() - interval '7 days' limit 100 for update skip locked);
    end if;
    return null;
end $$;
create trigger note_change after insert or update or delete or truncate on agreement.register_lines
    for each statement execute function agreement.note_change();
