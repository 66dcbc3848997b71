import { encodeAbiParameters, encodeFunctionData, type Hex, keccak256, numberToHex } from 'viem'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { seedOf, winnersOf } from '../../core/raffle/draw.ts'
import { seeded } from '../../core/random.ts'
import { startRaffles } from '../support/raffle.ts'

const raffles = await startRaffles()
afterAll(raffles.close)
const { deployment, client, rpcUrl } = raffles
const random = seeded(20_261_122)

type Vector = { seed: Hex; entries: number; prizes: number }

/** Sizes of every kind: few and many entries, up to all of them winning. */
function vectorOf(index: number): Vector {
  const entries = 1 + random([3, 20, 700, 50_000, 2 ** 32 - 1][index % 5] ?? 1)
  const prizes = 1 + random(Math.min(500, index % 3 === 0 ? entries + 5 : 60))
  return { seed: keccak256(numberToHex(index, { size: 32 })), entries, prizes }
}

/** Where Raffle.sol keeps a raffle: its mapping is the third variable. */
function slotOf(id: bigint): bigint {
  const types = [{ type: 'uint256' }, { type: 'uint256' }] as const
  return BigInt(keccak256(encodeAbiParameters(types, [id, 2n])))
}
const word = (value: bigint) => numberToHex(value, { size: 32 })

/** Asks the deployed contract for the winners of raffle 1 as if it had been drawn so. */
function askWinners({ seed, entries, prizes }: Vector) {
  const head = (4n << 248n) | (BigInt(prizes) << 224n) | (BigInt(entries) << 192n)
  const stateDiff = { [word(slotOf(1n))]: word(head), [word(slotOf(1n) + 1n)]: seed }
  const data = encodeFunctionData({ abi: raffleAbi, functionName: 'winnersOf', args: [1n] })
  const to = deployment.raffle
  return { method: 'eth_call', params: [{ to, data }, 'latest', { [to]: { stateDiff } }] }
}

test('the chain and TypeScript draw the same winners from 600 random seeds', async () => {
  const vectors = Array.from({ length: 600 }, (_, index) => vectorOf(index))
  const answers = await openRpc(rpcUrl).batch(vectors.map(askWinners))
  for (const [index, { seed, entries, prizes }] of vectors.entries()) {
    const ours = encodeAbiParameters([{ type: 'uint256[]' }], [winnersOf(seed, entries, prizes).map(BigInt)])
    expect(answers[index]).toEqual({ result: ours })
  }
})

/** Contract code that answers any call with the word in its first slot. */
const ECHO = '0x5f545f5260205ff3'
const simulatedShape = z.object({
  result: z.tuple([
    z.object({ calls: z.tuple([z.object({ logs: z.tuple([z.object({ data: z.string() })]) })]) }),
  ]),
})

/** Simulates the draw of a raffle that just closed, with a beacon that gives `randomness` to anything. */
function askDraw({ randomness, id }: { randomness: Hex; id: bigint }, now: bigint) {
  const { raffle, beacon } = deployment
  const stateOverrides = {
    [raffle]: { stateDiff: { [word(slotOf(id))]: word((1n << 248n) | (now << 96n)) } },
    [beacon]: { code: ECHO, stateDiff: { [word(0n)]: randomness } },
  }
  const data = encodeFunctionData({ abi: raffleAbi, functionName: 'draw', args: [id, '0x'] })
  const blockStateCalls = [{ stateOverrides, calls: [{ to: raffle, data }] }]
  return { method: 'eth_simulateV1', params: [{ blockStateCalls }, 'latest'] }
}

test('the chain and TypeScript make the same seeds from 500 random rounds', async () => {
  const { timestamp } = await client.getBlock()
  const vectors = Array.from({ length: 500 }, (_, index) => ({
    randomness: keccak256(numberToHex(index, { size: 16 })),
    id: BigInt(1 + random(2 ** 32)) ** BigInt(1 + random(7)),
  }))
  const answers = await openRpc(rpcUrl).batch(vectors.map((vector) => askDraw(vector, timestamp)))
  for (const [index, vector] of vectors.entries()) {
    const [{ calls }] = simulatedShape.parse(answers[index]).result
    const ours = seedOf({ ...vector, chainId: deployment.chain_id, raffle: deployment.raffle })
    // Drawn(id, round, seed): the seed is the second word.
    expect(`0x${calls[0].logs[0].data.slice(66)}`).toBe(ours)
  }
})
