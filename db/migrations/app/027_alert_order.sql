-- An alert gets its number when its transaction commits, not when it is written: the row of app.alert_head is then the last
-- lock that is waited for, so that no order of locks can make two writers wait for each other, and nobody holds it while
-- working (ADR 030).
alter table app.alert drop constraint alert_pkey;
alter table app.alert alter column seq drop not null;
alter table app.alert drop constraint alert_id_key;
alter table app.alert add primary key (id);
-- null only inside of the transaction that writes it
create unique index alert_seq on app.alert (seq);

create function app.number_alert() returns trigger language plpgsql as $$
declare
  next bigint;
begin
  update app.alert_head set seq = seq + 1 returning seq into strict next;
  -- by the clock of this moment: times ascend as the numbers do
  update app.alert set seq = next, at = clock_timestamp() where id = new.id;
  perform pg_notify('alert', next::text);
  return null;
end $$;

create constraint trigger alert_numbered after insert on app.alert
  deferrable initially deferred for each row when (new.seq is null) execute function app.number_alert();
