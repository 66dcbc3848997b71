-- What a shop has again: pairs, or pairs to be ordered ahead of the day on which it has them (ADR 040). Members report shelves.
alter table app.restock add column state text not null default 'in' check (state in ('in', 'preorder'));
update app.restock r set state = 'preorder' from app.stock_change c
  where c.id = r.change_id and c.after = 'preorder' and r.source = 'monitor';
alter table app.restock add check (source = 'monitor' or state = 'in');

-- app.alert.state is a restock's too; null of those that were written before this: `in`
alter table app.alert add check (kind <> 'restock' or state is null or state in ('in', 'preorder'));
