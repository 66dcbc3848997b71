import { expect, test } from 'vitest'
import { localNetwork, signRound } from '../beacon/local.ts'
import { roundAfter } from '../beacon/rounds.ts'
import { verifyRound } from '../beacon/signature.ts'
import { seedOf, winnersOf } from './draw.ts'
import { checkProof } from './proof.ts'
import type { RaffleProof } from './shape.ts'

const key = `0x${'b7'.repeat(32)}` as const
const network = localNetwork(key, 1_700_000_000)
const [closesAt, margin] = [1_700_003_600, 60]
const round = roundAfter(network, closesAt + margin)
const { signature } = signRound(key, round)
const { randomness } = verifyRound(network, round, signature)
const raffle = `0x${'ab'.repeat(20)}` as const
const seed = seedOf({ randomness, chainId: 31_337, raffle, id: 4n })

const right: RaffleProof = {
  ...{ chain_id: 31_337, raffle, id: '4', margin, signature, winners: winnersOf(seed, 9, 2) },
  beacon: {
    chain_hash: network.chainHash,
    public_key: network.publicKey,
    genesis: network.genesis,
    period: network.period,
  },
  created: { round: String(round), closes_at: closesAt, winners: 2 },
  entered: Array.from({ length: 9 }, (_, ticket) => `0x${String(ticket).repeat(40)}`),
  drawn: { round: String(round), seed, tx_hash: `0x${'cd'.repeat(32)}` },
}

test('a right proof has no differences, names the winners, and says that the beacon is not drand', () => {
  const { differences, winners, decider } = checkProof(right)
  expect(differences).toEqual([])
  expect(winners.map(({ ticket }) => ticket)).toEqual(right.winners)
  expect(decider).toBe('other')
})

test("another round's signature, another key, another seed, other entries and other winners are told", () => {
  const other = localNetwork(`0x${'c9'.repeat(32)}`, network.genesis)
  const wrong: Partial<RaffleProof>[] = [
    { signature: signRound(key, round + 1n).signature },
    { signature: 'ff' },
    { beacon: { ...right.beacon, public_key: other.publicKey } },
    { drawn: { ...right.drawn, seed: `0x${'01'.repeat(32)}` } },
    { created: { ...right.created, round: String(round - 1n) } },
    { entered: right.entered.slice(1) },
    { winners: right.winners.toReversed() },
    { margin: 0 },
  ]
  for (const changed of wrong) expect(checkProof({ ...right, ...changed }).differences).not.toEqual([])
})
