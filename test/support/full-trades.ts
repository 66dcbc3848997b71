import { putInCloset } from '../../db/closet/items.ts'
import { drawJuries, openJuries } from '../../db/trades/jury.ts'
import type { TestDatabase } from './database.ts'
import { addCatalog, addMember, type TestMember } from './members.ts'
import { openRing } from './rings.ts'
import { openTrade } from './trades.ts'

/** A thing in the closet, an offer out, a trade with bonds, one that was told of, and a seat on somebody's jury. */
export async function addTrading(database: TestDatabase, member: TestMember, words: string): Promise<void> {
  const { app } = database
  const now = new Date()
  const add = (name: string) => addMember(app, `${name}_${member.id.slice(-6)}`)
  const [partner, other] = [await add('swapper'), await add('swapped')]
  const { sneakerId: sneaker_id } = await addCatalog(app)
  const input = { side: 'have', sneaker_id, size: '9', condition: 'new', note: words } as const
  await putInCloset(app, { memberId: member.id, input, now })
  const sides = { maker: member, taker: partner }
  await openTrade(database, sides, { now, note: words })
  const bonded = await openTrade(database, sides, { now, bond: 5, wallet: member.wallet, note: words })
  await bonded.act(partner, { act: 'accept', offer: 1, wallet: partner.wallet })
  const told = await openTrade(database, sides, { now })
  await told.act(partner, { act: 'accept', offer: 1 })
  await told.act(member, { act: 'tell', text: words })
  await openRing(database, [member, partner, other], { now, bond: 5, wallet: member.wallet })
  const theirs = await openTrade(database, { maker: partner, taker: other }, { now })
  await theirs.act(other, { act: 'accept', offer: 1 })
  await theirs.act(other, { act: 'dispute', text: 'The box was empty.' })
  await openJuries(app, { round: async () => 1n, now })
  // Whoever the beacon would have drawn.
  const pool = [member, await add('juror_a'), await add('juror_b')].map(({ id }) => id)
  await app`update app.trade_jury set pool = ${pool}::uuid[] where trade_id = ${theirs.id}`
  await drawJuries(app, { round: 1n, randomness: `0x${'11'.repeat(32)}`, now })
}
