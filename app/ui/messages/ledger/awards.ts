import { inWords } from '../in-words.ts'

export const words = inWords('ledger/awards', {
  left: ' {left} left',
  done: ' done',
  linkAWallet: 'Link a wallet',
  olderAwards: 'Older awards',
})
