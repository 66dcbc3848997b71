import { toEventSelector } from 'viem'
import type { Log } from '../adapters/chain/logs.ts'
import type { Facts, Place } from '../db/chain/facts.ts'
import { Announced } from './announced.ts'
import { malformed } from './malformed.ts'

type Hex = `0x${string}`

/** Lower-case addresses. */
export type Contracts = { karma: Hex; accessPass: Hex }

const TRANSFER = toEventSelector('Transfer(address,address,uint256)')
const AWARD_BATCH = toEventSelector('AwardBatch(uint64,uint256,bytes32)')
const PASS_PURCHASED = toEventSelector('PassPurchased(address,uint8,uint64,uint256)')
/** First topics of the events that are mirrored. */
export const mirroredEvents: Hex[] = [TRANSFER, AWARD_BATCH, PASS_PURCHASED]

const WORD = 64
const ZERO = `0x${'0'.repeat(40)}`
/** The last second of the year 9999: contracts may say "for ever", timestamps cannot. */
const LAST_SECOND = 253_402_300_799n
const MAX_BIGINT = 2n ** 63n - 1n
const MAX_INTEGER = 2n ** 31n - 1n
const MAX_UINT8 = 255n

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

type Decoded = { facts: Facts; announced: Announced }
type Decoder = (log: Log, place: Place, decoded: Decoded) => void

/** A transfer from 0 is also the award whose turn it is. */
const decodeTransfer: Decoder = (log, place, { facts, announced }) => {
  requireForm(log, 3, 1)
  const transfer = { ...place, from: addressAt(log, 1), to: addressAt(log, 2), value: BigInt(wordAt(log, 0)) }
  facts.transfers.push(transfer)
  if (transfer.from === ZERO)
    facts.awards.push({ ...place, id: announced.take(log), to: transfer.to, amount: transfer.value })
  else announced.refuse(log)
}

const decodeBatch: Decoder = (log, place, { facts, announced }) => {
  requireForm(log, 2, 2)
  const firstId = BigInt(topic(log, 1))
  const count = Number(atMost(log, BigInt(wordAt(log, 0)), MAX_INTEGER))
  if (count === 0) throw malformed(log, 'its batch is empty')
  atMost(log, firstId + BigInt(count - 1), MAX_BIGINT)
  announced.open(log, firstId, count)
  facts.batches.push({ ...place, firstId, count, ruleset: wordAt(log, 1) })
}

const decodePass: Decoder = (log, place, { facts }) => {
  requireForm(log, 2, 3)
  const tier = Number(atMost(log, BigInt(wordAt(log, 0)), MAX_UINT8))
  const expires = BigInt(wordAt(log, 1))
  const expiresAt = Number(expires < LAST_SECOND ? expires : LAST_SECOND)
  facts.passes.push({ ...place, member: addressAt(log, 1), tier, expiresAt, paid: BigInt(wordAt(log, 2)) })
}

function decoderOf(log: Log, { karma, accessPass }: Contracts): Decoder | undefined {
  const event = log.topics[0]
  if (log.address === karma && event === TRANSFER) return decodeTransfer
  if (log.address === karma && event === AWARD_BATCH) return decodeBatch
  // A pass is an ERC-721: its own Transfer is another event of the same name.
  if (log.address === accessPass && event === PASS_PURCHASED) return decodePass
  return undefined
}

/**
 * The logs of whole blocks as rows, in their order. By hand: viem's decoder, the oracle of the tests, is 30 times slower.
 * @param timeOf seconds since the Unix epoch of a log's block
 * @throws Retryable `chain.bad-answer` for a log that is not exactly of its event's form, a mint that no batch announced,
 *   and a batch whose mints are not there
 */
export function decodeLogs(logs: Log[], contracts: Contracts, timeOf: (log: Log) => number): Facts {
  const facts: Facts = { transfers: [], awards: [], batches: [], passes: [] }
  const announced = new Announced()
  for (const log of logs) {
    announced.pass(log)
    const place = {
      blockNumber: log.blockNumber,
      logIndex: log.logIndex,
      txHash: log.transactionHash,
      blockTime: timeOf(log),
    }
    decoderOf(log, contracts)?.(log, place, { facts, announced })
  }
  announced.close()
  return facts
}
