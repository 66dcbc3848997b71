import type { OwnPrize } from '../../../core/raffle/shape.ts'
import type { RaffleState } from '../../../core/raffle/states.ts'
import type { EntryOutcome } from '../../../core/raffle-form/outcome.ts'
import { inWords } from './in-words.ts'

/** Where a raffle is, in a word or two. */
export const raffleStateWords: Record<RaffleState, string> = inWords('raffles.raffleStateWords', {
  planned: 'Planned',
  opening: 'Being opened',
  open: 'Open',
  closed: 'Waits for the draw',
  drawn: 'Drawn',
  settled: 'Drawn',
  cancelled: 'Called off',
  expired: 'Not drawn in time',
  refused: 'Refused',
  withdrawn: 'Taken back',
})

/** What that means for whoever is in. */
export const raffleMeaning: Partial<Record<RaffleState, string>> = inWords('raffles.raffleMeaning', {
  closed:
    'Nobody can enter or change anything any more. The beacon’s round decides; anyone may send it to the chain.',
  cancelled: 'It was called off while it was open. Every ticket is paid back by itself.',
  expired: 'Nobody sent the beacon’s round in time. Every ticket is paid back by itself.',
})

/** How far a prize is. */
export const prizeWords: Record<OwnPrize['state'], string> = inWords('raffles.prizeWords', {
  waiting: 'Waits for you',
  asked: 'Will be sent',
  sent: 'On its way',
  received: 'With you',
})

/** Where an entry into a shop's draw stands, or how it ended. */
export const entryWords: Record<EntryOutcome['kind'] | 'queued' | 'running' | 'ended', string> = inWords(
  'raffles.entryWords',
  {
    queued: 'In line',
    running: 'Filling in the form',
    ended: 'Over',
    entered: 'You are in',
    'already-entered': 'You were in before',
    handover: 'Yours to finish',
    'not-entered': 'Not entered',
    'unknown-needs-member': 'Look in your mail',
    'dry-run': 'A rehearsal',
  },
)

export const raffleWords = inWords('raffles.raffleWords', {
  title: 'Raffles',
  about:
    'A ticket costs karma, everyone has one, and a public beacon draws: the round that decides is fixed before anyone enters.',
  none: 'No raffle yet',
  noneHint: 'When one opens it stands here, with its odds.',
  over: 'Before',
  enter: 'Enter',
  inIt: 'You are in',
  signInToEnter: 'Sign in to enter',
  proof: 'Check the draw yourself',
  manage: 'Run raffles',
  shops: 'Draws of shops',
  shopsAbout:
    'Shops raffle what they have too little of, by forms of their own. SNPD enters one for you, once.',
})
