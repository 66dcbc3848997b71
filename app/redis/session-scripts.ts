/**
 * Exchanges a refresh token; the same steps as db/sessions/exchange.ts.
 * KEYS[1] the session. ARGV: hashes of the family, the secret and the next secret; now, the new end and the start of a
 * race, Unix ms. @returns the outcome and the session's fields
 */
export const EXCHANGE = `
local function field(name) return redis.call('hget', KEYS[1], name) end
local now = tonumber(ARGV[4])
if field('family') ~= ARGV[1] or tonumber(field('expires')) <= now then return {'unknown', {}} end
if field('secret') ~= ARGV[2] then
  if field('replaced') == ARGV[2] and tonumber(field('used')) > tonumber(ARGV[6]) then return {'raced', {}} end
  local fields = redis.call('hgetall', KEYS[1])
  redis.call('del', KEYS[1])
  return {'reused', fields}
end
local expires = math.min(tonumber(ARGV[5]), tonumber(field('ends')))
redis.call('hset', KEYS[1], 'replaced', ARGV[2], 'secret', ARGV[3], 'used', ARGV[4],
  'expires', string.format('%d', expires))
redis.call('pexpireat', KEYS[1], string.format('%d', expires))
return {'rotated', redis.call('hgetall', KEYS[1])}`

/** Ends a session. KEYS[1] the session; ARGV[1] whose it must be. @returns 1 if it was */
export const END = `
if redis.call('hget', KEYS[1], 'member') ~= ARGV[1] then return 0 end
return redis.call('del', KEYS[1])`
