import type { RelayState } from '../../../core/relay/states.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/relay/words.ts'
import type { Step } from './act.ts'

/** Where a gasless act is on its way to the chain. */
export const relayWords: Record<RelayState, string> = {
  get queued() {
    return words.inLineSnpdSends
  },
  get sending() {
    return words.beingPutIntoA
  },
  sent: 'Sent: waits for a block',
  get mined() {
    return words.inABlockOur
  },
  get done() {
    return words.doneOnChain
  },
  get reverted() {
    return words.refusedByTheContract
  },
  get replaced() {
    return words.somethingElseTookIts
  },
  get refused() {
    return words.refusedBeforeItWas
  },
  get expired() {
    return words.ranOutOfTime
  },
}

const calls: Readonly<Record<string, string>> = {
  get 'access_pass.purchaseWithPermit'() {
    return words.yourPass
  },
  get 'access_pass.purchase'() {
    return words.yourPass
  },
  get 'access_pass.renewSubscription'() {
    return words.yourPass
  },
  get 'access_pass.cancelSubscription'() {
    return words.theEndOfYour
  },
  get 'karma.delegate'() {
    return words.yourVote
  },
  get 'raffle.enter'() {
    return words.yourEntry
  },
  get 'raffle.enterWithPermit'() {
    return words.yourEntry
  },
  get 'raffle.claim'() {
    return words.yourClaim
  },
  get 'raffle.refund'() {
    return words.yourRefund
  },
  get 'governor.castVote'() {
    return words.yourVote
  },
  get 'governor.castVoteWithReason'() {
    return words.yourVote
  },
  get 'governor.propose'() {
    return words.yourProposal
  },
  get 'governor.cancel'() {
    return words.yourProposalTakenBack
  },
}

/** What a relayed call is about: "raffle.enter" is about a raffle. */
export function callWords(call: string): string {
  const [target = ''] = call.split('.')
  return calls[call] ?? { raffle: words.yourRaffle, trade_escrow: words.yourTrade }[target] ?? words.yourCall
}

/** What is being asked for, before SNPD has the act. */
export function stepWords(step: Step, signatures: number): string {
  if (step.at !== 'wallet')
    return `${step.name}: ${step.at === 'preparing' ? words.gettingItReady : words.handingItOver}`
  const which = signatures > 1 ? fill(words.of, { signature: step.signature, signatures }) : ''
  const what = signatures > 1 && step.signature === 1 ? words.allowItToTake : step.name.toLowerCase()
  return fill(words.signInYourWallet, { which, what })
}
