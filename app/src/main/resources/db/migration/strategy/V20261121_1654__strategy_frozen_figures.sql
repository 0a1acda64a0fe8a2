-- A figure as it was reported: value, definition and the records it was made of, with their fingerprint. A row is never changed; a
-- revision is a new row that names the one it follows and why.
create table strategy.frozen_figures (
    id uuid primary key default uuidv7(),
    indicator_code text not null references strategy.indicators,
    day date not null,
    value numeric(30, 10),
    missing text,
    unit text not null,
    decimals int not null,
    definition_ja text not null,
    definition_en text not null,
    expression text,
    fingerprint text not null,
    reason text not null,
    revises uuid unique references strategy.frozen_figures,
    frozen_by uuid,
    frozen_at timestamptz not null default now(),
    check ((value is null) = (missing is not null))
);
create index on strategy.frozen_figures (day);
create index on strategy.frozen_figures (indicator_code, day);
create unique index on strategy.frozen_figures (indicator_code, day) where revises is null;
comment on table strategy.frozen_figures is '確定値 / Frozen figures';
comment on column strategy.frozen_figures.indicator_code is '指標番号 / Indicator';
comment on column strategy.frozen_figures.day is '基準日 / Reference day';
comment on column strategy.frozen_figures.value is '値 / Value';
comment on column strategy.frozen_figures.missing is '値がない理由 / Why there is no value';
comment on column strategy.frozen_figures.unit is '単位 / Unit';
comment on column strategy.frozen_figures.decimals is '小数点以下の桁数 / Decimals';
comment on column strategy.frozen_figures.definition_ja is '定義(日本語) / Definition in Japanese';
comment on column strategy.frozen_figures.definition_en is '定義(英語) / Definition in English';
comment on column strategy.frozen_figures.expression is '計算式 / Formula';
comment on column strategy.frozen_figures.fingerprint is '記録の指紋(SHA-256) / Fingerprint of the records';
comment on column strategy.frozen_figures.reason is '確定・改訂の理由 / Why it was frozen or revised';
comment on column strategy.frozen_figures.revises is '改訂前の確定値 / The figure it revises';
comment on column strategy.frozen_figures.frozen_by is '確定者 / Frozen by';
comment on column strategy.frozen_figures.frozen_at is '確定日時 / Frozen at';

create table strategy.frozen_records (
    figure_id uuid not null references strategy.frozen_figures,
    question int not null,
    measure text not null,
    record_id uuid not null,
    title text not null,
    value numeric(30, 10),
    primary key (figure_id, question, record_id)
);
comment on table strategy.frozen_records is '確定値のもとになった記録 / Records behind frozen figures';

create function strategy.keep_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'what is frozen does not change';
end $$;
create trigger keep before update or delete on strategy.frozen_figures for each row execute function strategy.keep_frozen();
create trigger keep before update or delete on strategy.frozen_records for each row execute function strategy.keep_frozen();

insert into access.permissions (role, use_case, reach) values
    ('administrator', 'strategy.freeze', 'everywhere'),
    ('office', 'strategy.freeze', 'everywhere');
