-- Who did anything on which day of the last 30: how large the community is that a circle is a part of.
create table app.active_day (
  day date not null,
  member_id uuid not null references app.member on delete cascade,
  primary key (day, member_id)
);
create index active_day_member on app.active_day (member_id);
insert into app.active_day (day, member_id)
  select c.confirmed_at::date, unnest(array[c.member_id, r.reported_by])
  from app.restock_confirmation c join app.restock r on r.id = c.restock_id
  where c.confirmed_at > now() - interval '30 days'
  on conflict do nothing;
