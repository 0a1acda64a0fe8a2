-- Short dated notes about partners.
create table partnership.news (
    id uuid primary key default uuidv7(),
    organization_id uuid not null references organization.organizations,
    on_day date not null,
    title_ja text,
    title_en text,
    source text,
    version int not null default 0,
    check (coalesce(title_ja, title_en) is not null)
);
comment on table partnership.news is '相手機関に関する短信 / News of partners';
comment on column partnership.news.organization_id is '相手機関 / Partner';
comment on column partnership.news.on_day is '日付 / Day';
comment on column partnership.news.title_ja is '内容(日本語) / What, in Japanese';
comment on column partnership.news.title_en is '内容(英語) / What, in English';
comment on column partnership.news.source is '出典(URL) / Source (address)';
call kernel.track('partnership.news');
create index on partnership.news (organization_id, on_day desc);
