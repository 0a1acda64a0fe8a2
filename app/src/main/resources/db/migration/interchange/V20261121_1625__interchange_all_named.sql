alter table interchange.lines add column others jsonb not null default '[]';
comment on column interchange.lines.others is '記載されたほかの機関 / Further organizations the text names';
