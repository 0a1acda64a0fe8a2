-- Other services ask for a record by its ISNI, Wikidata, GRID or Funder Registry id.
create index organizations_by_external_id on organization.organizations using gin (external_ids jsonb_path_ops);
