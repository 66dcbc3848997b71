import { uuidv7 } from '../../core/id.ts'
import { SHORTEST_ANSWER } from '../../core/trade/limits.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { acceptOffer } from '../trades/answer.ts'
import { lockTrade } from '../trades/lock.ts'
import { addOffer } from '../trades/offer.ts'
import { tellTrade } from '../trades/tell.ts'
import type { LegRow, RingRow } from './row.ts'

type Leg = { ring: RingRow; giver: LegRow; receiver: LegRow; now: Date }

const walletOf = ({ wallet }: LegRow) => (wallet ? toHex(wallet) : undefined)

/** One of the three trades: offered by who gives, accepted by who gets. */
async function addLeg(tx: Db, { ring, giver, receiver, now }: Leg): Promise<string> {
  const [id, memberId] = [uuidv7(now.getTime()), receiver.giverId]
  const { sneaker, size, condition } = giver
  await tx`insert into app.trade ${tx({
    ...{ id, maker_id: giver.giverId, taker_id: memberId, created_at: now, offer_no: 1 },
  })}`
  const input = {
    ...{
      gives: [{ sneaker_id: sneaker.id, size, condition }],
      asks: [],
      bond: ring.bond,
      wallet: walletOf(giver),
    },
    ...{ answer_seconds: SHORTEST_ANSWER, sending_seconds: ring.sendingSeconds },
  }
  await addOffer(tx, { tradeId: id, no: 1, byId: giver.giverId, side: 'maker', input, now })
  const locked = await lockTrade(tx, { id, memberId, now })
  await acceptOffer(tx, { locked, offer: 1, id, memberId, now }, walletOf(receiver))
  await tellTrade(tx, id)
  return id
}

/**
 * Makes the three trades of a ring that all have joined, in the caller's transaction: all of them or none.
 * @throws Final as `addOffer`, `acceptOffer`: of whichever of the three it fails
 */
export async function makeTrades(tx: Db, ring: RingRow, now: Date): Promise<void> {
  for (const [place, giver] of ring.legs.entries()) {
    const receiver = ring.legs[(place + 1) % ring.legs.length]
    if (!receiver) continue
    const tradeId = await addLeg(tx, { ring, giver, receiver, now })
    await tx`update app.trade_ring_leg set trade_id = ${tradeId} where ring_id = ${ring.id} and place = ${place}`
  }
}
