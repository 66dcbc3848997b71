import { malformed } from '../malformed.ts'
import type { Decoders } from './decoder.ts'
import { domainEvents, managedEvents } from './managed.ts'
import { addressAt, MAX_BIGINT, MAX_INTEGER, requireForm, toBool, topicAt, toUint, wordAt } from './words.ts'

const ZERO = `0x${'0'.repeat(40)}`

/** Any ERC-20. */
export const tokenEvents: Decoders = {
  'Transfer(address,address,uint256)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const [from, to] = [addressAt(log, 1), addressAt(log, 2)]
    facts.transfers.push({ ...place, from, to, value: BigInt(wordAt(log, 0)) })
  },
}

export const karmaEvents: Decoders = {
  ...managedEvents,
  ...domainEvents,
  /** A transfer from 0 is also the award whose turn it is. */
  'Transfer(address,address,uint256)': (log, place, { facts, announced }) => {
    requireForm(log, 3, 1)
    const [from, to, value] = [addressAt(log, 1), addressAt(log, 2), BigInt(wordAt(log, 0))]
    facts.transfers.push({ ...place, from, to, value })
    if (from === ZERO) facts.awards.push({ ...place, id: announced.take(log), to, amount: value })
    else announced.refuse(log)
  },
  'AwardBatch(uint64,uint256,bytes32)': (log, place, { facts, announced }) => {
    requireForm(log, 2, 2)
    const firstId = toUint(log, topicAt(log, 1), MAX_BIGINT)
    const count = Number(toUint(log, wordAt(log, 0), MAX_INTEGER))
    if (count === 0) throw malformed(log, 'its batch is empty')
    if (firstId + BigInt(count - 1) > MAX_BIGINT)
      throw malformed(log, 'its last award has too large a number')
    announced.open(log, firstId, count)
    facts.batches.push({ ...place, firstId, count, ruleset: wordAt(log, 1) })
  },
  'Spent(address,uint256,bytes32,bool)': (log, place, { facts }) => {
    requireForm(log, 2, 3)
    const [amount, ref] = [BigInt(wordAt(log, 0)), wordAt(log, 1)]
    facts.spends.push({ ...place, from: addressAt(log, 1), amount, ref, burned: toBool(log, wordAt(log, 2)) })
  },
  'DelegateChanged(address,address,address)': (log, place, { facts }) => {
    requireForm(log, 4, 0)
    const [delegator, from, to] = [addressAt(log, 1), addressAt(log, 2), addressAt(log, 3)]
    facts.delegations.push({ ...place, delegator, from, to })
  },
  'DelegateVotesChanged(address,uint256,uint256)': (log, place, { facts }) => {
    requireForm(log, 2, 2)
    const [previous, votes] = [BigInt(wordAt(log, 0)), BigInt(wordAt(log, 1))]
    facts.delegateVotes.push({ ...place, delegate: addressAt(log, 1), previous, votes })
  },
  'Approval(address,address,uint256)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const [owner, spender, value] = [addressAt(log, 1), addressAt(log, 2), BigInt(wordAt(log, 0))]
    facts.approvals.push({ ...place, owner, spender, value })
  },
  'DailyCapSet(uint256)': (log, place, { facts }) => {
    requireForm(log, 1, 1)
    facts.dailyCaps.push({ ...place, cap: BigInt(wordAt(log, 0)) })
  },
}
