import { inWords } from '../in-words.ts'

export const words = inWords('pass/tier-card', {
  opens: 'Opens',
  everythingThatLower: 'Everything that lower tiers open',
  oneOpenRaffle: 'One open raffle',
  openRaffles: '{raffles} open raffles',
  noDropOrRaffle: 'No drop or raffle asks for it right now',
  forWord: ' for {period}',
  forMembersWhoHave: 'For members who have earned',
  orMoreSpentOr: 'or more, spent or not.',
  tier: 'Tier',
})
