import { valueInForce, voteKnobs } from '../../core/vote/knob.ts'
import { knobTitle } from '../../core/vote/name.ts'
import type { VoteOptions, VoteRules } from '../../core/vote/shape.ts'
import { flagsNow } from '../chain/flags.ts'
import type { Db, Sql } from '../client.ts'
import { walletsOf } from '../ledger/wallets.ts'
import { inTransaction } from '../transaction.ts'
import { voteClock } from './clock.ts'
import { votesAt } from './weights.ts'

/** What votes obey now; null before the mirror has seen it. */
async function rulesNow(db: Db): Promise<VoteRules | null> {
  const rows = await db<{ setting: string; value: bigint }[]>`
    select setting, new_value as value from chain.governor_setting_now`
  const [wait] = await db<{ value: bigint }[]>`
    select new_delay as value from chain.timelock_delay order by block_number desc, log_index desc limit 1`
  const of = (setting: string) => rows.find((row) => row.setting === setting)?.value
  const [delay, period, threshold] = [of('voting-delay'), of('voting-period'), of('proposal-threshold')]
  const quorum = of('quorum-numerator')
  if (delay === undefined || period === undefined || threshold === undefined) return null
  if (quorum === undefined || !wait) return null
  return {
    ...{ delay: Number(delay), period: Number(period), timelock: Number(wait.value) },
    ...{ threshold: String(threshold), quorum_percent: Number(quorum) },
  }
}

async function optionsNow(db: Db): Promise<VoteOptions['options']> {
  const flags = await flagsNow(
    db,
    voteKnobs.map(({ key }) => key),
  )
  return voteKnobs.map((knob) => {
    const { name, key, unit, shipped, min, max } = knob
    const value = valueInForce(knob, flags.get(key))
    const numbers = { shipped: String(shipped), value: String(value), min: String(min), max: String(max) }
    return { name, key, unit, title: knobTitle(name), ...numbers }
  })
}

type Asked = { memberId: string | null; now: Date }

async function walletsNow(db: Db, { memberId, now }: Asked, rules: VoteRules | null) {
  const wallets = memberId === null ? [] : await walletsOf(db, memberId)
  const votes = wallets.length === 0 ? undefined : await votesAt(db, wallets, (await voteClock(db, now)).now)
  return wallets.map((wallet) => {
    const own = votes?.get(wallet) ?? 0n
    return { wallet, votes: String(own), may_propose: rules !== null && own >= BigInt(rules.threshold) }
  })
}

/** What a vote can change, what votes obey, and whether the reader may propose: all as mirrored at one block. */
export async function readVoteOptions(sql: Sql, asked: Asked): Promise<VoteOptions> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    const rules = await rulesNow(tx)
    return { rules, options: await optionsNow(tx), wallets: await walletsNow(tx, asked, rules) }
  })
}
