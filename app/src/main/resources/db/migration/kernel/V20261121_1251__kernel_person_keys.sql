-- Personal values in the audit trail are encrypted with a key of the person; erasing the person destroys the key. Keys are
-- wrapped by the installation key, which is never in the database.
create table kernel.installation_keys (
    id text primary key,
    created_at timestamptz not null default now()
);
comment on table kernel.installation_keys is '導入環境の鍵の識別子 / Ids of the installation keys in use';

create table kernel.person_keys (
    person_id uuid primary key,
    wrapped bytea,
    installation_key text not null references kernel.installation_keys,
    created_at timestamptz not null default now(),
    erased_at timestamptz,
    erased_by uuid,
    check ((wrapped is null) = (erased_at is not null))
);
comment on table kernel.person_keys is '個人ごとの鍵 / Keys of persons';
comment on column kernel.person_keys.wrapped is '暗号化された鍵 / Wrapped key';
comment on column kernel.person_keys.erased_at is '消去日時 / Erased at';
comment on column kernel.person_keys.erased_by is '消去した利用者 / Erased by';
