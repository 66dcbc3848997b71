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
  blockTimestamp?: number
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

const HASH = /^0x[0-9a-f]{64}$/
const ADDRESS = /^0x[0-9a-f]{40}$/
const BYTES = /^0x(?:[0-9a-f]{2})*$/
const QUANTITY = /^0x[0-9a-f]{1,13}$/
const MOST_TOPICS = 4

const listShape = z.array(z.unknown())
type Raw = Record<string, unknown>
type Place = { origin: string; index: number }

function hexOf(raw: Raw, field: string, form: RegExp): Hex | undefined {
  const value = raw[field]
  return typeof value === 'string' && form.test(value) ? (value as Hex) : undefined
}

function quantityOf(raw: Raw, field: string): number | undefined {
  const value = hexOf(raw, field, QUANTITY)
  return value === undefined ? undefined : Number(value)
}

function areTopics(topics: unknown): topics is Hex[] {
  if (!Array.isArray(topics) || topics.length > MOST_TOPICS) return false
  return topics.every((topic) => typeof topic === 'string' && HASH.test(topic))
}

/** By hand: a zod shape took eight times as long, and was the half of a backfill's CPU. */
function toLog(entry: unknown, { origin, index }: Place): Log {
  const raw: Raw = typeof entry === 'object' && entry !== null ? (entry as Raw) : {}
  const address = hexOf(raw, 'address', ADDRESS)
  const data = hexOf(raw, 'data', BYTES)
  const blockHash = hexOf(raw, 'blockHash', HASH)
  const transactionHash = hexOf(raw, 'transactionHash', HASH)
  const blockNumber = quantityOf(raw, 'blockNumber')
  const logIndex = quantityOf(raw, 'logIndex')
  const { topics, removed } = raw
  if (address === undefined || data === undefined || !areTopics(topics))
    throw badAnswer(origin, `entry ${index} of its logs is none`)
  if (blockHash === undefined || transactionHash === undefined)
    throw badAnswer(origin, `entry ${index} of its logs has no hashes`)
  if (blockNumber === undefined || logIndex === undefined)
    throw badAnswer(origin, `entry ${index} of its logs has no place`)
  if (removed) throw badAnswer(origin, `a removed log of block ${blockNumber}`)
  const blockTimestamp = quantityOf(raw, 'blockTimestamp')
  return { address, topics, data, blockNumber, blockHash, blockTimestamp, transactionHash, logIndex }
}

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
  const { origin } = rpc
  return requireOrder(
    origin,
    resultOf(rpc, answer, listShape).map((entry, index) => toLog(entry, { origin, index })),
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
