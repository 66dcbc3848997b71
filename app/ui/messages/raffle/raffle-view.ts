import { inWords } from '../in-words.ts'

export const words = inWords('raffle/raffle-view', {
  closes: 'Closes',
  wasToClose: 'Was to close',
  closed: 'Closed',
  burned: ', burned',
  stakedUntilTheDraw: ', staked until the draw',
  forWord: 'for',
  everyMember: 'every member',
  membersWithAPass: 'members with a pass of tier {tier} or above',
  anotherOperatorOpened:
    'Another operator opened this raffle: SNPD knows the hash of its prizes, and not what they are.',
  prizes: 'Prizes',
  loadingTheRaffle: 'Loading the raffle',
  aTicket: 'A ticket',
  inSoFar: 'In so far',
  odds: 'Odds',
  forWhom: 'For',
  prize: 'prize',
})
