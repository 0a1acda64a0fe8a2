-- People at partners whom we may write to, kept only with their consent. Personal columns stay out of the history; what was
-- changed stands, encrypted with the key of the person, in the audit trail.
create table partnership.contacts (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    unit_id uuid references access.units,
    faculty text,
    name_ja text,
    name_en text,
    reading text,
    position_ja text,
    position_en text,
    email text,
    phone text,
    languages text[] not null default '{}',
    purpose text,
    consent_on date,
    consent_how text check (consent_how in ('form', 'mail', 'card', 'oral')),
    consent_until date,
    withdrawn_on date,
    last_contact_on date,
    note text,
    version int not null default 0,
    check (withdrawn_on is not null or (consent_on is not null and consent_how is not null and coalesce(name_ja, name_en) is not null)),
    check (consent_until >= consent_on),
    check (withdrawn_on is null or num_nonnulls(faculty, name_ja, name_en, reading, position_ja, position_en, email, phone, purpose, note) = 0)
);
comment on table partnership.contacts is '相手機関の連絡先(同意に基づく) / Contacts at partners, by consent';
comment on column partnership.contacts.organization_id is '相手機関 / Partner';
comment on column partnership.contacts.unit_id is '連絡先を管理する本学の部局 / Own unit that keeps the contact';
comment on column partnership.contacts.faculty is '相手機関の部署 / Office or faculty there';
comment on column partnership.contacts.name_ja is '氏名(漢字・カナ) / Name in Japanese writing';
comment on column partnership.contacts.name_en is '氏名(ローマ字) / Name in Latin letters';
comment on column partnership.contacts.reading is 'よみ / Reading';
comment on column partnership.contacts.position_ja is '職名(日本語) / Position, in Japanese';
comment on column partnership.contacts.position_en is '職名(英語) / Position, in English';
comment on column partnership.contacts.email is 'メールアドレス / Mail address';
comment on column partnership.contacts.phone is '電話番号 / Phone';
comment on column partnership.contacts.languages is '使用言語(ISO 639) / Languages (ISO 639)';
comment on column partnership.contacts.purpose is '利用目的 / What it is kept for';
comment on column partnership.contacts.consent_on is '同意日 / Consent given on';
comment on column partnership.contacts.consent_how is '同意の方法 / How consent was given';
comment on column partnership.contacts.consent_until is '同意の期限 / Consent until';
comment on column partnership.contacts.withdrawn_on is '同意の撤回・消去日 / Withdrawn and erased on';
comment on column partnership.contacts.last_contact_on is '最終連絡日 / Last contact on';
comment on column partnership.contacts.note is '備考 / Note';
call kernel.track_but('partnership.contacts', 'faculty', 'name_ja', 'name_en', 'reading', 'position_ja', 'position_en', 'email', 'phone', 'purpose', 'note');
create index on partnership.contacts (organization_id) where withdrawn_on is null;
create index on partnership.contacts (consent_until) where withdrawn_on is null;

insert into access.permissions (role, use_case, reach) values
    ('office', 'partnership.contactRead', 'everywhere'),
    ('executive', 'partnership.contactRead', 'everywhere'),
    ('member', 'partnership.contactRead', 'own_units'),
    ('office', 'partnership.contactEdit', 'everywhere'),
    ('member', 'partnership.contactEdit', 'own_units');
