import { inWords } from '../in-words.ts'

export const words = inWords('raffle/plan-form', {
  prizesTheBestFirst: 'Prizes, the best first',
  prize: 'Prize {value}',
  howMany: 'How many',
  anotherPrize: 'Another prize',
  title: 'Title',
  moreAboutIt: 'More about it',
  karmaForATicket: 'Karma for a ticket',
  passTier: 'Pass tier',
  n0ForEveryone: '0: for everyone',
  closes: 'Closes',
  describedItOpensOnce: 'Described. It opens once the chain has it.',
  openTheRaffle: 'Open the raffle',
})
