import { inWords } from '../in-words.ts'

export const words = inWords('review/award-row', {
  takeItBack: 'Take it back',
  why: 'Why',
  readsThisInThe: '{username} reads this in the ledger.',
  theMember: 'The member',
  takeBack: 'Take back',
  aMemberWhoLeft: 'A member who left',
  theRestock: 'the restock',
})
