import { Bloom } from './bloom.ts'
import type { Header } from './headers.ts'
import { type Log, type LogFilter, logsCall, matches, toLogs } from './logs.ts'
import { badAnswer, type Rpc } from './rpc.ts'

/** A block, and what a node said are the logs in it that a filter asks for, in their order. */
export type Claim = { header: Header; logs: Log[] }

/**
 * The logs of a block are numbered from 0: no number is left out, and each bit of the bloom comes from one of them. Nor
 * do they have others: a log of somebody else in the place of one of ours would hide it.
 */
function isWhole(bloom: Bloom, logs: Log[]): boolean {
  const told = Bloom.ofLogs(logs)
  return logs.every(({ logIndex }, at) => logIndex === at) && bloom.isWithin(told) && told.isWithin(bloom)
}

function requireOf(rpc: Rpc, { hash, number }: Header, logs: Log[]): void {
  if (logs.some((log) => log.blockHash !== hash || log.blockNumber !== number))
    throw badAnswer(rpc.origin, `logs of another block for block ${number}`)
}

/**
 * True when the block's bloom rules out that a log is missing.
 * @throws Retryable `chain.bad-answer` when the logs cannot be of this block
 */
function isProven(rpc: Rpc, filter: LogFilter, { header, logs }: Claim): boolean {
  requireOf(rpc, header, logs)
  const bloom = Bloom.of(header.logsBloom)
  // Some chains keep no blooms: there a node is believed.
  if (bloom.isEmpty) return true
  if (!Bloom.ofLogs(logs).isWithin(bloom))
    throw badAnswer(rpc.origin, `logs that the bloom of block ${header.number} does not know`)
  const { addresses, events } = filter
  const holds = (values: Log['topics']) => values.some((value) => bloom.mayHold(value))
  if (logs.length === 0 && !(holds(addresses) && holds(events))) return true
  return isWhole(bloom, logs)
}

/** All logs of the blocks, whoever wrote them: of those it can be seen whether one is missing. */
async function readWhole(rpc: Rpc, headers: Header[]): Promise<Map<number, Log[]>> {
  if (headers.length === 0) return new Map()
  const answers = await rpc.batch(headers.map(({ hash }) => logsCall({ blockHash: hash })))
  return new Map(
    headers.map((header, index) => {
      const logs = toLogs(rpc, answers[index])
      requireOf(rpc, header, logs)
      if (isWhole(Bloom.of(header.logsBloom), logs)) return [header.number, logs]
      throw badAnswer(rpc.origin, `logs of block ${header.number} are missing, says its bloom`)
    }),
  )
}

/**
 * Refuses a node that has the headers of these blocks and no more their logs: all that a bloom tells of must be there.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`, `chain.pruned`
 */
export async function requireLogs(rpc: Rpc, headers: Header[]): Promise<void> {
  await readWhole(
    rpc,
    headers.filter(({ logsBloom }) => !Bloom.of(logsBloom).isEmpty),
  )
}

/**
 * The logs that the filter asks for, of all the blocks, with none missing: where a block's bloom leaves room for one that
 * was not told, all logs of that block are asked for by its hash and must explain the bloom.
 * What stays unseen: the last logs of a block, left out, that repeat addresses and topics of others in it.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function proveLogs(rpc: Rpc, filter: LogFilter, claims: Claim[]): Promise<Log[]> {
  const doubtful = claims.filter((claim) => !isProven(rpc, filter, claim)).map(({ header }) => header)
  const whole = await readWhole(rpc, doubtful)
  return claims.flatMap(
    ({ header, logs }) => whole.get(header.number)?.filter((log) => matches(filter, log)) ?? logs,
  )
}
