import { inWords } from '../in-words.ts'

export const words = inWords('ledger/ledger-view', {
  loadingYourLedger: 'Loading your ledger',
  onTheWay: 'On the way',
  notPaid: 'Not paid',
  nothingEarnedYet: 'Nothing earned yet',
  reportARestockWhen:
    'Report a restock. When another member confirms it, 10 karma are minted to your wallet.',
  reportARestock: 'Report a restock',
})
