import { createPublicClient, createTestClient, http } from 'viem'
import { expect } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { uuidv7 } from '../../core/id.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import type { Logger } from '../../core/log.ts'
import { type Hex, toBytea } from '../../db/bytes.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { chainAwards } from './awards.ts'
import { startChain, type TestChain } from './chain.ts'
import { createDatabase, type TestDatabase } from './database.ts'
import { addMember, type TestMember } from './members.ts'

const silent = () => undefined
export const silentLogger: Logger = { debug: silent, info: silent, warn: silent, error: silent }

/** A chain, a database, an indexer between them: what the settle worker lives in. */
export type SettleWorld = {
  chain: TestChain
  database: TestDatabase
  members: TestMember[]
  anvil: ReturnType<typeof anvilClient>
  restartIndexer: () => Promise<void>
  stopIndexer: () => Promise<void>
  close: () => Promise<void>
}

function anvilClient(rpcUrl: string) {
  return createTestClient({ mode: 'anvil', transport: http(rpcUrl) })
}

function startMirror(chain: TestChain, database: TestDatabase): Indexer {
  const { chain_id, start_block } = chain.deployment
  return startIndexer({
    databaseUrl: database.indexerUrl,
    rpcUrl: chain.rpcUrl,
    logger: silentLogger,
    target: { chainId: chain_id, startBlock: start_block, contracts: contractsOf(chain.deployment) },
    pollMs: 50,
  })
}

export async function startWorld(): Promise<SettleWorld> {
  const [chain, database] = await Promise.all([startChain(rulesetHash), createDatabase()])
  let indexer = startMirror(chain, database)
  await indexer.ready
  const members: TestMember[] = []
  for (const name of ['ana', 'ben', 'cleo', 'dan', 'eve']) members.push(await addMember(database.app, name))
  return {
    chain,
    database,
    members,
    anvil: anvilClient(chain.rpcUrl),
    stopIndexer: () => indexer.stop(),
    restartIndexer: async () => {
      await indexer.stop()
      indexer = startMirror(chain, database)
      await indexer.ready
    },
    close: async () => {
      await indexer.stop()
      await Promise.all([chain.close(), database.close()])
    },
  }
}

/** Awards that are due, shared out over the members; amounts differ, so that none can stand for another. */
export async function addDueAwards({ database, members }: SettleWorld, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: uuidv7(),
    member_id: members[index % members.length]?.id ?? '',
    rule: 'restock.report',
    source_id: uuidv7(),
    amount: String(10n ** 18n + BigInt(index)),
    ruleset: toBytea(rulesetHash),
    matures_at: new Date(Date.now() - 1000),
  }))
  await database.app`insert into app.award ${database.app(rows)}`
}

/** Until the mirror shows every award. */
export async function allMirrored({ database }: SettleWorld, timeout = 20_000): Promise<void> {
  const missing = async () => {
    const [row] = await database.app<{ count: number }[]>`
      select count(*)::int as count from app.award a left join chain.award c using (award_id)
        where c.award_id is null and a.reversed_at is null`
    return row?.count
  }
  await expect.poll(missing, { timeout, interval: 50 }).toBe(0)
}

type Expected = { award_id: bigint; wallet: Uint8Array; amount: bigint }

/** Asks the chain itself: each award's number once, to its member, in its amount, and nothing else. */
export async function expectMintedOnce({ chain, database }: SettleWorld): Promise<void> {
  const client = createPublicClient({ transport: http(chain.rpcUrl), cacheTime: 0 })
  const address = chain.deployment.karma
  const awarded = await chainAwards(chain.rpcUrl, address)
  const minted = awarded.map(({ id, to, amount }) => `${id} ${to} ${amount}`)
  const awards = await database.app<Expected[]>`
    select award_id, address as wallet, amount from app.award join app.wallet using (member_id)
      where reversed_at is null order by award_id`
  const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
  expect(minted).toEqual(awards.map((award) => `${award.award_id} ${hex(award.wallet)} ${award.amount}`))
  const wallets = [...new Set(awards.map(({ wallet }) => hex(wallet)))]
  const earned = await Promise.all(
    wallets.map((wallet) =>
      client.readContract({ abi: karmaAbi, address, functionName: 'lifetimeEarned', args: [wallet] }),
    ),
  )
  const sum = (values: bigint[]) => values.reduce((total, value) => total + value, 0n)
  expect(sum(earned)).toBe(sum(awards.map(({ amount }) => amount)))
}
