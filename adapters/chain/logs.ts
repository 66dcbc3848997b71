import { z } from 'zod'
import { hashShape } from './headers.ts'
import { badAnswer, quantityShape, type Rpc, resultOf, toQuantity } from './rpc.ts'

type Hex = `0x${string}`
const hexShape = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]*$/)])

const logsShape = z.array(
  z.object({
    address: hexShape,
    topics: z.array(hashShape).max(4),
    data: hexShape,
    blockNumber: quantityShape,
    blockHash: hashShape,
    blockTimestamp: quantityShape.optional(),
    transactionHash: hashShape,
    logIndex: quantityShape,
    removed: z.boolean().optional(),
  }),
)

/** An event as the node tells it. `blockTimestamp` (seconds) is missing on older nodes. */
export type Log = z.infer<typeof logsShape>[number]
export type LogFilter = {
  /** Lower-case. */
  addresses: Hex[]
  /** First topics: any of these. */
  events: Hex[]
}
/** Inclusive. */
export type BlockRange = { from: number; to: number }

function inChainOrder(origin: string, logs: Log[], { addresses, events }: LogFilter): Log[] {
  logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
  logs.forEach((log, index) => {
    const before = logs[index - 1]
    if (before?.blockNumber === log.blockNumber && before.logIndex === log.logIndex)
      throw badAnswer(origin, `log ${log.logIndex} of block ${log.blockNumber} twice`)
    if (before?.blockNumber === log.blockNumber && before.blockHash !== log.blockHash)
      throw badAnswer(origin, `logs of two versions of block ${log.blockNumber}`)
    if (log.removed) throw badAnswer(origin, `a removed log of block ${log.blockNumber}`)
    if (!addresses.includes(log.address) || !events.includes(log.topics[0] ?? '0x'))
      throw badAnswer(origin, `a log of block ${log.blockNumber} that was not asked for`)
  })
  return logs
}

function logsCall(filter: LogFilter, where: object) {
  return {
    method: 'eth_getLogs',
    params: [{ address: filter.addresses, topics: [filter.events], ...where }],
  }
}

/**
 * The matching logs of the range, in chain order, each once.
 * @throws Retryable `chain.unreachable`; `chain.bad-answer`, also when the node finds the range too large
 */
export async function readLogs(rpc: Rpc, filter: LogFilter, { from, to }: BlockRange): Promise<Log[]> {
  const where = { fromBlock: toQuantity(from), toBlock: toQuantity(to) }
  const [answer] = await rpc.batch([logsCall(filter, where)])
  const logs = inChainOrder(rpc.origin, resultOf(rpc, answer, logsShape), filter)
  const outside = logs.find(({ blockNumber }) => blockNumber < from || blockNumber > to)
  if (outside) throw badAnswer(rpc.origin, `a log of block ${outside.blockNumber}, outside ${from}-${to}`)
  return logs
}

/**
 * The matching logs of exactly these blocks, in chain order. A node that does not have one of them refuses, where a
 * range would come back empty (EIP-234).
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function readLogsOf(
  rpc: Rpc,
  filter: LogFilter,
  blocks: { number: number; hash: Hex }[],
): Promise<Log[]> {
  const answers = await rpc.batch(blocks.map(({ hash }) => logsCall(filter, { blockHash: hash })))
  return blocks.flatMap(({ number, hash }, index) => {
    const logs = inChainOrder(rpc.origin, resultOf(rpc, answers[index], logsShape), filter)
    if (logs.some((log) => log.blockHash !== hash || log.blockNumber !== number))
      throw badAnswer(rpc.origin, `logs of another block for block ${number}`)
    return logs
  })
}
