import { z } from 'zod'
import { type Answer, badAnswer, type Call, type Rpc, resultOf, toQuantity } from './rpc.ts'

type Hex = `0x${string}`

/** An event as the node tells it, in lower case. `blockTimestamp` (seconds) is missing on older nodes. */
export type Log = {
  address: Hex
  topics: Hex[]
  data: Hex
  blockNumber: number
  blockHash: Hex
  blockTimestamp?: number | undefined
  transactionHash: Hex
  logIndex: number
}
export type LogFilter = {
  /** Lower-case. */
  addresses: Hex[]
  /** First topics: any of these. */
  events: Hex[]
}
/** Inclusive. */
export type BlockRange = { from: number; to: number }

const listShape = z.array(z.unknown())
const HEX = /^0x[0-9a-f]*$/
const QUANTITY = /^0x[0-9a-f]{1,13}$/

/** 0x and so many lower-case digits. */
function isHex(value: unknown, digits: number): value is Hex {
  return typeof value === 'string' && value.length === 2 + digits && HEX.test(value)
}

const isHash = (value: unknown): value is Hex => isHex(value, 64)
const isData = (value: unknown): value is Hex =>
  typeof value === 'string' && value.length % 2 === 0 && HEX.test(value)
const isQuantity = (value: unknown): value is string => typeof value === 'string' && QUANTITY.test(value)
const isTopics = (value: unknown): value is Hex[] =>
  Array.isArray(value) && value.length <= 4 && value.every(isHash)

/**
 * One log, checked by hand: zod took 0.25 s of CPU for 100,000 of them, of 2.5 s for a whole backfill, and makes each twice.
 * @throws Retryable `chain.bad-answer`
 */
function toLog(origin: string, told: unknown): Log {
  const log: Record<string, unknown> = Object(told)
  const { address, topics, data, blockNumber, blockHash, blockTimestamp, transactionHash, logIndex } = log
  const wrong = (field: string) => badAnswer(origin, `a log whose ${field} is not in the form of a log's`)
  if (!isHex(address, 40)) throw wrong('address')
  if (!isTopics(topics)) throw wrong('topics')
  if (!isData(data)) throw wrong('data')
  if (!isQuantity(blockNumber)) throw wrong('blockNumber')
  if (!isHash(blockHash)) throw wrong('blockHash')
  if (blockTimestamp !== undefined && !isQuantity(blockTimestamp)) throw wrong('blockTimestamp')
  if (!isHash(transactionHash)) throw wrong('transactionHash')
  if (!isQuantity(logIndex)) throw wrong('logIndex')
  if (log.removed !== undefined && log.removed !== false)
    throw badAnswer(origin, `a removed log of block ${Number(blockNumber)}`)
  return {
    ...{ address, topics, data, blockHash, transactionHash },
    blockNumber: Number(blockNumber),
    blockTimestamp: blockTimestamp === undefined ? undefined : Number(blockTimestamp),
    logIndex: Number(logIndex),
  }
}

/** In chain order, each once, and of one version of each block. */
function requireOrder(origin: string, logs: Log[]): Log[] {
  logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
  logs.forEach((log, index) => {
    const before = logs[index - 1]
    if (before?.blockNumber !== log.blockNumber) return
    if (before.logIndex === log.logIndex)
      throw badAnswer(origin, `log ${log.logIndex} of block ${log.blockNumber} twice`)
    if (before.blockHash !== log.blockHash)
      throw badAnswer(origin, `logs of two versions of block ${log.blockNumber}`)
  })
  return logs
}

/** True for a log that the filter asks for. */
export function matches({ addresses, events }: LogFilter, { address, topics: [event] }: Log): boolean {
  return addresses.includes(address) && event !== undefined && events.includes(event)
}

/** The call for the matching logs of a range, or for all logs of one block (EIP-234), to be put into a batch. */
export function logsCall(asked: { filter: LogFilter; range: BlockRange } | { blockHash: Hex }): Call {
  if ('blockHash' in asked) return { method: 'eth_getLogs', params: [asked] }
  const { filter, range } = asked
  const blocks = { fromBlock: toQuantity(range.from), toBlock: toQuantity(range.to) }
  return {
    method: 'eth_getLogs',
    params: [{ address: filter.addresses, topics: [filter.events], ...blocks }],
  }
}

/**
 * What a `logsCall` was answered, in chain order, each once.
 * @throws Retryable `chain.bad-answer`, also when the node refuses
 */
export function toLogs(rpc: Rpc, answer: Answer | undefined): Log[] {
  return requireOrder(
    rpc.origin,
    resultOf(rpc, answer, listShape).map((log) => toLog(rpc.origin, log)),
  )
}

/**
 * What the call for a range was answered: logs that were asked for, in chain order, each once.
 * @throws Retryable `chain.bad-answer`, also when the node finds the range too large
 */
export function toLogsOfRange(
  rpc: Rpc,
  { filter, range: { from, to } }: { filter: LogFilter; range: BlockRange },
  answer: Answer | undefined,
): Log[] {
  const logs = toLogs(rpc, answer)
  const other = logs.find((log) => !matches(filter, log))
  if (other) throw badAnswer(rpc.origin, `a log of block ${other.blockNumber} that was not asked for`)
  const outside = logs.find(({ blockNumber }) => blockNumber < from || blockNumber > to)
  if (outside) throw badAnswer(rpc.origin, `a log of block ${outside.blockNumber}, outside ${from}-${to}`)
  return logs
}

/**
 * The matching logs of the range, in chain order, each once.
 * @throws Retryable `chain.unreachable`; `chain.bad-answer`, also when the node finds the range too large
 */
export async function readLogs(rpc: Rpc, filter: LogFilter, range: BlockRange): Promise<Log[]> {
  const [answer] = await rpc.batch([logsCall({ filter, range })])
  return toLogsOfRange(rpc, { filter, range }, answer)
}
