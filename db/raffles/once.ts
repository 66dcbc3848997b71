import { Final } from '../../core/errors.ts'
import type { RelayRequest } from '../../core/relay/request.ts'
import { toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'

export type Entering = {
  memberId: string
  request: Pick<RelayRequest, 'from' | 'data'>
  /** Contract and function. */
  call: string
  now: Date
}

/**
 * A member has one ticket, whichever of their wallets holds it; the chain knows wallets alone. What is on its way counts.
 * Calls that enter no raffle pass.
 * @throws Final `raffle.entered`
 */
export async function requireFirstTicket(db: Db, { memberId, request, call, now }: Entering): Promise<void> {
  if (!call.startsWith('raffle.enter')) return
  const { from, data } = request
  const raffle = `0x${data.slice(10, 74)}` as const
  const others = db`select address from app.wallet where member_id = ${memberId} and address <> ${toBytea(from)}`
  const [found] = await db`
    select 1 from chain.raffle_entry e
      where e.raffle_id = ${String(BigInt.asUintN(63, BigInt(raffle)))} and e.member_address in (${others})
    union all
    select 1 from app.relay_request q
      where q.member_id = ${memberId} and q.from_address in (${others}) and q.outcome is null and q.refusal is null
        and q.call like 'raffle.enter%' and substring(q.data from 5 for 32) = ${toBytea(raffle)}
        and q.deadline > ${now}`
  if (!found) return
  throw new Final({
    code: 'raffle.entered',
    message: 'You are in this raffle already, with another wallet of yours.',
    fix: 'Everyone has one ticket: wait for the draw.',
  })
}
