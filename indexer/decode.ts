import { toEventSelector } from 'viem'
import type { Log } from '../adapters/chain/logs.ts'
import { Retryable } from '../core/errors.ts'
import type { Facts, Place } from '../db/chain/facts.ts'

type Hex = `0x${string}`

/** Lower-case addresses. */
export type Contracts = { karma: Hex; accessPass: Hex }

const TRANSFER = toEventSelector('Transfer(address,address,uint256)')
const AWARDED = toEventSelector('Awarded(uint64,address,uint256)')
const AWARD_BATCH = toEventSelector('AwardBatch(uint64,uint256,bytes32)')
const PASS_PURCHASED = toEventSelector('PassPurchased(address,uint8,uint64,uint256)')
/** First topics of the events that are mirrored. */
export const mirroredEvents: Hex[] = [TRANSFER, AWARDED, AWARD_BATCH, PASS_PURCHASED]

const WORD = 64
/** The last second of the year 9999: contracts may say "for ever", timestamps cannot. */
const LAST_SECOND = 253_402_300_799n
const MAX_BIGINT = 2n ** 63n - 1n
const MAX_INTEGER = 2n ** 31n - 1n
const MAX_UINT8 = 255n

function malformed(log: Log, reason: string): Retryable {
  return new Retryable({
    code: 'chain.bad-answer',
    message: `Log ${log.logIndex} of block ${log.blockNumber} is no event of ours: ${reason}.`,
    fix: 'Check that DEPLOYMENT names the contracts of this chain and that the node at RPC_URL is sound.',
  })
}

function topic(log: Log, index: number): Hex {
  const value = log.topics[index]
  if (value === undefined) throw malformed(log, `it has no topic ${index}`)
  return value
}

/** An indexed address: the low 20 bytes of a topic whose rest is zero. */
function addressAt(log: Log, index: number): Hex {
  const value = topic(log, index)
  if (!/^0x0{24}/.test(value)) throw malformed(log, `topic ${index} is no address`)
  return `0x${value.slice(26)}`
}

function wordAt(log: Log, index: number): Hex {
  return `0x${log.data.slice(2 + index * WORD, 2 + (index + 1) * WORD)}`
}

function atMost(log: Log, value: bigint, limit: bigint): bigint {
  if (value > limit) throw malformed(log, `${value} is more than ${limit}`)
  return value
}

function requireForm(log: Log, topics: number, words: number): void {
  if (log.topics.length !== topics) throw malformed(log, `${log.topics.length} topics, not ${topics}`)
  if (log.data.length !== 2 + words * WORD) throw malformed(log, `its data is not ${words} words`)
}

type Decoder = (log: Log, place: Place, facts: Facts) => void

const decodeTransfer: Decoder = (log, place, { transfers }) => {
  requireForm(log, 3, 1)
  transfers.push({ ...place, from: addressAt(log, 1), to: addressAt(log, 2), value: BigInt(wordAt(log, 0)) })
}

const decodeAwarded: Decoder = (log, place, { awards }) => {
  requireForm(log, 3, 1)
  const id = atMost(log, BigInt(topic(log, 1)), MAX_BIGINT)
  awards.push({ ...place, id, to: addressAt(log, 2), amount: BigInt(wordAt(log, 0)) })
}

const decodeBatch: Decoder = (log, place, { batches }) => {
  requireForm(log, 2, 2)
  const firstId = atMost(log, BigInt(topic(log, 1)), MAX_BIGINT)
  const count = Number(atMost(log, BigInt(wordAt(log, 0)), MAX_INTEGER))
  batches.push({ ...place, firstId, count, ruleset: wordAt(log, 1) })
}

const decodePass: Decoder = (log, place, { passes }) => {
  requireForm(log, 2, 3)
  const tier = Number(atMost(log, BigInt(wordAt(log, 0)), MAX_UINT8))
  const expires = BigInt(wordAt(log, 1))
  const expiresAt = Number(expires < LAST_SECOND ? expires : LAST_SECOND)
  passes.push({ ...place, member: addressAt(log, 1), tier, expiresAt, paid: BigInt(wordAt(log, 2)) })
}

function decoderOf(log: Log, { karma, accessPass }: Contracts): Decoder | undefined {
  const event = log.topics[0]
  if (log.address === karma && event === TRANSFER) return decodeTransfer
  if (log.address === karma && event === AWARDED) return decodeAwarded
  if (log.address === karma && event === AWARD_BATCH) return decodeBatch
  // A pass is an ERC-721: its own Transfer is another event of the same name.
  if (log.address === accessPass && event === PASS_PURCHASED) return decodePass
  return undefined
}

/**
 * The logs as rows, in their order. By hand: viem's decoder, the oracle of the tests, is 30 times slower.
 * @param timeOf seconds since the Unix epoch of a log's block
 * @throws Retryable `chain.bad-answer` for a log that is not exactly of its event's form
 */
export function decodeLogs(logs: Log[], contracts: Contracts, timeOf: (log: Log) => number): Facts {
  const facts: Facts = { transfers: [], awards: [], batches: [], passes: [] }
  for (const log of logs) {
    const place = {
      blockNumber: log.blockNumber,
      logIndex: log.logIndex,
      txHash: log.transactionHash,
      blockTime: timeOf(log),
    }
    decoderOf(log, contracts)?.(log, place, facts)
  }
  return facts
}
