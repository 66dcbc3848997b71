import type { RuleName } from '../../../core/karma/rules.ts'
import type { Challenge } from '../../../core/karma/shape.ts'
import type { AwardState } from '../../../core/karma/states.ts'
import type { TrustLevel } from '../../../core/karma/trust.ts'
import type { Cause, PendingAward } from '../../../core/ledger/shape.ts'
import { inWords } from './in-words.ts'

/** Where an award is on its way to the chain. */
export const awardWords: Record<PendingAward['state'], string> = inWords('site.awardWords', {
  unconfirmed: 'Waits for another member to confirm',
  capped: 'Not paid',
  maturing: 'Confirmed, in its challenge window',
  challenged: 'Held: another member disputes it',
  'needs-wallet': 'Needs a wallet: link one to receive it',
  matured: 'Due, in the next batch',
  minting: 'Being minted on chain',
  reversed: 'Taken back',
})

export const ruleNames: Readonly<Record<RuleName | 'raffle.entry', string>> = inWords('site.ruleNames', {
  'restock.report': 'Your restock report',
  'restock.first-confirmation': 'First to confirm a restock',
  'restock.scout': 'First to find a drop in an area',
  'checkout.shared': 'Shared how a checkout ended',
  'reply.helpful': 'A reply that helped',
  'trade.completed': 'Completed trade',
  'flag.upheld': 'Upheld flag',
  'adapter.tested': 'Tested a shop adapter',
  'raffle.entry': 'A raffle entry',
})

/** A karma rule in plain words. */
export const ruleWords = (rule: string) =>
  Object.entries(ruleNames).find(([name]) => name === rule)?.[1] ?? rule.replace(/[._-]/g, ' ')

/** Rules for acts that SNPD has no page for yet: published, since they are part of what a mint names, and told apart. */
const coming = ['checkout.shared', 'reply.helpful', 'adapter.tested', 'raffle.entry']

export const isComing = (rule: string) => coming.includes(rule)

/** Why karma moved, when no rule of ours says it. */
export const causeWords: Record<Cause, string> = inWords('site.causeWords', {
  award: 'Awarded',
  'raffle-entry': 'Raffle entry',
  'raffle-refund': 'Raffle ticket, paid back',
  pass: 'Access pass',
  trade: 'Bond of a trade',
  spent: 'Spent',
  sent: 'Sent to',
  received: 'Received from',
  itself: 'Sent to the same wallet',
})

/** A trust level as a member says it. */
export const levelWords: Record<TrustLevel, string> = inWords('site.levelWords', {
  new: 'New',
  regular: 'Regular',
  trusted: 'Trusted',
  steward: 'Steward',
})

/** An award's state as a moderator reads it. */
export const stateOfAwardWords: Record<AwardState, string> = inWords('site.stateOfAwardWords', {
  unconfirmed: 'unconfirmed',
  capped: 'not paid',
  maturing: 'in its window',
  challenged: 'disputed',
  'needs-wallet': 'no wallet',
  matured: 'due',
  minting: 'being minted',
  minted: 'minted',
  reversed: 'taken back',
})

export const outcomeWords: Record<NonNullable<Challenge['outcome']>, string> = inWords('site.outcomeWords', {
  upheld: 'was wrong',
  dismissed: 'was right',
  false: 'bad faith',
})
