-- The secret of the second factor is kept encrypted with the key of the person, which the installation key wraps. Plain ones of
-- before are encrypted at the first start.
alter table access.second_factors alter column secret drop not null;
alter table access.second_factors add column sealed text;
alter table access.second_factors add check ((secret is null) <> (sealed is null));
comment on column access.second_factors.sealed is '暗号化した秘密鍵 / Secret, encrypted';

-- Accounts, roles and rights have a history; what is personal of an account is left out.
alter table access.permissions add column id uuid not null unique default uuidv7();
call kernel.track('access.permissions');
call kernel.begin_history('access.permissions');
call kernel.track('access.grants');
call kernel.begin_history('access.grants');
call kernel.track_but('access.users', 'login', 'name_ja', 'name_en', 'email', 'password_hash');
call kernel.begin_history('access.users');
comment on column access.users.password_hash is 'パスワードのハッシュ / Hash of the password';
comment on column access.grants.user_id is 'アカウント / Account';
comment on column access.permissions.role is '役割 / Role';
