import { expect, test } from 'vitest'
import type { Answer, Call, Rpc } from '../adapters/chain/rpc.ts'
import { createMirror, type Mirror } from '../db/chain/position.ts'
import { databaseForTest } from '../test/support/database.ts'
import { followReorg } from './reorg.ts'

type Hex = `0x${string}`
const hashOf = (number: number): Hex => `0x${(number + 1).toString(16).padStart(64, '0')}`
const header = (number: number, hash = hashOf(number)) => ({
  ...{ number: `0x${number.toString(16)}`, timestamp: '0x64' },
  ...{ hash, parentHash: hashOf(number - 1) },
})

/** A mirror at block 9 of a chain, and whether a hash of it is kept: a long backfill keeps none. */
async function begun(isKept: boolean) {
  const { indexer: sql } = await databaseForTest()
  const begin = { chainId: 1, genesisHash: hashOf(0), contracts: [], fromBlock: 10 }
  await createMirror(sql, begin, { number: 9, hash: hashOf(9), parentHash: hashOf(8), time: 1 })
  if (!isKept) await sql`delete from chain.block`
  const mirror: Mirror = { ...begin, number: 9, hash: hashOf(9), deferred: false }
  return { sql, mirror }
}

/** Nodes behind one URL: asked for block 9, they answer one after the other, the last one again and again. */
function nodesOf(...blocks: (ReturnType<typeof header> | null)[]): Rpc {
  let asked = 0
  const answer = ({ method, params: [first] }: Call): Answer => {
    if (method === 'eth_chainId') return { result: '0x1' }
    if (Number(first) === 0) return { result: header(0) }
    return { result: blocks[Math.min(asked++, blocks.length - 1)] }
  }
  return { origin: 'http://node', batch: async (calls) => calls.map(answer) }
}

test('a node far behind makes no alarm when another one behind the same URL has the oldest block kept', async () => {
  const { sql, mirror } = await begun(true)
  const followed = followReorg(sql, nodesOf(null, header(9)), mirror)
  await expect(followed).rejects.toMatchObject({ code: 'chain.bad-answer', name: 'Retryable' })
})

test('nor when no hash is kept, as in the middle of a long backfill', async () => {
  const { sql, mirror } = await begun(false)
  const followed = followReorg(sql, nodesOf(header(9)), mirror)
  await expect(followed).rejects.toMatchObject({ code: 'chain.bad-answer', name: 'Retryable' })
})

test.each([true, false])('another block at the height of the oldest is one (kept: %s)', async (isKept) => {
  const { sql, mirror } = await begun(isKept)
  const followed = followReorg(sql, nodesOf(header(9, hashOf(77))), mirror)
  await expect(followed).rejects.toMatchObject({ code: 'chain.reorg-too-deep', name: 'Final' })
})

test.each([true, false])('a node that has not come so far is waited for (kept: %s)', async (isKept) => {
  const { sql, mirror } = await begun(isKept)
  const followed = followReorg(sql, nodesOf(null), mirror)
  await expect(followed).rejects.toMatchObject({ code: 'chain.bad-answer', name: 'Retryable' })
})
