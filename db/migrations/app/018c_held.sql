-- wei that a find holds of its pool: the most its award can ever be, since a recount of the day or a lifted discount can
-- raise an award after it was paid. Null where no pool paid.
alter table app.scout_find add column held numeric(78,0);
update app.scout_find f set held = a.amount from app.award a where a.source_id = f.restock_id and a.rule = 'restock.scout';
