-- A raffle that opens is told to those who may enter it: once a plan, whatever a reorg takes away and gives again.
alter table app.raffle_plan add column told_at timestamptz;

-- One alert for all of them, of the plan: what number its raffle has on chain can change.
alter table app.alert add column raffle_plan_id uuid references app.raffle_plan;
create index alert_raffle_plan on app.alert (raffle_plan_id) where raffle_plan_id is not null;
do $$
declare
  was text := (select pg_get_constraintdef(oid) from pg_constraint
    where conname = 'alert_check' and conrelid = 'app.alert'::regclass);
begin
  alter table app.alert drop constraint alert_check;
  execute 'alter table app.alert add constraint alert_check ' || regexp_replace(was, 'ELSE false',
    'WHEN ''raffle-open''::text THEN ((raffle_plan_id IS NOT NULL) AND (member_id IS NULL)) ELSE false');
end $$;
