import type { Log } from '../../adapters/chain/logs.ts'
import type { Decoders } from './decoder.ts'
import { managedEvents } from './managed.ts'
import {
  addressAt,
  MAX_BIGINT,
  MAX_UINT8,
  MAX_UINT16,
  MAX_UINT32,
  MAX_UINT96,
  requireForm,
  topicAt,
  toTime,
  toUint,
  wordAt,
} from './words.ts'

/** A counter. */
const idOf = (log: Log) => toUint(log, topicAt(log, 1), MAX_BIGINT)

export const raffleEvents: Decoders = {
  ...managedEvents,
  'RaffleCreated(uint256,uint96,uint16,uint40,uint8,uint64,bytes32)': (log, place, { facts }) => {
    requireForm(log, 2, 6)
    facts.raffles.push({
      ...place,
      id: idOf(log),
      price: toUint(log, wordAt(log, 0), MAX_UINT96),
      winners: Number(toUint(log, wordAt(log, 1), MAX_UINT16)),
      closesAt: toTime(wordAt(log, 2)),
      tier: Number(toUint(log, wordAt(log, 3), MAX_UINT8)),
      round: toUint(log, wordAt(log, 4), MAX_BIGINT),
      prizeHash: wordAt(log, 5),
    })
  },
  'Entered(uint256,address,uint32)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const ticket = Number(toUint(log, wordAt(log, 0), MAX_UINT32))
    facts.entries.push({ ...place, id: idOf(log), member: addressAt(log, 2), ticket })
  },
  'Cancelled(uint256)': (log, place, { facts }) => {
    requireForm(log, 2, 0)
    facts.raffleEnds.push({ ...place, id: idOf(log), state: 'cancelled' })
  },
  'Expired(uint256)': (log, place, { facts }) => {
    requireForm(log, 2, 0)
    facts.raffleEnds.push({ ...place, id: idOf(log), state: 'expired' })
  },
  'Refunded(uint256,address,uint256)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    facts.refunds.push({ ...place, id: idOf(log), member: addressAt(log, 2), amount: BigInt(wordAt(log, 0)) })
  },
  'Drawn(uint256,uint64,bytes32)': (log, place, { facts }) => {
    requireForm(log, 2, 2)
    const round = toUint(log, wordAt(log, 0), MAX_BIGINT)
    facts.draws.push({ ...place, id: idOf(log), round, seed: wordAt(log, 1) })
  },
  'Claimed(uint256,address,uint256)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const at = Number(toUint(log, wordAt(log, 0), MAX_UINT16))
    facts.claims.push({ ...place, id: idOf(log), member: addressAt(log, 2), place: at })
  },
  'Settled(uint256,uint256)': (log, place, { facts }) => {
    requireForm(log, 2, 1)
    facts.settlements.push({ ...place, id: idOf(log), amount: BigInt(wordAt(log, 0)) })
  },
}
