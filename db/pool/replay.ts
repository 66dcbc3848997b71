import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db, Sql } from '../client.ts'
import { createPurchase } from '../purchases/create.ts'
import { inTransaction } from '../transaction.ts'
import { readShipping } from '../vault/shipping.ts'

type Dead = {
  state: string
  replayed_as: string | null
  /** Whether the request made in its place is there: not so when we died in between. */
  is_there: boolean
}

function refuse(message: string, fix: string): Final {
  return new Final({ code: 'pool.replay', message, fix })
}

async function lockDead(tx: Db, requestId: string): Promise<Dead> {
  const [dead] = await tx<Dead[]>`
    select state, replayed_as,
      exists (select 1 from app.purchase_request r where r.id = replayed_as) as is_there
    from app.dead_letter where request_id = ${requestId} for update`
  if (dead) return dead
  throw new Final({
    code: 'pool.not-found',
    message: `There is no dead letter of request ${requestId}.`,
    fix: 'List them: npm run pool -- dead',
  })
}

/** Names the request to be made, once: whoever comes second, or back after a crash, gets the same name. */
async function claim(tx: Db, requestId: string): Promise<string> {
  const { state, replayed_as, is_there } = await lockDead(tx, requestId)
  if (state === 'submitting')
    throw refuse(
      'This checkout is past its fence: it may have been ordered.',
      'Nothing starts it again. The member is told to look in their mail, and may ask anew.',
    )
  if (is_there) throw refuse(`It was started again already, as request ${replayed_as}.`, 'Look at that one.')
  const id = replayed_as ?? uuidv7()
  await tx`update app.dead_letter set replayed_as = ${id} where request_id = ${requestId}`
  return id
}

type Original = {
  member_id: string
  drop_id: string
  size: string
  max_total_minor: number
  currency: string
  mode: 'review' | 'dry-run'
  email: string | null
  pass_tier: number
}

async function readOriginal(db: Db, requestId: string): Promise<Original & { email: string }> {
  const [row] = await db<Original[]>`
    select member_id, drop_id, size, max_total_minor, currency, mode, email, pass_tier
    from app.purchase_request where id = ${requestId}`
  if (row?.email) return { ...row, email: row.email }
  throw refuse('Its member has left.', 'There is nobody to buy for.')
}

/**
 * Asks anew, in the member's place, for what a dead letter asked: a new request with a new id and the same wishes. The
 * old one has ended and stays as it is. Its security code is forgotten, and what was to be bought without asking is
 * shown to the member first: they may have bought it themselves by now.
 * @returns the new request's id
 * @throws Final `pool.not-found`, `pool.replay`, and what `createPurchase` throws
 */
export async function replayDeadLetter(sql: Sql, ring: KeyRing, requestId: string): Promise<string> {
  const id = await inTransaction(sql, (tx) => claim(tx, requestId))
  const { member_id, email, pass_tier, mode, ...wish } = await readOriginal(sql, requestId)
  return createPurchase(sql, ring, {
    memberId: member_id,
    input: { ...wish, id, mode: mode === 'dry-run' ? mode : 'review' },
    shipping: await readShipping(sql, ring, requestId),
    email,
    passTier: pass_tier,
  })
}
