import { inWords } from '../in-words.ts'

export const words = inWords('ledger/movements', {
  tx: 'tx',
  block: '· block',
  inBlock: '{log_index}, in block {block_number}',
  rulesItWasEarned: 'Rules it was earned by',
  karma: 'karma',
  onChain: 'On chain',
  olderMovements: 'Older movements',
  transaction: 'Transaction',
  log: 'Log',
  yourWallet: 'Your wallet',
  to: 'To',
  from: 'From',
})
