drop rule audit_is_append_only_u on access.audit;
drop rule audit_is_append_only_d on access.audit;

-- The account is named by its key alone: names and logins are personal values and can be erased.
update access.audit set actor_login = null where actor is not null;
update access.audit set detail = detail - 'login' where action like 'access.user.%';

alter table access.audit add column transaction_id uuid;
alter table access.audit add column reason text;
alter table access.audit add column reading boolean not null default false;
do $$
begin
    perform set_config('kakehashi.reason', 'chain begins', true);
    update access.audit set transaction_id = kernel.this_transaction();
    perform set_config('kakehashi.reason', '', true), set_config('kakehashi.transaction', '', true);
end $$;
alter table access.audit alter column transaction_id set not null;
alter table access.audit alter column transaction_id set default kernel.this_transaction();
alter table access.audit alter column origin set default nullif(current_setting('kakehashi.origin', true), '');
alter table access.audit alter column reason set default nullif(current_setting('kakehashi.reason', true), '');
comment on column access.audit.at is '日時 / When';
comment on column access.audit.actor is '利用者 / Who';
comment on column access.audit.action is '操作 / What';
comment on column access.audit.detail is '詳細 / Details';
comment on column access.audit.origin is '接続元 / From where';
comment on column access.audit.reason is '理由 / Why';
comment on column access.audit.reading is '閲覧 / Reading only';
create index on access.audit (transaction_id);
create trigger append_only before update or delete on access.audit for each row execute function kernel.refuse_change();

-- One link for each entry, and one for the changes of records of each transaction. hash = SHA-256 of the form number, the
-- sequence number, the hash before, the hash of the content and the moment of sealing: docs/decisions/0006.
create table access.audit_chain (
    seq bigint primary key check (seq > 0),
    kind text not null check (kind in ('entry', 'changes')),
    subject uuid not null,
    content_hash bytea not null check (octet_length(content_hash) = 32),
    hash bytea not null check (octet_length(hash) = 32),
    form smallint not null default 1,
    sealed_at timestamptz not null,
    unique (kind, subject)
);
comment on table access.audit_chain is '操作履歴の改ざん検知用の鎖 / Chain that shows tampering with the audit trail';
comment on column access.audit_chain.seq is '通し番号 / Sequence number';
comment on column access.audit_chain.content_hash is '内容のハッシュ / Hash of the content';
comment on column access.audit_chain.hash is '鎖のハッシュ / Hash of the link';
create trigger append_only before update or delete on access.audit_chain for each row execute function kernel.refuse_change();

-- Heads of the chain that were written down elsewhere (data folder, print, backup): they show a tail cut off.
create table access.audit_anchors (
    seq bigint not null,
    hash bytea not null,
    at timestamptz not null default clock_timestamp(),
    place text not null check (place in ('daily', 'print', 'backup', 'export')),
    primary key (seq, place)
);
comment on table access.audit_anchors is '鎖の先頭の控え / Heads of the chain written down';

-- How long entries must be kept, as data: the class of an action is that of the longest prefix that fits.
create table access.retention_classes (
    code text primary key check (code ~ '^[a-z_]+$'),
    name_ja text not null,
    name_en text not null,
    years int check (years between 1 and 100),
    reason_ja text not null,
    reason_en text not null
);
comment on table access.retention_classes is '保存期間の区分 / Retention classes';
comment on column access.retention_classes.years is '保存年数(空欄は無期限) / Years to keep (empty: for ever)';
comment on column access.retention_classes.reason_ja is '根拠(日本語) / Reason, in Japanese';
comment on column access.retention_classes.reason_en is '根拠(英語) / Reason, in English';
insert into access.retention_classes values
    ('permanent', '無期限', 'For ever', null,
     '監査証跡の処分そのものの記録は、鎖の検証に必要なため残す。', 'Records of disposal are needed to verify the chain.'),
    ('business', '業務の記録', 'Work on records', 30,
     '公文書等の管理に関する法律(平成21年法律第66号)第11条の法人文書に準じ、協定等の意思決定の記録として最長の30年を標準とする。各機関の法人文書管理規則に合わせて変更する。',
     'As corporate documents under article 11 of the Public Records and Archives Management Act (Act 66 of 2009): decisions on agreements, the longest usual term of 30 years. Adapt to the document rules of the institution.'),
    ('accounts', '利用者・権限の記録', 'Accounts and rights', 10,
     'だれに何の権限があったかを後から確認できるように10年とする(機関の定め)。', 'Who could do what must be answerable later: 10 years (the institution''s own rule).'),
    ('reading', '閲覧・出力の記録', 'Reading and exports', 3,
     '個人情報の保護に関する法律第29条・第30条の第三者提供の記録(原則3年)に合わせる。', 'In line with records of provision under articles 29 and 30 of the Act on the Protection of Personal Information (3 years as a rule).');

create table access.retention_rules (
    prefix text primary key,
    class_code text not null references access.retention_classes
);
comment on table access.retention_rules is '操作と保存期間区分の対応 / Which actions fall into which class';
insert into access.retention_rules values ('', 'business'), ('access.', 'accounts'), ('access.retention.', 'permanent'), ('access.audit.', 'permanent');

-- An entry disposed of: its link stays, with the hash of what is gone. The disposal is itself an entry of the trail.
create table access.audit_tombstones (
    seq bigint primary key references access.audit_chain,
    class_code text not null,
    disposal_id uuid not null
);
comment on table access.audit_tombstones is '処分した操作履歴 / Entries disposed of';
create trigger append_only before update or delete on access.audit_tombstones for each row execute function kernel.refuse_change();

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'access.retention', 'everywhere'),
    ('administrator', 'access.erase', 'everywhere');
