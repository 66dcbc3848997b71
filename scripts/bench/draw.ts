import { parseArgs } from 'node:util'
import { keccak256, numberToHex } from 'viem'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { roundAfter } from '../../core/beacon/rounds.ts'
import { verifyRound } from '../../core/beacon/signature.ts'
import { seedOf, winnersOf } from '../../core/raffle/draw.ts'
import { checkProof } from '../../core/raffle/proof.ts'
import type { RaffleProof } from '../../core/raffle/shape.ts'
import { naiveWinners } from './draw/naive.ts'
import type { Run } from './run.ts'
import { table } from './table.ts'

const KEY = `0x${'b7'.repeat(32)}` as const
const RAFFLE = `0x${'ab'.repeat(20)}` as const
const [CLOSES_AT, MARGIN] = [1_700_003_600, 60]

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function timed(runs: number, work: () => unknown): number {
  const took: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    work()
    took.push(performance.now() - began)
  }
  return median(took)
}

/** A right proof of so many entries and prizes. */
function proofOf(entries: number, winners: number): RaffleProof {
  const network = localNetwork(KEY, 1_700_000_000)
  const round = roundAfter(network, CLOSES_AT + MARGIN)
  const { signature } = signRound(KEY, round)
  const { randomness } = verifyRound(network, round, signature)
  const seed = seedOf({ randomness, chainId: 31_337, raffle: RAFFLE, id: 1n })
  const { chainHash: chain_hash, publicKey: public_key, genesis, period } = network
  return {
    ...{ chain_id: 31_337, raffle: RAFFLE, id: '1', margin: MARGIN, signature },
    beacon: { chain_hash, public_key, genesis, period },
    created: { round: String(round), closes_at: CLOSES_AT, winners },
    entered: Array.from({ length: entries }, (_, ticket) => numberToHex(ticket, { size: 20 })),
    drawn: { round: String(round), seed, tx_hash: `0x${'cd'.repeat(32)}` },
    winners: winnersOf(seed, entries, winners),
  }
}

/**
 * What a reader's device does: drawing winners of many entries, beside a shuffle of the whole list, and checking a whole
 * proof. `--entries` (10,000), `--prizes` (50), `--runs` (20). Bar: a proof of 10,000 entries within 500 ms.
 */
export const runDraw: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { entries: text, prizes: text, runs: text } })
  const [entries, prizes] = [Number(values.entries ?? 10_000), Number(values.prizes ?? 50)]
  const runs = Number(values.runs ?? 20)
  const seed = keccak256(numberToHex(7, { size: 32 }))
  const same = winnersOf(seed, entries, prizes).join() === naiveWinners(seed, entries, prizes).join()
  const ours = timed(runs, () => winnersOf(seed, entries, prizes))
  const naive = timed(Math.min(runs, 3), () => naiveWinners(seed, entries, prizes))
  const proof = proofOf(entries, prizes)
  const checked = timed(runs, () => checkProof(proof))
  const right = checkProof(proof).differences.length === 0
  const rows = [
    [`draw ${prizes} of ${entries}`, `${ours.toFixed(2)} ms`, ''],
    ['the same by shuffling the whole list', `${naive.toFixed(2)} ms`, `${(naive / ours).toFixed(1)}x`],
    ['check the whole proof: signature, entries, draw', `${checked.toFixed(1)} ms`, ''],
  ]
  for (const line of table([['what', 'median', 'ours is faster'], ...rows])) tell(line)
  if (!same) tell('The two draws differ.')
  if (!right) tell('The right proof was refused.')
  const held = same && right && checked <= 500
  note({
    what: `check a whole proof of ${entries} entries`,
    figure: `${checked.toFixed(1)} ms`,
    bar: '<= 500 ms',
    held,
  })
  return held
}
