-- Of a member who left while an order was being placed: with the mail, all that the shop's order lookup asks for.
alter table app.purchase_request add column lookup_zip text;
