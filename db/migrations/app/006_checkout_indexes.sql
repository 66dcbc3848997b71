-- Every worker asks for the open requests every few seconds; they are few, the ended ones are all there ever were.
create index purchase_request_open on app.purchase_request (id)
  where state in ('queued', 'walking', 'review', 'confirmed', 'submitting');
-- Reconciling asks which order numbers a mail address already has.
create index purchase_request_ordered on app.purchase_request (lower(email)) where state = 'ordered';
