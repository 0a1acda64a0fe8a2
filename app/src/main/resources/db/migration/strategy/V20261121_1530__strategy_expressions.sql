-- A formula over measures, in the language of formulas; parsed, never run as code. It stands where the older columns are empty.
alter table strategy.indicators add column expression text check (expression is null or formula is null);
comment on column strategy.indicators.expression is '計算式 / Formula over measures';
