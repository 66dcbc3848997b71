import { Final } from '../../core/errors.ts'
import { verdictOf } from '../../core/trade/jury.ts'
import type { Slashed } from '../../core/trade/ruling.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { notAParty } from './lock.ts'
import { juriesOf } from './parts.ts'
import { lockDispute, writeRuling } from './rule.ts'
import { tellTrade } from './tell.ts'

export type JurorVote = { id: string; memberId: string; slashed: Slashed; now: Date }

async function castVote(tx: Db, { id, memberId, slashed, now }: JurorVote): Promise<void> {
  const { count } = await tx`
    update app.trade_juror set vote = ${slashed}, voted_at = ${now}
    where trade_id = ${id} and member_id = ${memberId} and vote is null`
  if (count === 1) return
  const [seat] = await tx`select 1 from app.trade_juror where trade_id = ${id} and member_id = ${memberId}`
  if (!seat) throw notAParty()
  throw new Final({
    code: 'trade.twice',
    message: 'You voted on this dispute before.',
    fix: 'Nothing is left to do: each juror votes once.',
  })
}

async function vote(tx: Db, cast: JurorVote): Promise<void> {
  const { id, memberId, now } = cast
  await lockMember(tx, memberId)
  const row = await lockDispute(tx, cast)
  await castVote(tx, cast)
  const [jury] = await juriesOf(tx, [id])
  const verdict = jury?.verdict === null ? verdictOf(jury.votes.map((juror) => juror.vote)) : undefined
  if (!verdict) return tellTrade(tx, id)
  await tx`update app.trade_jury set verdict = ${verdict}, decided_at = ${now} where trade_id = ${id}`
  // Where there are bonds the workers carry the verdict to the contract, and the mirror says when it holds.
  if (row.escrowId) return tellTrade(tx, id)
  await writeRuling(tx, { id, input: { slashed: verdict, note: 'The jury decided.' }, by: null, now })
}

/**
 * A juror says whose bond is to burn; with more than half of the seats it is decided.
 * @throws Final as `lockDispute`, `trade.not-yours` of who does not sit, `trade.twice`
 */
export async function voteAsJuror(sql: Sql, cast: JurorVote): Promise<void> {
  await inTransaction(sql, (tx) => vote(tx, cast))
}
