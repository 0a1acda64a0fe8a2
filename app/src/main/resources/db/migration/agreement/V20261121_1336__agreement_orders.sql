-- Every column of the list can be sorted by without sorting the whole register.
create index on agreement.register_lines (kinds, agreement_id);
create index on agreement.register_lines (renewal_mode, agreement_id);
create index on agreement.register_lines (visibility, agreement_id);
