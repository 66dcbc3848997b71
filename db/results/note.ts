import type { Outcome } from '../../core/checkout/outcome.ts'
import { Final } from '../../core/errors.ts'
import type { GroupResult, ResultInput } from '../../core/group/result.ts'
import { type ResultOutcome, resultOfCheckout, UNKNOWN_ADAPTER } from '../../core/group/win-loss.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Db, Sql } from '../client.ts'
import { type Asked, lockAsMember } from '../groups/load.ts'
import { requireVoice } from '../moderation/voice.ts'
import { requireKnown } from '../posts/catalog.ts'
import { inTransaction } from '../transaction.ts'
import { oneResult } from './read.ts'

type Noting = Asked & { memberId: string; input: ResultInput }

type Row = {
  outcome: ResultOutcome
  adapter: string
  store_id: string
  sneaker_id: string | null
  size: string | null
  request_id: string | null
}

function noResult(message: string): Final {
  return new Final({
    code: 'result.checkout',
    message,
    fix: 'A checkout is won when it was ordered and lost when the shop turned it away; say anything else by hand.',
  })
}

type CheckoutRow = {
  store_id: string
  sneaker_id: string
  size: string
  adapter: string | null
  outcome: Outcome | null
}

/** What the member's own checkout shows. @throws Final `checkout.not-found`, `result.checkout` */
async function ofCheckout(tx: Db, id: string, memberId: string): Promise<Row> {
  const [row] = await tx<CheckoutRow[]>`
    select d.store_id, d.sneaker_id, r.size, r.adapter, r.outcome
    from app.purchase_request r join app.drop d on d.id = r.drop_id
    where r.id = ${id} and r.member_id = ${memberId}`
  if (!row)
    throw new Final({
      code: 'checkout.not-found',
      message: 'You have no such checkout.',
      fix: 'Choose one from the list of your checkouts.',
    })
  const outcome = resultOfCheckout(row.outcome)
  if (outcome === null) throw noResult('This checkout was neither won nor lost.')
  return { ...row, outcome, adapter: row.adapter ?? UNKNOWN_ADAPTER, request_id: id }
}

async function rowOf(tx: Db, { input, memberId }: Noting): Promise<Row> {
  if ('request_id' in input) return ofCheckout(tx, input.request_id, memberId)
  const { outcome, way, store_id, sneaker_id = null, size = null } = input
  await requireKnown(tx, { storeId: store_id, sneakerIds: sneaker_id === null ? [] : [sneaker_id] })
  return { outcome, adapter: way, store_id, sneaker_id, size, request_id: null }
}

async function note(tx: Db, noting: Noting): Promise<GroupResult> {
  const { memberId, now } = noting
  const { id: groupId } = await lockAsMember(tx, noting)
  await requireVoice(tx, { memberId, now })
  const row = await rowOf(tx, noting)
  const id = uuidv7(now.getTime())
  const added = await tx`
    insert into app.group_result ${tx({ id, group_id: groupId, member_id: memberId, noted_at: now, ...row })}
    on conflict (group_id, request_id) do nothing`
  if (added.count === 0) throw noResult('This checkout is on the board already.')
  return oneResult(tx, { id, memberId })
}

/**
 * Puts a win or a loss on a group's board; whoever is in it may.
 * @throws Final `group.not-found`, `group.gate`, `moderation.muted`, `catalog.unknown`, `checkout.not-found`, `result.checkout`
 */
export async function noteResult(sql: Sql, noting: Noting): Promise<GroupResult> {
  return inTransaction(sql, (tx) => note(tx, noting))
}
