-- The same role may be granted again for another time; two grants of it at one time are one too many.
alter table access.grants drop constraint grants_user_id_role_unit_id_key;
alter table access.grants add constraint grants_do_not_overlap exclude using gist (
    user_id with =, role with =, (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&);
comment on column access.grants.valid is '有効期間 / Valid from and until';
