-- What a later worker needs to ask the shop's interface (UCP) what became of the order: the address of the interface and
-- the name of the session there. It names no person, and is gone once the order's end is known.
alter table app.checkout_fence add column ticket text;
