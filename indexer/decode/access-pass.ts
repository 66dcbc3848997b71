import type { Decoders } from './decoder.ts'
import { managedEvents } from './managed.ts'
import {
  addressAt,
  MAX_UINT8,
  MAX_UINT32,
  MAX_UINT96,
  requireForm,
  toBool,
  topicAt,
  toTime,
  toUint,
  wordAt,
} from './words.ts'

const locked =
  (isLocked: boolean): Decoders[string] =>
  (log, place, { facts }) => {
    requireForm(log, 1, 1)
    facts.passLocks.push({ ...place, tokenId: BigInt(wordAt(log, 0)), locked: isLocked })
  }

/** A pass as an ERC-721 that is bound to its owner (ERC-5192) and ends (ERC-5643). */
const tokenEvents: Decoders = {
  'Transfer(address,address,uint256)': (log, place, { facts }) => {
    requireForm(log, 4, 0)
    const [from, to] = [addressAt(log, 1), addressAt(log, 2)]
    facts.passTransfers.push({ ...place, from, to, tokenId: BigInt(topicAt(log, 3)) })
  },
  'Approval(address,address,uint256)': (log, place, { facts }) => {
    requireForm(log, 4, 0)
    const [owner, operator, tokenId] = [addressAt(log, 1), addressAt(log, 2), BigInt(topicAt(log, 3))]
    // The zero address takes the approval back.
    facts.passApprovals.push({ ...place, owner, operator, tokenId, approved: BigInt(operator) !== 0n })
  },
  'ApprovalForAll(address,address,bool)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const [owner, operator, approved] = [addressAt(log, 1), addressAt(log, 2), toBool(log, wordAt(log, 0))]
    facts.passApprovals.push({ ...place, owner, operator, tokenId: null, approved })
  },
  'Locked(uint256)': locked(true),
  'Unlocked(uint256)': locked(false),
  'SubscriptionUpdate(uint256,uint64)': (log, place, { facts }) => {
    requireForm(log, 2, 1)
    const [tokenId, expiresAt] = [BigInt(topicAt(log, 1)), toTime(wordAt(log, 0))]
    facts.passSubscriptions.push({ ...place, tokenId, expiresAt })
  },
}

export const accessPassEvents: Decoders = {
  ...managedEvents,
  ...tokenEvents,
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
