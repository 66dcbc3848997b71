import { encodeFunctionData, type Hex } from 'viem'
import { karmaAbi } from '../../../core/contracts/karma.ts'
import { uuidv7 } from '../../../core/id.ts'
import { toBytea } from '../../../db/bytes.ts'
import { addMember, randomAddress, type TestMember } from '../../../test/support/members.ts'
import { silentLogger } from '../../../test/support/settle.ts'
import { startSettle } from '../../../workers/settle/start.ts'
import type { Ground } from './ground.ts'
import { type Peer, sendEach } from './peer.ts'

/** How long it took, and the gas of all of it. */
export type Lap = { count: number; ms: number; gas: number }
const RULESET: Hex = `0x${'11'.repeat(32)}`
const AMOUNT = 10n ** 16n

const countAwards = async ({ sql }: Ground) => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from chain.award`
  return row?.count ?? 0
}

async function measure(ground: Ground, count: number, work: () => Promise<unknown>): Promise<Lap> {
  const before = await countAwards(ground)
  const block = await ground.client.getBlockNumber()
  const began = performance.now()
  const [ms] = await Promise.all([ground.mirrored(() => countAwards(ground), before + count, began), work()])
  return { count, ms, gas: await ground.gasSince(block) }
}

/** Awards that are due, of members who each get one: each of them is new to the chain. */
async function addDue({ sql }: Ground, count: number, run: number): Promise<void> {
  const members: TestMember[] = []
  for (let nth = 0; nth < count; nth++) members.push(await addMember(sql, `m${run}_${nth}`))
  const due = new Date(Date.now() - 1_000)
  const rows = members.map(({ id }) => ({
    ...{ id: uuidv7(), member_id: id, rule: 'restock.report', source_id: uuidv7() },
    ...{ amount: String(AMOUNT), ruleset: toBytea(RULESET), matures_at: due },
  }))
  await sql`insert into app.award ${sql(rows)}`
}

/** Our worker, from its start with everything due until the mirror shows the last award. */
export async function lapOurs(ground: Ground, count: number, run: number): Promise<Lap> {
  await addDue(ground, count, run)
  const { rpcUrl, awarderKey, deployment } = ground.chain
  const options = { sql: ground.sql, rpcUrl, awarderKey, deployment, logger: silentLogger }
  let worker: { stop: () => Promise<void> } | undefined
  const lap = await measure(ground, count, async () => {
    worker = startSettle(options)
  })
  await worker?.stop()
  return lap
}

/** The same contract, a transaction for each award, and nothing written down: a crash would lose or repeat some. */
export async function lapPeer(ground: Ground, peer: Peer, count: number): Promise<Lap> {
  const { awarderKey: key, deployment } = ground.chain
  const [row] = await ground.sql<{ next: bigint }[]>`
    select coalesce(max(award_id), 0) + 1 as next from chain.award`
  const first = row?.next ?? 1n
  const calls = Array.from({ length: count }, (_, index) => {
    const packed = [(BigInt(randomAddress()) << 96n) | AMOUNT]
    const args = [first + BigInt(index), packed, RULESET] as const
    const data = encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args })
    return { to: deployment.karma, data, gas: 200_000n }
  })
  return measure(ground, count, () => sendEach(ground, { key, inFlight: peer.inFlight }, calls))
}
