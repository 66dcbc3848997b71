import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import type { OfferInput, TradeActInput } from '../../core/trade/input.ts'
import type { DealStep } from '../../core/trade/states.ts'
import { type Hex, toBytea } from '../../db/bytes.ts'
import { actOnTrade } from '../../db/trades/act.ts'
import { createTrade } from '../../db/trades/create.ts'
import { readTrade } from '../../db/trades/load.ts'
import type { TestDatabase } from './database.ts'
import { addCatalog, type TestMember } from './members.ts'

/** An offer of one pair for another, each its own in the catalogue. */
export async function anOffer({ app }: TestDatabase, change: Partial<OfferInput> = {}): Promise<OfferInput> {
  const pair = async () => {
    const { sneakerId } = await addCatalog(app)
    return { sneaker_id: sneakerId, size: '10', condition: 'new' as const }
  }
  return {
    ...{ gives: [await pair()], asks: [await pair()], bond: 0 },
    ...{ answer_seconds: 3600, sending_seconds: 86_400, ...change },
  }
}

export type Pair = { maker: TestMember; taker: TestMember }

/** A trade that the maker offers the taker, and what the two do about it. */
export async function openTrade(
  database: TestDatabase,
  { maker, taker }: Pair,
  { now, ...change }: Partial<OfferInput> & { now: Date },
) {
  const { app } = database
  const offer = await anOffer(database, change)
  const id = await createTrade(app, { memberId: maker.id, input: { ...offer, with: taker.username }, now })
  const act = (by: TestMember, input: TradeActInput, at = now) =>
    actOnTrade(app, { id, memberId: by.id, input, now: at })
  const read = (by: TestMember = maker, at = now) => readTrade(app, { id, memberId: by.id, now: at })
  return { id, act, read, offer }
}

let block = 2_000_000

type Place = { block?: number; at: Date }
const placeOf = ({ block: number = block++, at }: Place) => ({
  ...{ block_number: number, log_index: 0, tx_hash: randomBytes(32), block_time: at },
})

/** What the mirror would have: the first bond of a trade. @returns its block */
export async function mirrorBond(
  { indexer }: TestDatabase,
  {
    id,
    proposer,
    counterparty,
    bond,
    at,
  }: Place & { id: Hex; proposer: Hex; counterparty: Hex; bond: number },
): Promise<number> {
  const place = placeOf({ at })
  await indexer`insert into chain.trade ${indexer({
    ...place,
    ...{ trade_id: toBytea(id), proposer_address: toBytea(proposer) },
    ...{ counterparty_address: toBytea(counterparty), bond: String(karma(bond)) },
    ...{ accept_by: at, confirm_by: at, terms_hash: randomBytes(32) },
  })}`
  return place.block_number
}

type Step = Place & {
  id: Hex
  step: Exclude<DealStep, 'none' | 'proposed'> | 'confirmed'
  actor?: Hex
  ruleBy?: Date
  slashed?: number
  fromState?: number
}

/** The same of anything that happened to it since. @returns its block */
export async function mirrorStep({ indexer }: TestDatabase, given: Step): Promise<number> {
  const { id, step, actor, ruleBy = null, slashed = null, fromState = null } = given
  const place = placeOf(given)
  await indexer`insert into chain.trade_step ${indexer({
    ...place,
    ...{ trade_id: toBytea(id), step, actor_address: actor ? toBytea(actor) : null, rule_by: ruleBy },
    ...{ slashed, burned: slashed === null ? null : '0', from_state: fromState },
  })}`
  return place.block_number
}

/** A reorg takes a block away. */
export async function unmirror({ indexer }: TestDatabase, number: number): Promise<void> {
  await indexer`delete from chain.trade_step where block_number = ${number}`
  await indexer`delete from chain.trade where block_number = ${number}`
}

/** A photo of a member's that shows nothing yet. */
export async function addLoosePhoto({ app }: TestDatabase, { id: memberId }: TestMember): Promise<string> {
  const id = uuidv7()
  await app`
    insert into app.photo (id, member_id, width, height, created_at) values (${id}, ${memberId}, 1, 1, now())`
  return id
}
