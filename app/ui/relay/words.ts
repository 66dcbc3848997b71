import type { RelayState } from '../../../core/relay/states.ts'
import type { Step } from './act.ts'

/** Where a gasless act is on its way to the chain. */
export const relayWords: Record<RelayState, string> = {
  queued: 'In line: SNPD sends it next',
  sending: 'Being put into a transaction',
  sent: 'Sent: waits for a block',
  mined: 'In a block: our mirror reads it now',
  done: 'Done, on chain',
  reverted: 'Refused by the contract',
  replaced: 'Something else took its place',
  refused: 'Refused before it was sent',
  expired: 'Ran out of time',
}

const calls: Readonly<Record<string, string>> = {
  'access_pass.purchaseWithPermit': 'Your pass',
  'access_pass.purchase': 'Your pass',
  'access_pass.renewSubscription': 'Your pass',
  'access_pass.cancelSubscription': 'The end of your pass',
  'karma.delegate': 'Your vote',
  'raffle.enter': 'Your entry',
  'raffle.enterWithPermit': 'Your entry',
  'raffle.claim': 'Your claim',
  'raffle.refund': 'Your refund',
  'governor.castVote': 'Your vote',
  'governor.castVoteWithReason': 'Your vote',
  'governor.propose': 'Your proposal',
  'governor.cancel': 'Your proposal, taken back',
}

/** What a relayed call is about: "raffle.enter" is about a raffle. */
export function callWords(call: string): string {
  const [target = ''] = call.split('.')
  return calls[call] ?? { raffle: 'Your raffle', trade_escrow: 'Your trade' }[target] ?? 'Your call'
}

/** What is being asked for, before SNPD has the act. */
export function stepWords(step: Step, signatures: number): string {
  if (step.at !== 'wallet')
    return `${step.name}: ${step.at === 'preparing' ? 'getting it ready' : 'handing it over'}`
  const which = signatures > 1 ? `${step.signature} of ${signatures}, ` : ''
  const what = signatures > 1 && step.signature === 1 ? 'allow it to take the karma' : step.name.toLowerCase()
  return `Sign in your wallet: ${which}${what}. No gas.`
}
