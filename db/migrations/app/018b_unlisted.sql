-- The few who are on no board: ranks are counted over all and these taken off.
create index member_unlisted on app.member (id) where unlisted;
