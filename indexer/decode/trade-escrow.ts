import type { Log } from '../../adapters/chain/logs.ts'
import type { Place } from '../../db/chain/families/family.ts'
import type { TradeStep } from '../../db/chain/families/trade-steps.ts'
import type { Decoders } from './decoder.ts'
import { managedEvents } from './managed.ts'
import { addressAt, MAX_UINT8, MAX_UINT96, requireForm, topicAt, toTime, toUint, wordAt } from './words.ts'

type Step = TradeStep['step']

const stepOf = (log: Log, place: Place, step: Step): TradeStep => ({
  ...{ ...place, id: topicAt(log, 1), step, actor: null },
  ...{ ruleBy: null, slashed: null, burned: null, fromState: null },
})

/** An event that says no more than its name. */
const bare =
  (step: Step): Decoders[string] =>
  (log, place, { facts }) => {
    requireForm(log, 2, 0)
    facts.tradeSteps.push(stepOf(log, place, step))
  }

export const tradeEscrowEvents: Decoders = {
  ...managedEvents,
  'TradeProposed(bytes32,address,address,uint96,uint40,uint40,bytes32)': (log, place, { facts }) => {
    requireForm(log, 4, 4)
    facts.trades.push({
      ...place,
      id: topicAt(log, 1),
      proposer: addressAt(log, 2),
      counterparty: addressAt(log, 3),
      bond: toUint(log, wordAt(log, 0), MAX_UINT96),
      acceptBy: toTime(wordAt(log, 1)),
      confirmBy: toTime(wordAt(log, 2)),
      termsHash: wordAt(log, 3),
    })
  },
  'TradeAccepted(bytes32)': bare('accepted'),
  'TradeWithdrawn(bytes32)': bare('withdrawn'),
  'TradeConfirmed(bytes32,address)': (log, place, { facts }) => {
    requireForm(log, 3, 0)
    facts.tradeSteps.push({ ...stepOf(log, place, 'confirmed'), actor: addressAt(log, 2) })
  },
  'TradeCompleted(bytes32)': bare('completed'),
  'TradeDisputed(bytes32,address,uint40)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const [actor, ruleBy] = [addressAt(log, 2), toTime(wordAt(log, 0))]
    facts.tradeSteps.push({ ...stepOf(log, place, 'disputed'), actor, ruleBy })
  },
  'TradeRuled(bytes32,address,uint8,uint256)': (log, place, { facts }) => {
    requireForm(log, 3, 2)
    const slashed = Number(toUint(log, wordAt(log, 0), MAX_UINT8))
    const [actor, burned] = [addressAt(log, 2), BigInt(wordAt(log, 1))]
    facts.tradeSteps.push({ ...stepOf(log, place, 'ruled'), actor, slashed, burned })
  },
  'TradeTimedOut(bytes32,uint8)': (log, place, { facts }) => {
    requireForm(log, 2, 1)
    const fromState = Number(toUint(log, wordAt(log, 0), MAX_UINT8))
    facts.tradeSteps.push({ ...stepOf(log, place, 'timed-out'), fromState })
  },
}
