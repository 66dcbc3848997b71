import type { Log } from '../../adapters/chain/logs.ts'
import { keccak256 } from '../../core/keccak.ts'
import type { Place } from '../../db/chain/families/family.ts'
import type { GovernorSetting } from '../../db/chain/families/governor-settings.ts'
import type { ProposalStep } from '../../db/chain/families/proposal-steps.ts'
import { malformed } from '../malformed.ts'
import type { Decoders } from './decoder.ts'
import { bytesAt, bytesListAt, requireHead, toText, wordsAt } from './dynamic.ts'
import { domainEvents } from './managed.ts'
import { addressAt, MAX_UINT8, requireForm, toAddress, toTime, toUint, wordAt } from './words.ts'

const step = (log: Log, place: Place, name: ProposalStep['step']): ProposalStep => ({
  ...{ ...place, id: BigInt(wordAt(log, 0)), step: name, eta: null },
})

/** What both events of a vote begin with. */
const ballot = (log: Log) => ({
  voter: addressAt(log, 1),
  id: BigInt(wordAt(log, 0)),
  support: Number(toUint(log, wordAt(log, 1), MAX_UINT8)),
  weight: BigInt(wordAt(log, 2)),
  reason: toText(bytesAt(log, 3)),
})

/** A number that the contract names itself. */
const set =
  (setting: GovernorSetting['setting']): Decoders[string] =>
  (log, place, { facts }) => {
    requireForm(log, 1, 2)
    const [from, to] = [BigInt(wordAt(log, 0)), BigInt(wordAt(log, 1))]
    facts.governorSettings.push({ ...place, setting, from, to })
  }

const settings: Decoders = {
  'VotingDelaySet(uint256,uint256)': set('voting-delay'),
  'VotingPeriodSet(uint256,uint256)': set('voting-period'),
  'ProposalThresholdSet(uint256,uint256)': set('proposal-threshold'),
  'QuorumNumeratorUpdated(uint256,uint256)': set('quorum-numerator'),
  'TimelockChange(address,address)': (log, place, { facts }) => {
    requireForm(log, 1, 2)
    const [from, to] = [toAddress(log, wordAt(log, 0)), toAddress(log, wordAt(log, 1))]
    facts.governorTimelocks.push({ ...place, from, to })
  },
}

export const governorEvents: Decoders = {
  ...domainEvents,
  ...settings,
  // Word 4 points to signatures, which are always empty.
  'ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)': (
    log,
    place,
    { facts },
  ) => {
    requireHead(log, 1, 9)
    const targets = wordsAt(log, 2).map((word) => toAddress(log, word))
    const values = wordsAt(log, 3).map(BigInt)
    const calldatas = bytesListAt(log, 5)
    if (targets.length !== values.length || targets.length !== calldatas.length)
      throw malformed(log, 'it has not as many targets as values and calldatas')
    const description = bytesAt(log, 8)
    facts.proposals.push({
      ...place,
      ...{ id: BigInt(wordAt(log, 0)), proposer: toAddress(log, wordAt(log, 1)) },
      ...{ targets, values, calldatas },
      ...{ voteStart: toTime(wordAt(log, 6)), voteEnd: toTime(wordAt(log, 7)) },
      ...{ description: toText(description), descriptionHash: keccak256(description) },
    })
  },
  'ProposalQueued(uint256,uint256)': (log, place, { facts }) => {
    requireForm(log, 1, 2)
    facts.proposalSteps.push({ ...step(log, place, 'queued'), eta: toTime(wordAt(log, 1)) })
  },
  'ProposalExecuted(uint256)': (log, place, { facts }) => {
    requireForm(log, 1, 1)
    facts.proposalSteps.push(step(log, place, 'executed'))
  },
  'ProposalCanceled(uint256)': (log, place, { facts }) => {
    requireForm(log, 1, 1)
    facts.proposalSteps.push(step(log, place, 'canceled'))
  },
  'VoteCast(address,uint256,uint8,uint256,string)': (log, place, { facts }) => {
    requireHead(log, 2, 4)
    facts.votes.push({ ...place, ...ballot(log), params: null })
  },
  'VoteCastWithParams(address,uint256,uint8,uint256,string,bytes)': (log, place, { facts }) => {
    requireHead(log, 2, 5)
    facts.votes.push({ ...place, ...ballot(log), params: bytesAt(log, 4) })
  },
}
