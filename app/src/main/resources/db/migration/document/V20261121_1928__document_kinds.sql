-- Kinds of documents and retention classes are kept by the office on pages.
alter table document.kinds add column active boolean not null default true;
alter table document.kinds add column version int not null default 0;
comment on column document.kinds.active is '使用中 / In use';
comment on column document.kinds.version is '版 / Version';
alter table document.retention_classes add column active boolean not null default true;
alter table document.retention_classes add column version int not null default 0;
comment on column document.retention_classes.active is '使用中 / In use';
comment on column document.retention_classes.version is '版 / Version';
insert into access.permissions (role, use_case, reach) values
    ('office', 'document.configure', 'everywhere'),
    ('administrator', 'document.configure', 'everywhere');
