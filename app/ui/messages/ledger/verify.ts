import { inWords } from '../in-words.ts'

export const words = inWords('ledger/verify', {
  theNodeDoesNot:
    'The node does not know the block that our mirror stands at: one of them is behind, or the chain was just reorganized.',
  tryAgainInA: 'Try again in a moment. If it stays so, do not trust what this page says.',
})
