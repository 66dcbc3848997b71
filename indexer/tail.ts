import { type Header, headerCall, toHeader } from '../adapters/chain/headers.ts'
import { type BlockRange, logsCall, toLogsOfRange } from '../adapters/chain/logs.ts'
import { proveLogs } from '../adapters/chain/proof.ts'
import { badAnswer, type Rpc } from '../adapters/chain/rpc.ts'
import { changesOf } from '../db/chain/changes.ts'
import type { Position } from '../db/chain/position.ts'
import { decodeLogs } from './decode.ts'
import { type Fetched, isBadAnswer, type Source, toBlock } from './fetch.ts'
import type { Pace } from './pace.ts'

export type Tail = Fetched & {
  /** The newest block that the node calls final, as it does so now. */
  finalized: number | undefined
}

/** Each block must follow the one before it. @returns undefined when a block is missing or the first does not follow */
function linked(rpc: Rpc, headers: (Header | null)[], last: Position): [Header, ...Header[]] | undefined {
  const whole = headers.filter((header) => header !== null)
  const [first, ...rest] = whole
  if (!first || whole.length < headers.length) return undefined
  if (last.hash !== null && first.parentHash !== last.hash) return undefined
  rest.forEach(({ number, parentHash }, index) => {
    if (parentHash !== whole[index]?.hash)
      throw badAnswer(rpc.origin, `block ${number} does not follow the one before it`)
  })
  return [first, ...rest]
}

/** One request for everything, hence most likely one node's view at one moment; what differs in it is refused. */
async function ask({ rpc, decoders }: Source, range: BlockRange, last: Position): Promise<Tail | undefined> {
  const numbers = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const tags = ['finalized' as const, ...numbers]
  const answers = await rpc.batch([
    logsCall({ filter: decoders.filter, range }),
    ...tags.map((tag) => headerCall(tag)),
  ])
  const [finalized, ...told] = tags.map((tag, index) => toHeader(rpc, tag, answers[index + 1]))
  const headers = linked(rpc, told, last)
  if (!headers) return undefined
  const logs = toLogsOfRange(rpc, { filter: decoders.filter, range }, answers[0])
  const claims = headers.map((header) => ({
    header,
    logs: logs.filter(({ blockNumber }) => blockNumber === header.number),
  }))
  const times = new Map(headers.map(({ number, timestamp }) => [number, timestamp]))
  const proven = await proveLogs(rpc, decoders.filter, claims)
  const [first, ...rest] = headers
  return {
    changes: changesOf(decodeLogs(proven, decoders, ({ blockNumber }) => times.get(blockNumber) ?? 0)),
    blocks: [toBlock(first), ...rest.map(toBlock)],
    finalized: finalized?.number,
  }
}

/**
 * Fetches the beginning of a range of blocks that may still be replaced: every header, linked to the mirror's last block
 * by its parent hash, and the logs of exactly those blocks, with none missing.
 * @returns undefined when the node lacks one of the blocks or has others on another past: look again
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function fetchTail(
  source: Source & { pace: Pace },
  { from, to }: BlockRange,
  last: Position,
): Promise<Tail | undefined> {
  for (;;) {
    const end = Math.min(to, from + source.pace.tail - 1)
    try {
      const tail = await ask(source, { from, to: end }, last)
      if (tail) source.pace.tailAnswered()
      return tail
    } catch (error) {
      if (!isBadAnswer(error) || end === from) throw error
      source.pace.tailRefused(end - from + 1)
    }
  }
}
