import type { Decoders } from './decoder.ts'
import {
  addressAt,
  MAX_UINT8,
  MAX_UINT32,
  MAX_UINT96,
  requireForm,
  topicAt,
  toTime,
  toUint,
  wordAt,
} from './words.ts'

/** A pass is an ERC-721: its own Transfer is another event of the same name, which says nothing more. */
export const accessPassEvents: Decoders = {
  'PassPurchased(address,uint8,uint64,uint256)': (log, place, { facts }) => {
    requireForm(log, 2, 3)
    const tier = Number(toUint(log, wordAt(log, 0), MAX_UINT8))
    const [expiresAt, paid] = [toTime(wordAt(log, 1)), BigInt(wordAt(log, 2))]
    facts.passes.push({ ...place, member: addressAt(log, 1), tier, expiresAt, paid })
  },
  'TierSet(uint8,uint96,uint32,uint96)': (log, place, { facts }) => {
    requireForm(log, 2, 3)
    const tier = Number(toUint(log, topicAt(log, 1), MAX_UINT8))
    const price = toUint(log, wordAt(log, 0), MAX_UINT96)
    const period = Number(toUint(log, wordAt(log, 1), MAX_UINT32))
    facts.tiers.push({ ...place, tier, price, period, minEarned: toUint(log, wordAt(log, 2), MAX_UINT96) })
  },
}
