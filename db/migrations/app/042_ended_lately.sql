-- How checkouts of the last hour ended is asked at each scrape of /metrics: without it, by looking at all of them.
create index purchase_request_ended on app.purchase_request (updated_at)
  where state in ('ordered', 'handover', 'not-ordered', 'unknown', 'dry-run');
